import { changeOn, type YearChange } from '#shared/domain/ledger/analysis/change.ts'
import { LedgerTally, type OfSource } from '#shared/domain/ledger/analysis/funding.ts'
import { type Reconciliation, reconcileAll } from '#shared/domain/ledger/analysis/reconcile.ts'
import type { FundingSource } from '#shared/domain/ledger/contribution.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { readExplanations } from '#shared/records/explanations.ts'
import { eachMovementOf, ledgerYears } from '#shared/records/ledger.ts'
import type { Deps } from '../deps.ts'

export interface LedgerYear {
  readonly year: number
  /** As each source tells the year, the one that knows of most money first; never merged. */
  readonly sources: readonly OfSource[]
  readonly reconciliations: readonly Reconciliation[]
  /** How what each source says was paid changed on the year before, where that is known. */
  readonly changes: ReadonlyMap<FundingSource, YearChange>
}

interface Analysing {
  readonly watch?: (movement: Movement) => void
  readonly years?: Iterable<number>
  readonly only?: (movement: Movement) => boolean
}

/**
 * Analyses the years of the ledger, newest first. Every movement is read once and let go as soon as it is counted.
 * @param only what counts; all of it unless said
 * @param watch sees every movement that counts on its way
 * @param years these alone: what others paid of their commitments stays unknown
 */
export const analyseLedger =
  ({ records }: Pick<Deps, 'records'>) =>
  async ({ watch, years, only }: Analysing = {}): Promise<readonly LedgerYear[]> => {
    const tally = new LedgerTally()
    await eachMovementOf(records, years ?? (await ledgerYears(records)), (movement) => {
      if (only && !only(movement)) return
      watch?.(movement)
      tally.add(movement)
    })
    const analyses = tally.result()
    const changeSince = (current: OfSource) =>
      changeOn(
        analyses.find(({ year, source }) => year === current.year - 1 && source === current.source),
        current,
      )
    return Promise.all(
      [...new Set(analyses.map(({ year }) => year))].map(async (year) => {
        const sources = analyses.filter((analysis) => analysis.year === year)
        const explanations = sources.length > 1 ? await readExplanations(records, year) : []
        const changes = new Map(
          sources.flatMap((current) => {
            const change = changeSince(current)
            return change ? [[current.source, change] as const] : []
          }),
        )
        return { year, sources, reconciliations: reconcileAll(sources, explanations), changes }
      }),
    )
  }
