import type { FundingSource } from '../contribution.ts'
import type { OfSource } from './funding.ts'

/** Why two sources differ on a donor's year, in the words of whoever looked into it. */
export interface Explanation {
  readonly donor: string
  readonly text: string
  /** What it explains: the source that `pairOf` names first less the other, in US cents. Unknown of old ones. */
  readonly difference?: number | undefined
}

/** What two sources say was paid in one year, in US cents. */
export interface Reconciliation {
  readonly year: number
  readonly sources: readonly [FundingSource, FundingSource]
  readonly paidUsd: readonly [number, number]
  readonly difference: number
  /** Largest difference first. */
  readonly donors: readonly {
    readonly id: string
    readonly name: string
    readonly paidUsd: readonly [number, number]
    readonly difference: number
    readonly explanation: string
    /** The difference that the explanation was written for, where that is another one. */
    readonly explainedDifference?: number
  }[]
}

/** Sets two sources of one year side by side, donor by donor; they are never merged, and neither is called right. */
export const reconcile = (
  first: OfSource,
  second: OfSource,
  explanations: readonly Explanation[] = [],
): Reconciliation => {
  const paidBy = (of: OfSource, donor: string) => of.donors.find(({ id }) => id === donor)?.paidUsd ?? 0
  const names = new Map([...second.donors, ...first.donors].map(({ id, name }) => [id, name]))
  const donors = [...names].map(([id, name]) => {
    const paidUsd = [paidBy(first, id), paidBy(second, id)] as const
    const difference = paidUsd[0] - paidUsd[1]
    const { text: explanation = '', difference: said } = explanations.find(({ donor }) => donor === id) ?? {}
    const explained = said === undefined || first.source < second.source ? said : 0 - said
    return {
      ...{ id, name, paidUsd, difference, explanation },
      ...(explanation === '' || explained === undefined || explained === difference
        ? {}
        : { explainedDifference: explained }),
    }
  })
  return {
    year: first.year,
    sources: [first.source, second.source],
    paidUsd: [first.paidUsd, second.paidUsd],
    difference: first.paidUsd - second.paidUsd,
    donors: donors.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.id < b.id ? -1 : 1)),
  }
}

/** Every pair of sources of a year. @param explanations of that year, for any pair */
export const reconcileAll = (
  analyses: readonly OfSource[],
  explanations: readonly (Explanation & { readonly sources: string })[],
): Reconciliation[] =>
  analyses.flatMap((first, index) =>
    analyses.slice(index + 1).map((second) => {
      const pair = pairOf(first.source, second.source)
      return reconcile(
        first,
        second,
        explanations.filter(({ sources }) => sources === pair),
      )
    }),
  )

/** Two sources in the order that is asked for, whichever knows of more money; undefined where one of them tells nothing. */
export const reconciled = (
  all: readonly Reconciliation[],
  first: string,
  second: string,
): Reconciliation | undefined => {
  const isOf = (a: string, b: string) => (one: Reconciliation) => one.sources[0] === a && one.sources[1] === b
  const other = all.find(isOf(second, first))
  return all.find(isOf(first, second)) ?? (other && turned(other))
}

const turned = ({ year, sources, paidUsd, difference, donors }: Reconciliation): Reconciliation => ({
  year,
  sources: [sources[1], sources[0]],
  paidUsd: [paidUsd[1], paidUsd[0]],
  difference: 0 - difference,
  donors: donors.map((donor) => ({
    ...donor,
    paidUsd: [donor.paidUsd[1], donor.paidUsd[0]],
    difference: 0 - donor.difference,
    ...(donor.explainedDifference === undefined ? {} : { explainedDifference: 0 - donor.explainedDifference }),
  })),
})

/** What one donor's two sources differ by, in the order of `pairOf`; undefined where neither pays or one tells nothing. */
export const differenceOf = (
  all: readonly Reconciliation[],
  { sources, donor }: { readonly sources: string; readonly donor: string },
): number | undefined => {
  const [first = '', second = ''] = sources.split('+')
  return reconciled(all, first, second)?.donors.find(({ id }) => id === donor)?.difference
}

/** Names two sources, whichever comes first. */
export const pairOf = (a: FundingSource, b: FundingSource): string => [a, b].toSorted().join('+')
