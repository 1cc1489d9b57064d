import type { Instant } from '../dates.ts'
import type { Contribution, ContributionFacts, Doer, Pillars } from './contribution.ts'
import { hundredths } from './exact.ts'
import { type Movement, type MovementKind, yearOf } from './movement.ts'

/** A step as it is given, before it has a number. */
export type NewMovement = Pick<Movement, 'date' | 'precision' | 'amount' | 'usdCents' | 'usdBasis'> & {
  readonly type: MovementKind
}

/** A contribution with its movements, not yet given an id. */
export interface NewContribution {
  readonly contribution: ContributionFacts
  readonly movements: readonly NewMovement[]
}

/** Who recorded it, when, and with which import. */
export interface Recording {
  readonly at: Instant
  readonly by: Doer
  readonly import?: string
}

/** What movements repeat of their contribution. */
export const carriedBy = ({ evidence: _, note: __, ...carried }: ContributionFacts) => carried

/** Money committed in yearly tranches, for more than one year. */
export const isMultiYear = (movements: readonly NewMovement[]): boolean =>
  new Set(movements.filter(({ type }) => type === 'commitment').map(yearOf)).size > 1

/** The years of movements, each once, in order. */
export const yearsOf = (movements: readonly Pick<Movement, 'date'>[]): number[] =>
  [...new Set(movements.map(yearOf))].toSorted((a, b) => a - b)

/** Gives a contribution its id and its movements their numbers. */
export const recorded = (
  id: string,
  { contribution, movements }: NewContribution,
  { at, by, import: file }: Recording,
): { contribution: Contribution; movements: Movement[] } => {
  const origin = file === undefined ? {} : { import: file }
  const multiYear = isMultiYear(movements)
  return {
    contribution: {
      ...contribution,
      id,
      movements: movements.length,
      years: yearsOf(movements),
      recorded: { at, by },
      ...origin,
    },
    movements: movements.map((movement, index) => ({
      ...movement,
      contribution: id,
      seq: index + 1,
      ...carriedBy(contribution),
      multiYear,
      recordedAt: at,
      recordedBy: by.actor,
      ...origin,
    })),
  }
}

/** Percentages add up to 100, to the hundredth. */
export const addUp = (pillars: Exclude<Pillars, { notDisaggregated: string[] }>): boolean =>
  pillars.reduce((sum, { percent }) => sum + hundredths(percent), 0n) === 10_000n
