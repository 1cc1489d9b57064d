import type { Sector } from '#shared/sector/schema.ts'
import type { Meeting } from '../calendar/meeting.ts'
import { obligationsBetween } from '../calendar/obligation.ts'
import { type Round, roundFor } from '../calendar/round.ts'
import { seatTurnOn } from '../calendar/seat.ts'
import { addDays, dayAt, daysBetween, type Instant, type PlainDate } from '../dates.ts'
import { decisionsOf } from '../forms/narrative.ts'
import type { FundingGap } from '../ledger/analysis/gap.ts'
import { spellMoney } from '../ledger/money.ts'
import { referenceOf, rowFormOf, type Timeliness, type TwgReport } from '../report.ts'
import { indicatorLines, type RoundReport } from './figures.ts'
import type { FundingYear, SwgBrief } from './model.ts'
import { timelinessOf } from './timeliness.ts'

export interface SwgBriefInputs {
  readonly sector: Sector
  readonly meeting: Meeting
  readonly coChairs: readonly { readonly seat: string; readonly name: string }[]
  /** The rounds closed since the meeting before, oldest first. */
  readonly rounds: readonly Round[]
  /** Reports of each TWG: the newest round's first, then the seven before. */
  readonly reports: ReadonlyMap<string, readonly RoundReport[]>
  readonly funding: readonly FundingYear[]
  readonly gaps: readonly FundingGap[]
  readonly movements: number
  /** Corrections and differences between sources, in words. */
  readonly ledgerNotes: readonly string[]
  readonly cutOff: Instant
}

/** Obligations within this time of the meeting are counted down. */
const COUNTDOWN_DAYS = 400

/** The brief for a meeting of the working group: a pure function of what it names as its inputs (domain §6). */
export const compileSwgBrief = (inputs: SwgBriefInputs): SwgBrief => {
  const { sector, meeting, coChairs, rounds, reports, funding, gaps, movements, ledgerNotes, cutOff } = inputs
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
    rounds.flatMap((round) => {
      const narrative = inRound(twg.id, round.id)?.content.narrative
      return narrative ? decisionsOf(narrative).map((decision) => ({ ...decision, twg: twg.name })) : []
    }),
  )
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
    indicators: sector.twgs.flatMap((twg) => {
      const form = rowFormOf(twg.id)
      return form ? [{ twg: twg.name, lines: indicatorLines(form.indicators, reportsOf(twg.id), sector) }] : []
    }),
    funding: [...funding],
    ...(gaps.length > 0 ? { gaps: [...gaps] } : {}),
    obligations: obligationsBetween(day, addDays(day, COUNTDOWN_DAYS), sector).map(({ name, due, source }) => ({
      name,
      due,
      days: daysBetween(day, due),
      source,
    })),
    ...seatLine(meeting.day, sector),
    notes: [...notes(timeliness), ...ledgerNotes],
    inputs: {
      reports: [
        ...new Set([
          ...[...reports.values()].flat().flatMap(({ report }) => (report ? [referenceOf(report)] : [])),
          ...gaps.map((gap) => gap.report),
        ]),
      ],
      movements,
      cutOff,
    },
  }
}

const nameOf = (donor: string | undefined, sector: Sector) =>
  sector.donorSeat.donors.find(({ id }) => id === donor)?.name ?? ''

const seatLine = (day: PlainDate, sector: Sector): Pick<SwgBrief, 'seat'> => {
  const turn = seatTurnOn(day, sector)
  if (!turn) return {}
  const next = seatTurnOn(addDays(turn.until, 1), sector)
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
    `Rounds ${rounds.map(({ id }) => id).join(', ') || 'none'}: ${number('on-time')} reports on time, ${number('late')} late, ${number('nil')} nil, ${number('missing')} missing.`,
    ...(latest
      ? [
          `Funding received in ${latest.year}: ${spellMoney(latest.paidUsd, 'USD')} from ${donorsIn(latest)}.`,
          `Largest donor's share: ${(latest.largestShare * 100).toFixed(1)} %; concentration (HHI) ${latest.hhi.toFixed(3)}.`,
        ]
      : []),
    ...gaps.slice(0, 1).map(gapInWords),
    ...(decisions > 0 ? [`${decisions} decision${decisions === 1 ? '' : 's'} requested by the TWGs.`] : []),
  ]
}

const gapInWords = ({ from, until, total }: FundingGap): string => {
  const need = `Needed from ${from} to ${until}: ${spellMoney(total.needUsd, 'USD')}`
  const secured = `secured ${spellMoney(total.paidUsd + total.committedUsd, 'USD')}`
  return total.gapUsd > 0
    ? `${need}; ${secured}; not secured ${spellMoney(total.gapUsd, 'USD')}.`
    : `${need}; ${secured}: the need is covered.`
}

const donorsIn = ({ donors }: FundingYear): string => {
  const number = donors.filter(({ paidUsd }) => paidUsd > 0).length
  return `${number} donor${number === 1 ? '' : 's'}`
}

const notes = (timeliness: SwgBrief['timeliness']): string[] =>
  timeliness
    .filter(({ rounds }) => rounds.includes('missing'))
    .map(({ twg }) => `${twg}: at least one report is missing; its figures are not available for that quarter.`)
