import type { Contribution, ContributionFacts } from './contribution.ts'
import { spellEntry } from './entries.ts'
import { usdCentsAt } from './exchange.ts'
import { minorUnits, spellAmount } from './money.ts'
import { type Movement, standing } from './movement.ts'
import type { TypedContribution } from './read-contribution.ts'
import type { TypedFacts } from './read-facts.ts'
import type { TypedMovement } from './read-movement.ts'
import { spellPillars } from './read-pillars.ts'

type Step = Pick<Movement, 'type' | 'date' | 'precision' | 'amount' | 'usdCents' | 'usdBasis'>

/** A contribution as its form holds it: read again unchanged, it is the same. */
export const typeOut = (facts: ContributionFacts | Contribution, movements: readonly Step[]): TypedContribution => ({
  facts: typedFacts(facts),
  total: '',
  movements: movements.map(typedMovement),
})

/**
 * Whether a form that holds mistakes would take something back: a fact differs, or a movement that stands is not in it as it was.
 * @param movements all of the contribution
 */
export const takesBackAsTyped = (
  contribution: Contribution,
  movements: readonly Movement[],
  typed: TypedContribution,
): boolean => {
  const stands = typeOut(contribution, standing(movements))
  const left = typed.movements.map(spelt)
  return (
    spelt({ ...stands.facts, source: '' }) !== spelt({ ...typed.facts, source: '' }) ||
    stands.movements.some((movement) => !left.includes(spelt(movement)))
  )
}

const OF_THE_RATE = ['currency', 'usd', 'rate', 'rate_direction', 'rate_source', 'rate_date'] as const

/**
 * What was typed over a contribution whose US$ were given beside a rate: where the amount alone is another one, the US$ are left
 * to the rate. They stand in the form as they were frozen, and nobody gave them for the new amount.
 * @param movements all of the contribution, so that a form that is sent again is read as before
 */
export const followingRate = (typed: TypedContribution, movements: readonly Movement[]): TypedContribution => {
  const recorded = movements
    .filter(({ type }) => type !== 'correction')
    .map((movement) => ({ movement, out: typedMovement(movement) }))
  const isFrozen = (one: TypedMovement): boolean =>
    one.rate.trim() !== '' &&
    recorded.some(
      ({ movement, out }) =>
        OF_THE_RATE.every((field) => out[field] === one[field].trim()) &&
        minorUnits(one.amount, movement.amount.currency) !== movement.amount.minor,
    ) &&
    !recorded.some(({ out }) => spelt(out) === spelt(one))
  return { ...typed, movements: typed.movements.map((one) => (isFrozen(one) ? { ...one, usd: '' } : one)) }
}

const spelt = (fields: TypedFacts | TypedMovement): string =>
  JSON.stringify(
    Object.entries(fields)
      .map(([field, text]) => [field, text.trim()])
      .toSorted(),
  )

const typedFacts = (facts: ContributionFacts): TypedFacts => ({
  donor: facts.donor.name,
  title: facts.title,
  recipient: facts.recipient,
  implementers: facts.implementers.map((name) => spellEntry(name)).join('; '),
  form: facts.form,
  pillars: spellPillars(facts.pillars),
  provinces: facts.provinces.join('; '),
  earmarking: facts.earmarking,
  reference: facts.reference,
  evidence: facts.evidence,
  parent: facts.parent,
  source: facts.source,
  note: facts.note,
})

/** Whether the US$ are what the amount gives: it is in US$, or at the rate. */
const follows = ({ amount, usdCents, usdBasis }: Pick<Step, 'amount' | 'usdCents' | 'usdBasis'>): boolean =>
  amount.currency === 'USD' ||
  ('rate' in usdBasis && usdCentsAt(amount.minor, amount.currency, usdBasis.rate, usdBasis.direction) === usdCents)

const typedMovement = ({ type, date, precision, amount, usdCents, usdBasis }: Step): TypedMovement => ({
  type,
  date: precision === 'year' ? date.slice(0, 4) : date,
  amount: spellAmount(amount.minor, amount.currency),
  currency: amount.currency,
  // Where they follow from the amount they are left out, so that one figure alone is to be corrected.
  usd: follows({ amount, usdCents, usdBasis }) ? '' : spellAmount(usdCents, 'USD'),
  ...('published' in usdBasis
    ? { rate: '', rate_direction: '', rate_source: '', rate_date: '' }
    : {
        rate: usdBasis.rate,
        rate_direction: usdBasis.direction,
        rate_source: usdBasis.source,
        rate_date: usdBasis.date,
      }),
})
