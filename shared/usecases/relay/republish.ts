import { Envelope } from '#shared/events/envelope.ts'
import { outboxItem } from '#shared/records/events.ts'
import { readItem } from '#shared/records/record.ts'
import { type Item, transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

/** Hands an event to the stream again that is still in the outbox: the relay failed for longer than the stream keeps it, or gave up. */
export const republish =
  ({ records }: Pick<Deps, 'records'>) =>
  async (item: Item): Promise<void> => {
    const stored = readItem(Envelope, item)
    if (!stored) return
    await transactOnce(records, [
      { put: outboxItem(stored.value, stored.version + 1), when: { version: stored.version } },
    ])
  }
