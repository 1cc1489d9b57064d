import { roundAfter, roundOfDay } from '#shared/domain/calendar/round.ts'
import type { PlainDate } from '#shared/domain/dates.ts'
import { type FundingNeed, NEED_ROUNDS, NEED_TWG, needIn } from '#shared/domain/ledger/analysis/need.ts'
import { readReport } from '#shared/records/reports.ts'
import type { Deps } from '../deps.ts'

/** What the next twelve months need, as the latest report before that day states it. */
export const readFundingNeed = async (
  { records }: Pick<Deps, 'records'>,
  today: PlainDate,
): Promise<FundingNeed | undefined> => {
  const rounds = Array.from({ length: NEED_ROUNDS }, (_, back) => roundAfter(roundOfDay(today), -back))
  return needIn(await Promise.all(rounds.map(async (round) => (await readReport(records, round, NEED_TWG))?.value)))
}
