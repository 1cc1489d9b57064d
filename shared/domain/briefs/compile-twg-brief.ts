import type { Sector } from '#shared/sector/schema.ts'
import type { Meeting } from '../calendar/meeting.ts'
import type { Round } from '../calendar/round.ts'
import type { Instant } from '../dates.ts'
import { decisionsOf, prioritiesOf } from '../forms/narrative.ts'
import { referenceOf, rowFormOf, type TwgReport } from '../report.ts'
import { indicatorLines, provinceTable, type RoundReport } from './figures.ts'
import type { TwgBrief } from './model.ts'
import { summarise } from './summary.ts'
import { timelinessOf } from './timeliness.ts'

export interface TwgBriefInputs {
  readonly sector: Sector
  readonly round: Round
  readonly twg: Sector['twgs'][number]
  readonly chair: string
  /** This round's first, then the seven before, newest first. */
  readonly reports: readonly RoundReport[]
  readonly meetings: readonly Meeting[]
  readonly cutOff: Instant
}

/** How many indicators fit beside the provinces on a page. */
const PROVINCE_COLUMNS = 4

/** The brief of one TWG for one round: a pure function of what it names as its inputs (domain §6). */
export const compileTwgBrief = ({ sector, round, twg, chair, reports, meetings, cutOff }: TwgBriefInputs): TwgBrief => {
  const report = reports[0]?.report
  const form = rowFormOf(twg.id)
  const timeliness = timelinessOf(report, round, cutOff, sector.timeZone)
  const indicators = form ? indicatorLines(form.indicators, reports, sector) : []
  const narrative = report?.content.narrative
  const decisions = narrative ? decisionsOf(narrative) : []
  const main = form?.indicators.filter(({ id }) => PROVINCE_INDICATORS.has(id)).slice(0, PROVINCE_COLUMNS)
  const provinces = main && report && !report.content.nil ? provinceTable(main, report, sector) : undefined
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
    summary: summarise({ timeliness, round, indicators, decisions: decisions.length, narrative }),
    indicators,
    ...(provinces ? { provinces } : {}),
    achievements: narrative?.achievements ?? '',
    challenges: narrative?.challenges ?? '',
    gender: narrative?.gender ?? '',
    decisions,
    priorities: narrative ? prioritiesOf(narrative) : [],
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

const PROVINCE_INDICATORS: ReadonlySet<string> = new Set([
  'areaSurveyed',
  'areaConfirmed',
  'areaCleared',
  'submunitions',
])

const notesOf = (report: TwgReport | undefined, { due, extensions }: Round, twg: string, gaps: boolean): string[] => [
  ...reportNotes(report),
  ...(extensions?.[twg] ? [`The due date was extended to ${due}: ${sentence(extensions[twg].reason)}`] : []),
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
