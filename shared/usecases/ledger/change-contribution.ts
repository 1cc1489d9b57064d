import type { Actor } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { readText } from '#shared/domain/forms/read-text.ts'
import { mayChange } from '#shared/domain/ledger/access.ts'
import type { ContributionChange } from '#shared/domain/ledger/change.ts'
import type { Contribution } from '#shared/domain/ledger/contribution.ts'
import type { FactChange } from '#shared/domain/ledger/correct.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { type Said, say } from '#shared/domain/words/say.ts'
import { eventOf } from '#shared/events/event.ts'
import { contributionChangeWrite, contributionWrite, readContributionRecord } from '#shared/records/contributions.ts'
import { donorWrite } from '#shared/records/donors.ts'
import { eventWrites } from '#shared/records/events.ts'
import { movementWrites, yearWrites } from '#shared/records/ledger.ts'
import type { Stored } from '#shared/records/record.ts'
import { ConflictError, type Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

/** Longest reason of a change, in characters. */
const LONGEST_REASON = 500

/** A contribution that someone may change. @throws UserError `forbidden`, `not-found` */
export const contributionToChange = async (
  { records, sector }: Deps,
  id: string,
  actor: Actor,
  now: Instant,
): Promise<Stored<Contribution>> => {
  const found = await readContributionRecord(records, id)
  if (!found) throw new UserError('not-found', say`There is no such contribution`)
  if (!mayChange(actor.roles, found.contribution.value, dayAt(now, sector.timeZone))) {
    throw new UserError(
      'forbidden',
      say`Contributions are corrected and withdrawn by the secretariat; those that their donor stated, by its focal point too`,
    )
  }
  return found.contribution
}

/** What is wrong with the reason that was typed; undefined when nothing is. @param needed something is taken back */
export const reasonMistake = (typed: string, needed: boolean): Said | undefined => {
  const read = readText(typed, { longest: LONGEST_REASON, ...(needed ? { ask: say`Say why` } : {}) })
  return 'mistake' in read ? read.mistake : undefined
}

/**
 * Stores a change of a contribution with the movements it appends and its event, in one transaction.
 * @param checks what must still be as it was read
 * @throws UserError `changed` when someone else was first
 */
export const storeChange = async (
  { records, platform }: Deps,
  stored: Stored<Contribution>,
  { contribution, append }: { readonly contribution: Contribution; readonly append: readonly Movement[] },
  change: Omit<ContributionChange, 'movements' | 'facts'> & { readonly facts: readonly FactChange[] },
  type: 'ContributionCorrected' | 'ContributionRecorded',
  checks: readonly Write[] = [],
): Promise<void> => {
  const { id, donor, years } = contribution
  const sequence = stored.version + 1
  try {
    await records.transact([
      contributionWrite(contribution, stored),
      contributionChangeWrite(id, sequence, {
        ...change,
        facts: [...change.facts],
        movements: append.map(({ seq }) => seq),
      }),
      ...movementWrites(append),
      ...yearWrites(years.filter((year) => !stored.value.years.includes(year))),
      ...(donor.id === stored.value.donor.id ? [] : [donorWrite(donor)]),
      ...eventWrites(
        eventOf(
          {
            id: platform.newId(change.at),
            type,
            subject: `contribution/${id}`,
            sequence,
            data: { contribution: id, donor: donor.id, years },
          },
          { now: change.at, actor: change.by.actor },
        ),
      ),
      ...checks,
    ])
  } catch (error) {
    throw error instanceof ConflictError ? changed() : error
  }
}

export const changed = () =>
  new UserError(
    'changed',
    say`Someone changed this contribution, or one that it passes on, while you were at it: look at it again, then repeat your change`,
  )
