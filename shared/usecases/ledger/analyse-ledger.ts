import { LedgerTally, type OfSource } from '#shared/domain/ledger/analysis/funding.ts'
import { type Reconciliation, reconcileAll } from '#shared/domain/ledger/analysis/reconcile.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { readExplanations } from '#shared/records/explanations.ts'
import { eachMovementOf, ledgerYears } from '#shared/records/ledger.ts'
import type { Deps } from '../deps.ts'

export interface LedgerYear {
  readonly year: number
  /** As each source tells the year, the one that knows of most money first; never merged. */
  readonly sources: readonly OfSource[]
  readonly reconciliations: readonly Reconciliation[]
}

/**
 * Analyses the years of the ledger, newest first. Every movement is read once and let go as soon as it is counted.
 * @param watch sees every movement on its way
 */
export const analyseLedger =
  ({ records }: Pick<Deps, 'records'>) =>
  async (watch?: (movement: Movement) => void): Promise<readonly LedgerYear[]> => {
    const tally = new LedgerTally()
    for (const year of await ledgerYears(records)) {
      await eachMovementOf(records, year, (movement) => {
        watch?.(movement)
        tally.add(movement)
      })
    }
    const analyses = tally.result()
    return Promise.all(
      [...new Set(analyses.map(({ year }) => year))].map(async (year) => {
        const sources = analyses.filter((analysis) => analysis.year === year)
        const explanations = sources.length > 1 ? await readExplanations(records, year) : []
        return { year, sources, reconciliations: reconcileAll(sources, explanations) }
      }),
    )
  }
