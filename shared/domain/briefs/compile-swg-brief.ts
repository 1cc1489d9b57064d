import type { Sector } from '#shared/sector/schema.ts'
import type { ActionPoint } from '../action-point.ts'
import type { Meeting } from '../calendar/meeting.ts'
import { obligationsBetween } from '../calendar/obligation.ts'
import { type Round, roundFor } from '../calendar/round.ts'
import { type SeatChange, seatTurnOn } from '../calendar/seat.ts'
import { addDays, daysBetween } from '../calendar-days.ts'
import { dayAt, type Instant, type PlainDate } from '../dates.ts'
import { dayInWords } from '../day-in-words.ts'
import type { Indicator } from '../forms/form.ts'
import { rowFormOf } from '../forms/index.ts'
import { decisionsOf, type RequestedDecision } from '../forms/narrative.ts'
import type { LedgerYearRows } from '../ledger/analysis/extract.ts'
import type { FundingGap } from '../ledger/analysis/gap.ts'
import { lackInWords } from '../ledger/analysis/gap-in-words.ts'
import { usdInWords } from '../number-in-words.ts'
import { referenceOf, type Timeliness, type TwgReport } from '../report.ts'
import { actionLines } from './action-lines.ts'
import { dayAskedFor } from './asked-for.ts'
import { type ReleasedBrief, reasonsOf, withCorrections } from './corrections.ts'
import { indicatorLines, type RoundReport, roundTable } from './figures.ts'
import type { AnnexedBrief, Brief, FundingYear, SwgBrief } from './model.ts'
import { risksOf } from './risks.ts'
import { timelinessOf } from './timeliness.ts'

export interface SwgBriefInputs {
  readonly sector: Sector
  readonly meeting: Meeting
  /** Of the donor seat's order. */
  readonly seatChanges: readonly SeatChange[]
  readonly coChairs: readonly { readonly seat: string; readonly name: string }[]
  /** The rounds closed since the meeting before, oldest first. */
  readonly rounds: readonly Round[]
  /** Reports of each TWG: the newest round's first, then the seven before. */
  readonly reports: ReadonlyMap<string, readonly RoundReport[]>
  readonly funding: readonly FundingYear[]
  readonly gaps: readonly FundingGap[]
  readonly movements: number
  readonly ledger: readonly LedgerYearRows[]
  /** What was released of this brief before, if anything. */
  readonly released: ReleasedBrief<SwgBrief> | undefined
  /** Corrections and differences between sources, in words. */
  readonly ledgerNotes: readonly string[]
  /** Of the working group: open, or closed since the meeting before. */
  readonly actionPoints: readonly ActionPoint[]
  /** What the meeting is to take up, or what is proposed while nothing is decided. */
  readonly agenda: readonly string[]
  /** The TWG briefs of the rounds, as they stand. */
  readonly twgBriefs: readonly Brief[]
  /** The meeting's day when this brief was asked for; another than its day where a correction follows a move. */
  readonly askedForDay: PlainDate
  /** What was recorded in the ledger later, and corrects nothing of before, is left out. */
  readonly ledgerAsOf: Instant
  readonly cutOff: Instant
}

/** Obligations within this time of the meeting are counted down. */
const COUNTDOWN_DAYS = 400

/** The brief for a meeting of the working group: a pure function of what it names as its inputs (domain §6). */
export const compileSwgBrief = (inputs: SwgBriefInputs): SwgBrief =>
  withCorrections(modelOf(inputs), inputs.released, (released) => [
    ...movedFrom(dayAskedFor(released), inputs.askedForDay),
    ...reasonsOf(
      [...inputs.reports.values()].flat().filter(({ round }) => round <= (released.rounds.at(-1) ?? '')),
      released,
    ),
    ...inputs.ledgerNotes.filter((note) => !released.notes.includes(note)),
  ])

