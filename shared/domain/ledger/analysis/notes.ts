import { usdInWords } from '../../number-in-words.ts'
import type { Movement } from '../movement.ts'
import { yearOf } from '../movement.ts'
import { sourceInWords } from '../source-in-words.ts'
import { explanationInWords } from './explanation-in-words.ts'
import type { Reconciliation } from './reconcile.ts'

/** Donors named where two sources differ; what is beyond is counted. */
const MOST_NAMED = 5

/**
 * What a brief says of the ledger beside its tables: where sources differ, and what was corrected, by whom and why.
 * @param corrections what took movements back, and what recorded again a contribution that was withdrawn
 * @param from the earliest year that the brief shows: of those before it states nothing that could be corrected
 * @param names of those who corrected, by what movements call them
 */
export const ledgerNotes = (
  reconciliations: readonly Reconciliation[],
  corrections: readonly Movement[],
  from: number,
  names: ReadonlyMap<string, string>,
): readonly string[] => [
  ...reconciliations.map(differenceNote),
  ...correctionNotes(
    corrections.filter((movement) => yearOf(movement) >= from),
    names,
  ),
]

const differenceNote = ({ year, sources, paidUsd, difference, donors }: Reconciliation): string => {
  const [first, second] = sources
  const [one, other] = paidUsd.map(usdInWords)
  const stated = `${year}: ${one} according to ${sourceInWords(first)}, ${other} according to ${sourceInWords(second)}`
  const apart = donors.filter((donor) => donor.difference !== 0)
  const named = (apart.length > MOST_NAMED ? apart.toSorted(explainedFirst) : apart)
    .slice(0, MOST_NAMED)
    .map((donor) => `${donor.name} ${usdInWords(donor.difference)} (${explanationInWords(donor)})`)
  const others = apart.length - MOST_NAMED
  const more = others > 0 ? [`and ${others} more ${others === 1 ? 'donor' : 'donors'}`] : []
  return apart.length === 0
    ? `${stated}; they agree on every donor.`
    : `${stated}; difference ${usdInWords(difference)}: ${[...named, ...more].join('; ')}.`
}

/** Where not all can be named, what somebody explained is. */
const explainedFirst = (a: Told, b: Told): number => Number(b.explanation !== '') - Number(a.explanation !== '')
type Told = Reconciliation['donors'][number]

const latestFirst = (a: Movement, b: Movement): number => (orderOf(a) < orderOf(b) ? 1 : -1)
const orderOf = ({ recordedAt, contribution, seq }: Movement): string =>
  `${recordedAt} ${contribution} ${String(seq).padStart(4, '0')}`

/** One note a contribution: what was done last, every year that it touched, and every reason, the latest first. */
const correctionNotes = (corrections: readonly Movement[], names: ReadonlyMap<string, string>): string[] => {
  const byContribution = new Map<string, Movement[]>()
  for (const movement of corrections.toSorted(latestFirst)) {
    const its = byContribution.get(movement.contribution) ?? []
    its.push(movement)
    byContribution.set(movement.contribution, its)
  }
  return [...byContribution.values()].map((its) => correctionNote(its, names))
}

const correctionNote = (its: readonly Movement[], names: ReadonlyMap<string, string>): string => {
  const [last] = its
  if (!last) return ''
  const whoOf = ({ recordedBy }: Movement) => names.get(recordedBy) ?? recordedBy
  const done = last.withdraws ? 'Withdrawn from' : last.restores ? 'Recorded again in' : 'Corrected in'
  const reasons = new Set(
    its.map((one) => (whoOf(one) === whoOf(last) ? (one.reason ?? '') : `by ${whoOf(one)}: ${one.reason ?? ''}`)),
  )
  return `${done} the ledger by ${whoOf(last)}: ${nameOf(last, its)}. Reason: ${[...reasons].join('; before that ')}`
}

/** `Ireland, Clearance in Khammouane, 2026`; donor and years are not repeated where the title says them. */
const nameOf = ({ donor, title }: Movement, its: readonly Movement[]): string => {
  const years = [...new Set(its.map(yearOf))].toSorted().map(String)
  return [title.includes(donor.name) ? '' : donor.name, title, ...years.filter((year) => !title.includes(year))]
    .filter((part) => part !== '')
    .join(', ')
}
