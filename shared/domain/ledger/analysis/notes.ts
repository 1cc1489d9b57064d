import { spellMoney } from '../money.ts'
import type { Movement } from '../movement.ts'
import { yearOf } from '../movement.ts'
import { sourceInWords } from '../source-in-words.ts'
import type { Reconciliation } from './reconcile.ts'

/** Donors named where two sources differ, and corrections named one by one; what is beyond is counted. */
const MOST_NAMED = 5

/** What a brief says of the ledger beside its tables: where sources differ, and what was corrected and why. */
export const ledgerNotes = (
  reconciliations: readonly Reconciliation[],
  corrections: readonly Movement[],
): readonly string[] => [...reconciliations.map(differenceNote), ...correctionNotes(corrections)]

const differenceNote = ({ year, sources, paidUsd, difference, donors }: Reconciliation): string => {
  const [first, second] = sources
  const [one, other] = paidUsd.map((cents) => spellMoney(cents, 'USD'))
  const stated = `${year}: ${one} according to ${sourceInWords(first)}, ${other} according to ${sourceInWords(second)}`
  const apart = donors.filter((donor) => donor.difference !== 0)
  const named = apart.slice(0, MOST_NAMED).map(({ name, difference, explanation }) => {
    const why = explanation === '' ? 'not explained yet' : explanation
    return `${name} ${spellMoney(difference, 'USD')} (${why})`
  })
  const more = apart.length > MOST_NAMED ? [`and ${apart.length - MOST_NAMED} more donors`] : []
  return apart.length === 0
    ? `${stated}; they agree on every donor.`
    : `${stated}; difference ${spellMoney(difference, 'USD')}: ${[...named, ...more].join('; ')}.`
}

const latestFirst = (a: Movement, b: Movement): number => (orderOf(a) < orderOf(b) ? 1 : -1)
const orderOf = ({ recordedAt, contribution, seq }: Movement): string =>
  `${recordedAt} ${contribution} ${String(seq).padStart(4, '0')}`

/** One note a contribution, year and reason: a correction may reverse several movements. */
const correctionNotes = (corrections: readonly Movement[]): string[] => {
  const notes = new Map<string, string>()
  for (const movement of corrections.toSorted(latestFirst)) {
    const { contribution, donor, title, withdraws, reason = '' } = movement
    const year = yearOf(movement)
    notes.set(
      JSON.stringify([contribution, year, reason]),
      `${withdraws ? 'Withdrawn from' : 'Corrected in'} the ledger: ${donor.name}, ${title}, ${year}. Reason: ${reason}`,
    )
  }
  const all = [...notes.values()]
  const more = all.length - MOST_NAMED
  return more > 0 ? [...all.slice(0, MOST_NAMED), `${more} more corrections are in the ledger.`] : all
}