const movedFrom = (was: PlainDate, is: PlainDate): string[] =>
  was === is
    ? []
    : [
        `The meeting moved from ${dayInWords(was)} to ${dayInWords(is)}: this version was compiled anew as a whole, with the rounds closed and the ledger recorded since.`,
      ]

const modelOf = (inputs: SwgBriefInputs): SwgBrief => {
  const { sector, meeting, coChairs, rounds, reports, funding, gaps, movements, ledgerNotes, actionPoints, cutOff } =
    inputs
  const day = dayAt(cutOff, sector.timeZone)
  const reportsOf = (twg: string): readonly RoundReport[] => reports.get(twg) ?? []
  const inRound = (twg: string, round: string): TwgReport | undefined =>
    reportsOf(twg).find((entry) => entry.round === round)?.report
  const timeliness = sector.twgs.map((twg) => ({
    twg: twg.name,
    rounds: rounds.map((round) =>
      timelinessOf(inRound(twg.id, round.id), roundFor(round, twg.id, sector), cutOff, sector.timeZone),
    ),
  }))
  const decisions = sector.twgs.flatMap((twg) =>
    askedLast(
      rounds.flatMap((round) => {
        const narrative = inRound(twg.id, round.id)?.content.narrative
        return narrative ? decisionsOf(narrative) : []
      }),
    ).map((decision) => ({ ...decision, twg: twg.name })),
  )
  const newest = rounds.at(-1)?.id
  const indicators = sector.twgs.flatMap((twg) => {
    const form = rowFormOf(twg.id)
    return form
      ? [{ id: twg.id, twg: twg.name, lines: indicatorLines(form.indicators, reportsOf(twg.id), sector) }]
      : []
  })
  const tables = (wanted: (indicator: Indicator) => boolean, within: (entry: RoundReport) => boolean) =>
    sector.twgs.flatMap(({ id, name }) => {
      const own = rowFormOf(id)?.indicators.filter(wanted) ?? []
      return own.length > 0 ? [roundTable({ id, twg: name }, own, reportsOf(id).filter(within))] : []
    })
  const [chart] = tables(
    ({ charted }) => charted === true,
    () => true,
  )
  const latest = (part: 'challenges' | 'gender') =>
    sector.twgs
      .map(({ id, name }) => ({
        twg: name,
        text: (newest && inRound(id, newest)?.content.narrative?.[part]) || '',
      }))
      .filter(({ text }) => text !== '')
  return {
    kind: 'swg',
    key: meeting.id,
    sector: sector.name,
    meeting: {
      title: meeting.title,
      day: meeting.day,
      time: meeting.time,
      place: meeting.place,
      status: meeting.status,
    },
    coChairs: [...coChairs],
    summary: summary(timeliness, rounds, { funding, gaps }, decisions.length),
    rounds: rounds.map(({ id }) => id),
    timeliness,
    decisions,
    risks: risksOf({ newest, timeliness, indicators, funding, gaps, challenges: latest('challenges') }),
    ...(chart ? { chart } : {}),
    byRound: tables(
      ({ byRound }) => byRound === true,
      ({ round }) => rounds.some(({ id }) => id === round),
    ),
    actions: {
      done: actionPoints.filter(({ status }) => status === 'done').length,
      total: actionPoints.length,
      open: actionLines(actionPoints, day),
    },
    indicators,
    funding: [...funding],
    gaps: [...gaps],
    ledger: [...inputs.ledger],
    obligations: obligationsBetween(day, addDays(day, COUNTDOWN_DAYS), sector).map(({ name, due, source }) => ({
      name,
      due,
      days: daysBetween(day, due),
      source,
    })),
    ...seatLine(meeting.day, sector, inputs.seatChanges),
    gender: latest('gender'),
    agenda: [...inputs.agenda],
    twgBriefs: inputs.twgBriefs.flatMap(annexed),
    notes: [...notes(timeliness), ...ledgerNotes],
    inputs: {
      reports: [
        ...new Set([
          ...[...reports.values()].flat().flatMap(({ report }) => (report ? [referenceOf(report)] : [])),
          ...gaps.map((gap) => gap.report),
        ]),
      ],
      movements,
      ledgerAsOf: inputs.ledgerAsOf,
      askedForDay: inputs.askedForDay,
      cutOff,
    },
  }
}

