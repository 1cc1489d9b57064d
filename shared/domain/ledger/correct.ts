import { canonical } from '../canonical.ts'
import type { Instant } from '../dates.ts'
import type { Contribution, ContributionFacts, Doer } from './contribution.ts'
import { alikeIn, standInsOf } from './likeness.ts'
import { type Movement, standing, takenBackAt } from './movement.ts'
import { carriedBy, isMultiYear, type NewContribution, yearsOf } from './new-contribution.ts'

/** A fact that a correction changes, as it was and as it is. */
export interface FactChange {
  readonly fact: keyof ContributionFacts
  readonly from: string
  readonly to: string
}

/** The reason of a change, when it is made and by whom. */
interface Why {
  readonly reason: string
  readonly at: Instant
  readonly by: Doer
}

/** What a correction comes to: movements to append, never to edit. */
export interface Correction {
  readonly contribution: Contribution
  /** Reversals first, then what stands in for them and what is new. */
  readonly append: readonly Movement[]
  readonly facts: readonly FactChange[]
  readonly reversed: number
  /** Of those reversed, what is not wanted any more as it was; the others are only restated. */
  readonly withdrawn: number
  readonly added: number
}

/**
 * The movements that turn a contribution as recorded into one as wanted: what no longer holds is reversed, what holds now is
 * recorded anew. Where a fact changes that movements repeat, all of them are reversed and replaced.
 * @param movements all of this contribution, corrections too
 */
export const correctionOf = (
  contribution: Contribution,
  movements: readonly Movement[],
  wanted: NewContribution,
  why: Why,
): Correction => {
  const before = factsOf(contribution)
  const multiYear = isMultiYear(wanted.movements)
  const stands = standing(movements)
  const restated =
    !same(carriedBy(before), carriedBy(wanted.contribution)) || stands.some((one) => one.multiYear !== multiYear)
  const unchanged = alikeIn(stands, wanted.movements)
  const kept = restated ? [] : unchanged
  const withdrawn = stands.length - unchanged.length
  const reason = why.reason || (withdrawn === 0 ? RESTATED : '')
  const reversed = stands.filter((movement) => !kept.some(({ was }) => was === movement))
  const added = wanted.movements.filter((movement) => !kept.some(({ is }) => is === movement))
  const recording = { recordedAt: why.at, recordedBy: why.by.actor }
  const reversals = reversalsOf(reversed, contribution, { ...why, reason })
  const takenBack = contribution.withdrawn ? takenBackAt(movements, contribution.withdrawn.at) : stands
  const standIns = standInsOf(takenBack, wanted.movements)
  const additions = added.map((movement, index): Movement => {
    const stoodFor = standIns.get(movement)
    return {
      ...movement,
      contribution: contribution.id,
      seq: contribution.movements + reversals.length + index + 1,
      ...carriedBy(wanted.contribution),
      multiYear,
      ...recording,
      ...(contribution.withdrawn && { restores: true, reason }),
      ...(stoodFor && { correctsFrom: stoodFor.correctsFrom ?? stoodFor.recordedAt, replaces: stoodFor.seq, reason }),
    }
  })
  const append = [...reversals, ...additions]
  const { withdrawn: _, ...standsAgain } = contribution
  return {
    contribution: {
      ...standsAgain,
      ...wanted.contribution,
      movements: contribution.movements + append.length,
      years: yearsOf([...movements, ...append]),
    },
    append,
    facts: factChanges(before, wanted.contribution),
    reversed: reversals.length,
    withdrawn,
    added: additions.length,
  }
}

/**
 * The movements that take a contribution back as a whole: everything that stands is reversed, and nothing stands in for it.
 * @param movements all of this contribution, corrections too
 */
export const withdrawalOf = (
  contribution: Contribution,
  movements: readonly Movement[],
  why: Why,
): Pick<Correction, 'contribution' | 'append'> => {
  const append = reversalsOf(standing(movements), contribution, why).map(
    (reversal): Movement => ({ ...reversal, withdraws: true }),
  )
  return {
    contribution: { ...contribution, movements: contribution.movements + append.length, withdrawn: why },
    append,
  }
}

const reversalsOf = (reversed: readonly Movement[], { movements }: Contribution, { reason, at, by }: Why): Movement[] =>
  reversed.map((movement, index) => {
    const { replaces: _, reason: __, import: ___, restores: ____, ...facts } = movement
    return {
      ...facts,
      recordedAt: at,
      recordedBy: by.actor,
      correctsFrom: movement.correctsFrom ?? movement.recordedAt,
      seq: movements + index + 1,
      type: 'correction',
      amount: { ...movement.amount, minor: -movement.amount.minor },
      usdCents: -movement.usdCents,
      reverses: movement.seq,
      reversesType: movement.type === 'correction' ? 'disbursement' : movement.type,
      reason,
    }
  })

/** Why movements are recorded anew that nobody found wrong. */
const RESTATED = 'recorded anew: with a further tranche the agreement is of more than one year'

const FACTS = [
  'donor',
  'title',
  'recipient',
  'implementers',
  'pillars',
  'form',
  'provinces',
  'earmarking',
  'reference',
  'parent',
  'source',
  'evidence',
  'note',
] as const satisfies readonly (keyof ContributionFacts)[]

const factsOf = (contribution: Contribution): ContributionFacts =>
  Object.fromEntries(FACTS.map((fact) => [fact, contribution[fact]])) as ContributionFacts

const factChanges = (before: ContributionFacts, after: ContributionFacts): FactChange[] =>
  FACTS.map((fact) => ({ fact, from: spellFact(before[fact]), to: spellFact(after[fact]) })).filter(
    ({ from, to }) => from !== to,
  )

/** What a contribution says, fact by fact, in the words of its history. */
export const factsInWords = (contribution: ContributionFacts): ReadonlyMap<string, string> =>
  new Map(FACTS.map((fact) => [fact, spellFact(contribution[fact])]))

/** A fact in plain words: `clearance 60 %; risk education 40 %`. */
const spellFact = (value: ContributionFacts[keyof ContributionFacts]): string => {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return 'notDisaggregated' in value ? value.notDisaggregated.join('; ') : value.name
  return value.map((part) => (typeof part === 'string' ? part : `${part.pillar} ${part.percent} %`)).join('; ')
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
