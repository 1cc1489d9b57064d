import type { FundingYear } from '#shared/domain/briefs/model.ts'
import { fundingYear } from '#shared/domain/ledger/analysis/funding.ts'
import type { Deps } from '../deps.ts'
import { analyseLedger } from './analyse-ledger.ts'

/** The funding of every year that has movements, newest first, as each of its sources tells it. */
export const readFunding = (deps: Pick<Deps, 'records'>) => async (): Promise<FundingYear[]> =>
  (await analyseLedger(deps)()).flatMap(({ sources }) => sources.map((told) => fundingYear(told)))
