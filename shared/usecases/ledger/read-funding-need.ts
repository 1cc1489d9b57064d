import { type RoundId, roundAfter } from '#shared/domain/calendar/round.ts'
import { type FundingNeed, NEED_ROUNDS, NEED_TWG, needIn } from '#shared/domain/ledger/analysis/need.ts'
import { readReport } from '#shared/records/reports.ts'
import type { Deps } from '../deps.ts'

/** What twelve months need, as the latest report up to a round states it. */
export const readFundingNeed = async (
  { records }: Pick<Deps, 'records'>,
  newest: RoundId,
): Promise<FundingNeed | undefined> => {
  const rounds = Array.from({ length: NEED_ROUNDS }, (_, back) => roundAfter(newest, -back))
  return needIn(await Promise.all(rounds.map(async (round) => (await readReport(records, round, NEED_TWG))?.value)))
}
