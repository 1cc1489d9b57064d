import { type Actor, isInOffice } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { feedRemovals, feedWrites, readOwnFeed } from '#shared/records/feeds.ts'
import { ConflictError } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

/** Since when one's private address is good, undefined while there is none. The address itself is only known when it is made. */
export const readFeedSince =
  ({ records }: Pick<Deps, 'records'>) =>
  async (actor: Actor): Promise<Instant | undefined> =>
    (await readOwnFeed(records, actor.contact.id))?.value.since

/**
 * Makes a private address, in place of an earlier one.
 * @returns its token, which is stored only as its hash
 * @throws UserError `forbidden`, `changed` when two were made at once
 */
export const makeFeed =
  ({ records, platform, sector }: Deps) =>
  async (actor: Actor, now: Instant): Promise<string> => {
    if (!isInOffice(actor.roles, dayAt(now, sector.timeZone)))
      throw new UserError('forbidden', say`A private calendar is for people with a role in the sector`)
    const token = platform.newSecret()
    const stored = await readOwnFeed(records, actor.contact.id)
    try {
      await records.transact(feedWrites(actor.contact.id, { hash: fingerprint(token), since: now }, stored))
      return token
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error
      throw new UserError('changed', say`Your private address was changed at this moment: look at it again`)
    }
  }

/** Ends the private address; ending it twice is no mistake. */
export const revokeFeed =
  ({ records }: Pick<Deps, 'records'>) =>
  async (actor: Actor): Promise<void> => {
    const stored = await readOwnFeed(records, actor.contact.id)
    if (stored) await records.transact(feedRemovals(actor.contact.id, stored))
  }
