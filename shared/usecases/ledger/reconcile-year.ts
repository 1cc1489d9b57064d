import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { pairOf, type Reconciliation, reconciled } from '#shared/domain/ledger/analysis/reconcile.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { type Explained, everyExplanation } from '#shared/records/explanations.ts'
import type { Deps } from '../deps.ts'
import { analyseLedger } from './analyse-ledger.ts'
import { onlyReaders } from './read-contribution.ts'

export interface ReconcileYear {
  readonly year: number
  readonly first: string
  readonly second: string
}

/** Two sources, and all that was ever said of their differences, the latest first. */
export interface YearCompared extends Reconciliation {
  readonly explained: readonly Explained[]
}

/** Two sources of one year side by side, in either order: an address holds when the other source comes to know of more. What was paid in a year stands in that year, so no other is read. @throws UserError `forbidden`, `not-found` */
export const reconcileYear =
  (deps: Deps) =>
  async ({ year, first, second }: ReconcileYear, actor: Actor, now: Instant): Promise<YearCompared> => {
    onlyReaders(deps, actor, now)
    const [told] = await analyseLedger(deps)({ years: [year] })
    const sides = reconciled(told?.reconciliations ?? [], first, second)
    if (!sides) throw new UserError('not-found', say`There are no two such sources of this year`)
    return { ...sides, explained: await everyExplanation(deps.records, year, pairOf(...sides.sources)) }
  }
