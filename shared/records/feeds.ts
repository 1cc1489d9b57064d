import * as z from 'zod'
import { Instant } from '#shared/domain/dates.ts'
import { keys } from './keys.ts'
import { itemOf, readItem, type Stored, unchanged } from './record.ts'
import type { RecordStore, Write } from './record-store.ts'

/** Whose calendar a private address shows, under the hash of its token. */
const FeedOwner = z.lazy(() => z.strictObject({ contact: z.string(), since: Instant }))
/** The one private address of a person. */
const OwnFeed = z.lazy(() => z.strictObject({ hash: z.string(), since: Instant }))
export type OwnFeed = z.infer<typeof OwnFeed>

/** A new address in place of the one before it, which is good for nothing from then on. */
export const feedWrites = (contact: string, feed: OwnFeed, stored: Stored<OwnFeed> | undefined): Write[] => [
  { put: itemOf(keys.ownFeed(contact), feed, (stored?.version ?? 0) + 1), when: unchanged(stored) },
  { put: itemOf(keys.feed(feed.hash), { contact, since: feed.since }, 1), when: 'absent' },
  ...(stored ? [{ remove: keys.feed(stored.value.hash) }] : []),
]

export const feedRemovals = (contact: string, stored: Stored<OwnFeed>): Write[] => [
  { remove: keys.ownFeed(contact), when: { version: stored.version } },
  { remove: keys.feed(stored.value.hash) },
]

export const readOwnFeed = async (records: RecordStore, contact: string): Promise<Stored<OwnFeed> | undefined> =>
  readItem(OwnFeed, await records.get(keys.ownFeed(contact)))

export const readFeedOwner = async (
  records: RecordStore,
  hash: string,
): Promise<z.infer<typeof FeedOwner> | undefined> => readItem(FeedOwner, await records.get(keys.feed(hash)))?.value
