import type { FundingYear } from '#shared/domain/briefs/model.ts'
import { fundingOf } from '#shared/domain/ledger/funding.ts'
import { ledgerYears, movementsOf } from '#shared/records/ledger.ts'
import type { Deps } from '../deps.ts'

/** The funding of every year that has movements, newest first, computed from the movements. */
export const readFunding =
  ({ records }: Pick<Deps, 'records'>) =>
  async (): Promise<FundingYear[]> =>
    Promise.all((await ledgerYears(records)).map(async (year) => fundingOf(year, await movementsOf(records, year))))