/** A decision that is asked for again, in the same words, is one; the last time tells by when. */
const askedLast = (decisions: readonly RequestedDecision[]): RequestedDecision[] =>
  decisions.filter(({ text }, index) => !decisions.slice(index + 1).some((later) => later.text === text))

const annexed = ({ key, version, model }: Brief): AnnexedBrief[] => {
  if (model.kind !== 'twg') return []
  const { twg, round, summary: lines, challenges, priorities } = model
  return [{ key, version, twg: twg.name, round, summary: lines, challenges, priorities }]
}

const nameOf = (donor: string | undefined, sector: Sector) =>
  sector.donorSeat.donors.find(({ id }) => id === donor)?.name ?? ''

const seatLine = (day: PlainDate, sector: Sector, changes: readonly SeatChange[]): Pick<SwgBrief, 'seat'> => {
  const turn = seatTurnOn(day, sector, changes)
  if (!turn) return {}
  const next = seatTurnOn(addDays(turn.until, 1), sector, changes)
  return { seat: { holder: nameOf(turn.donor, sector), until: turn.until, next: nameOf(next?.donor, sector) } }
}

const summary = (
  timeliness: SwgBrief['timeliness'],
  rounds: readonly Round[],
  { funding, gaps }: Pick<SwgBriefInputs, 'funding' | 'gaps'>,
  decisions: number,
): string[] => {
  const all = timeliness.flatMap((line) => line.rounds)
  const number = (standing: Timeliness) => all.filter((entry) => entry === standing).length
  const latest = funding.find(({ paidUsd }) => paidUsd > 0)
  return [
    rounds.length === 0
      ? 'No round of reports fell into the time of this brief.'
      : `Rounds ${rounds.map(({ id }) => id).join(', ')}: ${number('on-time')} reports on time, ${number('late')} late, ${number('nil')} nil, ${number('missing')} missing.`,
    ...(latest
      ? [
          `Funding received in ${latest.year}: ${usdInWords(latest.paidUsd)} from ${donorsIn(latest)}.`,
          ...concentrationOf(latest),
        ]
      : []),
    ...gaps.slice(0, 1).map(gapInWords),
    ...(decisions > 0 ? [`${decisions} decision${decisions === 1 ? '' : 's'} requested by the TWGs.`] : []),
  ]
}

const gapInWords = (gap: FundingGap): string => {
  const { from, until, total } = gap
  const need = `Needed from ${dayInWords(from)} to ${dayInWords(until)}: ${usdInWords(total.needUsd)}`
  const secured = `secured ${usdInWords(total.paidUsd + total.committedUsd)}`
  return total.gapUsd > 0
    ? `${need}; ${secured}; not secured ${lackInWords(gap)}.`
    : `${need}; ${secured}: the need is covered.`
}

const concentrationOf = ({ largestShare, hhi }: FundingYear): string[] =>
  largestShare === undefined || hhi === undefined
    ? []
    : [`Largest donor's share: ${(largestShare * 100).toFixed(1)} %; concentration (HHI) ${hhi.toFixed(4)}.`]

const donorsIn = ({ donors }: FundingYear): string => {
  const number = donors.filter(({ paidUsd }) => paidUsd > 0).length
  return `${number} donor${number === 1 ? '' : 's'}`
}

const notes = (timeliness: SwgBrief['timeliness']): string[] =>
  timeliness
    .filter(({ rounds }) => rounds.includes('missing'))
    .map(({ twg }) => `${twg}: at least one report is missing; its figures are not available for that quarter.`)
