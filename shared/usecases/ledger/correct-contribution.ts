import type { Actor } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { mayRecordFor } from '#shared/domain/ledger/access.ts'
import { type Correction, correctionOf } from '#shared/domain/ledger/correct.ts'
import type { TypedContribution } from '#shared/domain/ledger/read-contribution.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { eventOf } from '#shared/events/event.ts'
import { contributionChangeWrite, contributionWrite, readContributionRecord } from '#shared/records/contributions.ts'
import { eventWrites } from '#shared/records/events.ts'
import { movementsOfContribution, movementWrites, yearWrites } from '#shared/records/ledger.ts'
import { ConflictError } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { typedContribution } from './enter-contribution.ts'

export interface CorrectContribution {
  readonly id: string
  /** The version that was looked at. */
  readonly version: number
  readonly reason: string
  readonly typed: TypedContribution
}

const LONGEST_REASON = 500

/**
 * Corrects a contribution, or adds movements to it. Nothing is edited: what no longer holds is reversed, what holds is
 * recorded anew, in one transaction with the event, so that the next brief is compiled from it.
 * @throws UserError `forbidden`, `not-found`, `changed` when someone else was first, `reason` where something is taken back
 *   without one, `nothing-changed`; ContributionMistakes
 */
export const correctContribution =
  (deps: Deps) =>
  async ({ id, version, reason, typed }: CorrectContribution, actor: Actor, now: Instant): Promise<void> => {
    const { records, sector } = deps
    const found = await readContributionRecord(records, id)
    if (!found) throw new UserError('not-found', 'There is no such contribution')
    const stored = found.contribution
    if (!mayRecordFor(actor.roles, stored.value.donor.id, dayAt(now, sector.timeZone))) {
      throw new UserError(
        'forbidden',
        'Contributions are corrected by the secretariat and by the focal point of their donor',
      )
    }
    if (stored.version !== version) throw changed()
    const wanted = await typedContribution(deps, typed, actor, now, stored.value.source)
    const by = { actor: `contact/${actor.contact.id}`, name: actor.contact.name }
    const why = { reason: reason.trim().slice(0, LONGEST_REASON), at: now, by }
    const movements = await movementsOfContribution(records, id, stored.value.years)
    const correction = correctionOf(stored.value, movements, wanted, why)
    const takesBack = correction.withdrawn > 0 || correction.facts.length > 0
    if (!takesBack && correction.added === 0) throw new UserError('nothing-changed', 'Nothing was changed')
    if (takesBack && why.reason === '') throw new UserError('reason', 'Say why this is corrected', 'reason')
    const change = {
      at: now,
      by,
      what: takesBack ? ('corrected' as const) : ('added' as const),
      reason: why.reason,
      facts: [...correction.facts],
      movements: correction.append.map(({ seq }) => seq),
    }
    try {
      await records.transact([
        contributionWrite(correction.contribution, stored),
        contributionChangeWrite(id, version + 1, change),
        ...movementWrites(correction.append),
        ...yearWrites(correction.contribution.years.filter((year) => !stored.value.years.includes(year))),
        ...eventWrites(changeEvent(deps, correction, version + 1, { now, actor: by.actor })),
      ])
    } catch (error) {
      throw error instanceof ConflictError ? changed() : error
    }
  }

const changeEvent = (
  { platform }: Deps,
  { contribution: { id, donor, years }, reversed, facts }: Correction,
  sequence: number,
  cause: { now: Instant; actor: string },
) =>
  eventOf(
    {
      id: platform.newId(cause.now),
      type: reversed > 0 || facts.length > 0 ? 'ContributionCorrected' : 'ContributionRecorded',
      subject: `contribution/${id}`,
      sequence,
      data: { contribution: id, donor: donor.id, years },
    },
    cause,
  )

const changed = () =>
  new UserError(
    'changed',
    'Someone changed this contribution while you were at it: look at it again, then repeat your change',
  )
