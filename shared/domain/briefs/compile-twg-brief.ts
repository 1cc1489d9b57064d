import type { Sector } from '#shared/sector/schema.ts'
import type { Meeting } from '../calendar/meeting.ts'
import type { Round } from '../calendar/round.ts'
import type { Instant } from '../dates.ts'
import { decisionsOf, prioritiesOf } from '../forms/narrative.ts'
import { referenceOf, rowFormOf } from '../report.ts'
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
      report?.content.header.dataSource,
      report?.content.header.status,
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

const notesOf = (dataSource: string | undefined, status: string | undefined, gaps: boolean): string[] => [
  ...(dataSource === 'estimate' ? ['The figures are estimates.'] : []),
  ...(status === 'provisional' ? ['The figures are provisional and not yet verified.'] : []),
  ...(gaps ? ['Some figures were not available; totals leave them out and say so.'] : []),
]
