import type { Sector } from '#shared/sector/schema.ts'
import type { ActionPoint } from '../action-point.ts'
import type { Meeting } from '../calendar/meeting.ts'
import type { Round } from '../calendar/round.ts'
import { dayAt, type Instant } from '../dates.ts'
import { dayInWords } from '../day-in-words.ts'
import { fieldsOf, type RowForm } from '../forms/form.ts'
import { decisionsOf, prioritiesOf } from '../forms/narrative.ts'
import { referenceOf, type TwgReport } from '../report.ts'
import { actionLines } from './action-lines.ts'
import { type ReleasedBrief, reasonsOf, withCorrections } from './corrections.ts'
import { indicatorLines, provinceTable, type RoundReport } from './figures.ts'
import type { TwgBrief } from './model.ts'
import { summarise } from './summary.ts'
import { timelinessOf } from './timeliness.ts'

export interface TwgBriefInputs {
  readonly sector: Sector
  readonly round: Round
  readonly twg: Sector['twgs'][number]
  /** What its reports are made of; undefined where they are only words. */
  readonly form: RowForm | undefined
  readonly chair: string
  /** This round's first, then the seven before, newest first. */
  readonly reports: readonly RoundReport[]
  readonly meetings: readonly Meeting[]
  readonly actionPoints: readonly ActionPoint[]
  /** What was released of this brief before, if anything. */
  readonly released: ReleasedBrief<TwgBrief> | undefined
  readonly cutOff: Instant
}

/** How many indicators fit beside the provinces on a page. */
const PROVINCE_COLUMNS = 4

/** The brief of one TWG for one round: a pure function of what it names as its inputs (domain §6). */
export const compileTwgBrief = (inputs: TwgBriefInputs): TwgBrief =>
  withCorrections(modelOf(inputs), inputs.released, (released) => reasonsOf(inputs.reports, released))

const modelOf = (inputs: TwgBriefInputs): TwgBrief => {
  const { sector, round, twg, form, chair, reports, meetings, actionPoints, cutOff } = inputs
  const report = reports[0]?.report
  const timeliness = timelinessOf(report, round, cutOff, sector.timeZone)
  const indicators = form ? indicatorLines(form.indicators, reports, sector) : []
  const narrative = report?.content.narrative
  const decisions = narrative ? decisionsOf(narrative) : []
  const provinces = form && report && !report.content.nil ? provincesOf(form, report, sector) : undefined
  return {
    kind: 'twg',
    key: `${round.id}/${twg.id}`,
    sector: sector.name,
    round: round.id,
    period: { from: round.quarterStart, until: round.quarterEnd },
    twg: { id: twg.id, name: twg.name },
    chair,
    timeliness,
    ...(report?.content.nil ? { nilReason: report.content.nil.reason } : {}),
    ...(report?.lateReason ? { lateReason: report.lateReason } : {}),
    summary: summarise({
      timeliness,
      round,
      indicators,
      leading: new Set(form?.indicators.filter(({ leads }) => leads === true).map(({ id }) => id)),
      decisions: decisions.length,
      narrative,
    }),
    indicators,
    ...(provinces ? { provinces } : {}),
    achievements: narrative?.achievements ?? '',
    challenges: narrative?.challenges ?? '',
    gender: narrative?.gender ?? '',
    decisions,
    priorities: narrative ? prioritiesOf(narrative) : [],
    actions: actionLines(actionPoints, dayAt(cutOff, sector.timeZone)),
    meetings: meetings.map(({ title, day, time, place, status }) => ({ title, day, time, place, status })),
    notes: notesOf(
      report,
      round,
      twg.id,
      indicators.some(({ quarter }) => quarter.leftOut > 0),
    ),
    inputs: {
      reports: reports.flatMap((entry) => (entry.report ? [referenceOf(entry.report)] : [])),
      movements: 0,
      cutOff,
    },
  }
}

/** Forms whose rows name a province have a table of them. */
const provincesOf = (form: RowForm, report: TwgReport, sector: Sector): TwgBrief['provinces'] => {
  const columns = form.indicators.filter(({ byProvince }) => byProvince === true).slice(0, PROVINCE_COLUMNS)
  const named = fieldsOf(form.schema).some(({ path, options }) => path === 'province' && options === 'provinces')
  return named && columns.length > 0 ? provinceTable(columns, report, sector) : undefined
}

const notesOf = (report: TwgReport | undefined, { due, extensions }: Round, twg: string, gaps: boolean): string[] => [
  ...reportNotes(report),
  ...(extensions?.[twg]
    ? [`The due date was extended to ${dayInWords(due)}: ${sentence(extensions[twg].reason)}`]
    : []),
  ...(gaps ? ['Some figures were not available; totals leave them out and say so.'] : []),
]

/** What a reader must know of how the report came: for whom it was sent, whether it is being mended, what it replaces. */
const reportNotes = (report: TwgReport | undefined): string[] => {
  if (!report) return []
  const { version, status, amendment, submittedBy, content } = report
  return [
    ...(submittedBy.onBehalf ? [`${submittedBy.name} submitted the report on behalf of the chair.`] : []),
    ...(status === 'returned' ? [`Version ${version} was returned to the TWG to be mended: figures may change.`] : []),
    ...(amendment ? [`Version ${version} amends an accepted report: ${sentence(amendment.reason)}`] : []),
    ...(content.header.dataSource === 'estimate' ? ['The figures are estimates.'] : []),
    ...(content.header.status === 'provisional' ? ['The figures are provisional and not yet verified.'] : []),
  ]
}

/** One line that ends with a full stop. */
const sentence = (text: string): string => `${text.replace(/\s+/g, ' ').replace(/[.!?]$/, '')}.`
