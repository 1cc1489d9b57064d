import type { Sector } from '#shared/sector/schema.ts'
import type { PlainDate } from '../dates.ts'
import { say } from '../words/say.ts'
import { MOST_MOVEMENTS } from './contribution.ts'
import type { NewContribution, NewMovement } from './new-contribution.ts'
import { amountMistake, readAmount } from './read-amount.ts'
import { readFacts, type TypedFacts } from './read-facts.ts'
import { type Mistake, type Reading, readMovement, type TypedMovement } from './read-movement.ts'

/** A contribution as it is typed. */
export interface TypedContribution {
  readonly facts: TypedFacts
  /** What the yearly tranches must add up to, in their currency; may be left empty. */
  readonly total: string
  readonly movements: readonly TypedMovement[]
}

/** Why a contribution cannot be read. What it passes on, where that can be read, can be looked up beside it. */
export interface UnreadContribution {
  readonly mistakes: readonly Mistake[]
  readonly parent: string
}

/**
 * Reads a whole contribution. Fields of movements are named by their place: `movements.0.amount`.
 * @param how how its days are read, where that is not as in a form
 */
export const readContribution = (
  typed: TypedContribution,
  sector: Pick<Sector, 'provinces'>,
  today: PlainDate,
  how: Pick<Reading, 'dayIn'> = {},
): { readonly contribution: NewContribution } | UnreadContribution => {
  const facts = readFacts(typed.facts, sector)
  const reading = { ...how, today, source: typed.facts.source.trim() || 'donor' }
  const read = typed.movements.map((movement) => readMovement(movement, reading))
  const mistakes: Mistake[] = [
    ...('mistakes' in facts ? facts.mistakes : []),
    ...read.flatMap((one, index) =>
      'mistakes' in one
        ? one.mistakes.map(({ field, message }) => ({ field: `movements.${index}.${field}`, message }))
        : [],
    ),
  ]
  const movements = read.flatMap((one) => ('movement' in one ? [one.movement] : []))
  if (typed.movements.length === 0) mistakes.push({ field: 'movements', message: say`Enter at least one movement` })
  if (typed.movements.length > MOST_MOVEMENTS) {
    mistakes.push({ field: 'movements', message: say`Enter ${MOST_MOVEMENTS} movements at most` })
  }
  const isWhole = movements.length === read.length
  mistakes.push(...(isWhole ? checkTotal(typed.total, movements) : totalMistakes(typed.total)))
  if (mistakes.length > 0 || 'mistakes' in facts) {
    const isParentWrong = mistakes.some(({ field }) => field === 'parent')
    return { mistakes, parent: isParentWrong ? '' : typed.facts.parent.normalize('NFC').trim() }
  }
  return { contribution: { contribution: facts.facts, movements } }
}

/** What is wrong with a total whatever the tranches are. */
const totalMistakes = (typed: string): Mistake[] => {
  const message = typed.trim() === '' ? undefined : amountMistake(typed)
  return message ? [{ field: 'total', message }] : []
}

/** Yearly tranches add up to the total of the agreement. */
const checkTotal = (typed: string, movements: readonly NewMovement[]): Mistake[] => {
  if (typed.trim() === '') return []
  const tranches = movements.filter(({ type }) => type === 'commitment')
  const [first] = tranches
  if (!first) return [{ field: 'total', message: say`There is no commitment that could add up to it` }]
  const { currency } = first.amount
  if (tranches.some(({ amount }) => amount.currency !== currency)) {
    return [{ field: 'total', message: say`The commitments are in different currencies` }]
  }
  const total = readAmount(typed, currency)
  if ('mistake' in total) return [{ field: 'total', message: total.mistake }]
  const sum = tranches.reduce((all, { amount }) => all + BigInt(amount.minor), 0n)
  return sum === BigInt(total.minor) ? [] : [{ field: 'total', message: say`The commitments do not add up to it` }]
}
