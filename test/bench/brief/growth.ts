import { compileSwgBrief, type SwgBriefInputs } from '#shared/domain/briefs/compile-swg-brief.ts'
import { swgMeetings } from '#shared/domain/calendar/meeting.ts'
import { type RoundId, roundAfter, roundOf } from '#shared/domain/calendar/round.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { sampleReports } from '../../fixtures/sample-reports.ts'
import type { Figure } from '../figure.ts'
import { interleaved, milliseconds, timed } from '../timing.ts'

const [FEW, MANY] = [15, 1500]
/** 1,500 reports are those of 75 years, and no form takes days before 2000. */
const NEWEST: RoundId = '2074-Q4'
const RUNS = 15
/** One compilation from few reports is too short to be timed alone. */
const AT_ONCE = 50
const MOST_EXPONENT = 1.1

/** The time of a working group's brief from 15 to 1,500 reports, as the exponent of its growth: 1 is linear. */
export const briefGrowth = async (): Promise<Figure> => {
  const [few, many] = [inputsOf(FEW), inputsOf(MANY)]
  const ways = [
    () => timed(async () => Array.from({ length: AT_ONCE }, () => compileSwgBrief(few))),
    () => timed(async () => compileSwgBrief(many)),
  ]
  await interleaved(ways, 3)
  const [short = Number.NaN, long = Number.NaN] = await interleaved(ways, RUNS)
  return {
    name: 'brief, 15 to 1,500 reports, growth',
    value: Math.log(long / (short / AT_ONCE)) / Math.log(MANY / FEW),
    unit: '',
    budget: { atMost: MOST_EXPONENT },
    detail: `${milliseconds(short / AT_ONCE)} to ${milliseconds(long)}`,
  }
}

const inputsOf = (count: number): SwgBriefInputs => {
  const [meeting] = swgMeetings(2026, laoUxo)
  if (!meeting) throw new Error('The sample sector has no meeting in 2026')
  const newestFirst = Array.from({ length: Math.ceil(count / laoUxo.twgs.length) }, (_, back) =>
    roundAfter(NEWEST, -back),
  )
  const oldestFirst = newestFirst.toReversed()
  const sent = sampleReports(oldestFirst)
  return {
    sector: laoUxo,
    meeting,
    seatChanges: [],
    coChairs: [],
    rounds: oldestFirst.map((round) => roundOf(round, laoUxo)),
    reports: new Map(
      laoUxo.twgs.map(({ id }) => [
        id,
        newestFirst.map((round) => ({ round, report: sent.get(`${round}/${id}`)?.report })),
      ]),
    ),
    funding: [],
    gaps: [],
    ledger: [],
    movements: 0,
    ledgerNotes: [],
    actionPoints: [],
    agenda: [],
    twgBriefs: [],
    released: undefined,
    askedForDay: meeting.day,
    ledgerAsOf: '2026-11-20T01:00:00.000Z',
    cutOff: '2026-11-20T01:00:00.000Z',
  }
}
