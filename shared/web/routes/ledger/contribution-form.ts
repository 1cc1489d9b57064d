import { MOST_MOVEMENTS } from '#shared/domain/ledger/contribution.ts'
import type { TypedContribution } from '#shared/domain/ledger/read-contribution.ts'
import { FACT_FIELDS, type TypedFacts } from '#shared/domain/ledger/read-facts.ts'
import { MOVEMENT_FIELDS, type TypedMovement } from '#shared/domain/ledger/read-movement.ts'
import { readForm } from '../../access/form-post.ts'
import type { Visit } from '../../visit.ts'

const emptyMovement = Object.fromEntries(MOVEMENT_FIELDS.map((field) => [field, ''])) as unknown as TypedMovement

/** The form as it is opened. */
export const emptyContribution = (donor: string): TypedContribution => ({
  facts: { ...(Object.fromEntries(FACT_FIELDS.map((field) => [field, ''])) as unknown as TypedFacts), donor },
  total: '',
  movements: [emptyMovement],
})

/** The form with room for another movement. */
export const oneMore = (typed: TypedContribution): TypedContribution => ({
  ...typed,
  movements: [...typed.movements, emptyMovement].slice(0, MOST_MOVEMENTS),
})

/** What was typed. A movement without amount and date is left out, so one is removed; of none at all the first stays to be filled in. */
export const readContributionForm = async (c: Visit): Promise<TypedContribution> => {
  const { count } = await readForm(c, ['count'])
  const rows = Math.min(Math.max(1, Number.parseInt(count, 10) || 1), MOST_MOVEMENTS + 1)
  const movements = await Promise.all(
    Array.from({ length: rows }, async (_, index) => {
      const typed = await readForm(
        c,
        MOVEMENT_FIELDS.map((field) => `movements.${index}.${field}`),
      )
      return Object.fromEntries(
        MOVEMENT_FIELDS.map((field) => [field, typed[`movements.${index}.${field}`] ?? '']),
      ) as unknown as TypedMovement
    }),
  )
  const facts = await readForm(c, FACT_FIELDS)
  const { total } = await readForm(c, ['total'])
  const filled = movements.filter(({ amount, date }) => `${amount}${date}`.trim() !== '')
  return { facts, total, movements: filled.length > 0 ? filled : movements.slice(0, 1) }
}
