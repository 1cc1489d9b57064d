import type { Contribution, ContributionFacts } from './contribution.ts'
import { spellEntry } from './entries.ts'
import { spellAmount } from './money.ts'
import { type Movement, standing } from './movement.ts'
import type { TypedContribution } from './read-contribution.ts'
import { spellPillars, type TypedFacts } from './read-facts.ts'
import type { TypedMovement } from './read-movement.ts'

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

const typedMovement = ({ type, date, precision, amount, usdCents, usdBasis }: Step): TypedMovement => ({
  type,
  date: precision === 'year' ? date.slice(0, 4) : date,
  amount: spellAmount(amount.minor, amount.currency),
  currency: amount.currency,
  // Of an amount in US$ they follow, so that one figure alone is to be corrected.
  usd: amount.currency === 'USD' ? '' : spellAmount(usdCents, 'USD'),
  ...('published' in usdBasis
    ? { rate: '', rate_direction: '', rate_source: '', rate_date: '' }
    : {
        rate: usdBasis.rate,
        rate_direction: usdBasis.direction,
        rate_source: usdBasis.source,
        rate_date: usdBasis.date,
      }),
})
