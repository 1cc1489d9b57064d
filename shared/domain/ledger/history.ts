import type { Instant } from '../dates.ts'
import type { Confirmation, ContributionChange } from './change.ts'
import type { Contribution } from './contribution.ts'
import { factsInWords } from './correct.ts'
import type { Movement } from './movement.ts'

/** One line of a contribution's history: who, when, what, why. */
export interface HistoryLine {
  readonly at: Instant
  readonly who: string
  readonly what: 'recorded' | 'imported' | ContributionChange['what'] | 'confirmed'
  readonly why: string
  /** Of the first line: what was recorded, from nothing. */
  readonly facts: ContributionChange['facts']
  readonly movements: readonly Movement[]
}

/**
 * The history of a contribution, latest first.
 * @param movements all of it, corrections too
 * @param confirmations of every donor that it was ever recorded for; those given while it was recorded for another are left out
 */
export const historyOf = (
  contribution: Contribution,
  movements: readonly Movement[],
  changes: readonly ContributionChange[],
  confirmations: readonly Confirmation[],
): HistoryLine[] => {
  const later = new Set(changes.flatMap((change) => change.movements))
  const { at, by } = contribution.recorded
  const begun: HistoryLine = {
    at,
    who: by.name,
    what: contribution.import === undefined ? 'recorded' : 'imported',
    why: '',
    facts: factsAtFirst(contribution, changes),
    movements: movements.filter(({ seq }) => !later.has(seq)),
  }
  const changed = changes.map(
    (change): HistoryLine => ({
      at: change.at,
      who: change.by.name,
      what: change.what,
      why: change.reason,
      facts: change.facts,
      movements: movements.filter(({ seq }) => change.movements.includes(seq)),
    }),
  )
  const confirmed = confirmations
    .filter((confirmation) => donorAt(movements, confirmation.at) === confirmation.donor)
    .map((one): HistoryLine => ({ at: one.at, who: one.by.name, what: 'confirmed', why: '', facts: [], movements: [] }))
  return [begun, ...changed, ...confirmed].toReversed().toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

/** The donor that it was recorded for just before a moment: a correction of the donor records every movement anew. */
const donorAt = (movements: readonly Movement[], moment: Instant): string | undefined =>
  movements
    .filter(({ type, recordedAt }) => type !== 'correction' && recordedAt < moment)
    .toSorted((a, b) => a.seq - b.seq)
    .at(-1)?.donor.id

/** What was said when it was recorded: what is said now, with every change undone. @param changes oldest first */
const factsAtFirst = (contribution: Contribution, changes: readonly ContributionChange[]): HistoryLine['facts'] => {
  const facts = new Map(factsInWords(contribution))
  for (const { fact, from } of changes.toReversed().flatMap((change) => change.facts)) facts.set(fact, from)
  return [...facts].flatMap(([fact, to]) => (to === '' ? [] : [{ fact, from: '', to }]))
}
