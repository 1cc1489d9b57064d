import type { EventBus } from '#shared/events/bus.ts'
import { Envelope } from '#shared/events/envelope.ts'
import type { Item, Key, RecordStore } from '#shared/records/record-store.ts'

export interface RelayDeps {
  readonly bus: EventBus
  readonly records: Pick<RecordStore, 'transact'>
}

/** What stood in the outbox, with what names it in the batch. */
export interface OutboxEntry {
  readonly batchId: string
  readonly item: Item
}

/**
 * Publishes outbox entries in order and deletes what the bus accepted; answers with the batch ids to try again.
 * An entry published and not deleted is published again: every consumer counts on that.
 */
export const relayEvents =
  ({ bus, records }: RelayDeps) =>
  async (entries: readonly OutboxEntry[]): Promise<string[]> => {
    const events = entries.map(({ item }) => Envelope.parse(item.data))
    const { refused } = await bus.publish(events)
    const accepted = entries.filter((_, index) => !refused.includes(events[index]?.id ?? ''))
    if (accepted.length > 0) {
      await records.transact(accepted.map(({ item }) => ({ remove: keyOf(item) })))
    }
    return entries.filter((entry) => !accepted.includes(entry)).map(({ batchId }) => batchId)
  }

const keyOf = ({ PK, SK }: Item): Key => ({ PK, SK })
