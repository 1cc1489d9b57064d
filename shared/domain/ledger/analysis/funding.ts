import type { FundingYear } from '../../briefs/model.ts'
import type { FundingSource } from '../contribution.ts'
import type { Movement } from '../movement.ts'
import type { YearChange } from './change.ts'
import { analyseYear, SourceTally, type YearAnalysis } from './year.ts'

/** A year as one of its sources tells it. */
export type OfSource = YearAnalysis & { readonly source: FundingSource }

/** A year as a brief tells it. */
export const fundingYear = (
  { inKindUsd: _, onwardUsd: __, recipients: ___, ...analysis }: YearAnalysis,
  change?: YearChange,
): FundingYear => ({
  ...analysis,
  donors: analysis.donors.map(({ id, name, paidUsd, committedUsd, pledgedUsd, share, original }) => ({
    id,
    donor: name,
    paidUsd,
    committedUsd,
    pledgedUsd,
    share,
    original,
  })),
  pillars: [...analysis.pillars],
  ...(change ? { change } : {}),
})

/** The funding of one year by donor, from movements of one source (domain §5), in US cents. */
export const fundingOf = (year: number, movements: Iterable<Movement>): FundingYear =>
  fundingYear(analyseYear(year, movements))

/** The whole ledger as each of its sources tells it: two are never merged. */
export class LedgerTally {
  private readonly tallies = new Map<FundingSource, SourceTally>()

  add(movement: Movement): void {
    const tally = this.tallies.get(movement.source) ?? new SourceTally()
    this.tallies.set(movement.source, tally)
    tally.add(movement)
  }

  /** Newest year first; within a year the source that knows of most money. A year that came to nothing is left out. */
  result(): OfSource[] {
    return [...this.tallies]
      .flatMap(([source, tally]) => tally.result().map((analysis) => ({ ...analysis, source })))
      .filter(({ donors, onwardUsd }) => donors.length > 0 || onwardUsd !== 0)
      .toSorted((a, b) => b.year - a.year || b.paidUsd - a.paidUsd || (a.source < b.source ? -1 : 1))
  }
}
