import { usdInWords } from '../../number-in-words.ts'
import type { Movement } from '../movement.ts'
import { yearOf } from '../movement.ts'
import { sourceInWords } from '../source-in-words.ts'
import type { Reconciliation } from './reconcile.ts'

/** Donors named where two sources differ, and corrections named one by one; what is beyond is counted. */
const MOST_NAMED = 5

/**
 * What a brief says of the ledger beside its tables: where sources differ, and what was corrected, by whom and why.
 * @param names of those who corrected, by what movements call them
 */
export const ledgerNotes = (
  reconciliations: readonly Reconciliation[],
  corrections: readonly Movement[],
  names: ReadonlyMap<string, string>,
): readonly string[] => [...reconciliations.map(differenceNote), ...correctionNotes(corrections, names)]

const differenceNote = ({ year, sources, paidUsd, difference, donors }: Reconciliation): string => {
  const [first, second] = sources
  const [one, other] = paidUsd.map(usdInWords)
  const stated = `${year}: ${one} according to ${sourceInWords(first)}, ${other} according to ${sourceInWords(second)}`
  const apart = donors.filter((donor) => donor.difference !== 0)
  const named = apart.slice(0, MOST_NAMED).map(({ name, difference, explanation }) => {
    const why = explanation === '' ? 'not explained yet' : explanation
    return `${name} ${usdInWords(difference)} (${why})`
  })
  const more = apart.length > MOST_NAMED ? [`and ${apart.length - MOST_NAMED} more donors`] : []
  return apart.length === 0
    ? `${stated}; they agree on every donor.`
    : `${stated}; difference ${usdInWords(difference)}: ${[...named, ...more].join('; ')}.`
}

const latestFirst = (a: Movement, b: Movement): number => (orderOf(a) < orderOf(b) ? 1 : -1)
const orderOf = ({ recordedAt, contribution, seq }: Movement): string =>
  `${recordedAt} ${contribution} ${String(seq).padStart(4, '0')}`

/** One note a contribution, year and reason: a correction may reverse several movements. */
const correctionNotes = (corrections: readonly Movement[], names: ReadonlyMap<string, string>): string[] => {
  const notes = new Map<string, string>()
  for (const movement of corrections.toSorted(latestFirst)) {
    const { contribution, withdraws, recordedBy, reason = '' } = movement
    const year = yearOf(movement)
    const done = `${withdraws ? 'Withdrawn from' : 'Corrected in'} the ledger by ${names.get(recordedBy) ?? recordedBy}`
    notes.set(JSON.stringify([contribution, year, reason]), `${done}: ${nameOf(movement)}. Reason: ${reason}`)
  }
  const all = [...notes.values()]
  const more = all.length - MOST_NAMED
  return more > 0 ? [...all.slice(0, MOST_NAMED), `${more} more corrections are in the ledger.`] : all
}

/** `Ireland, Clearance in Khammouane, 2026`; donor and year are not repeated where the title says them. */
const nameOf = (movement: Movement): string => {
  const { donor, title } = movement
  const year = String(yearOf(movement))
  return [title.includes(donor.name) ? '' : donor.name, title, title.includes(year) ? '' : year]
    .filter((part) => part !== '')
    .join(', ')
}
