import { addMs } from '#shared/domain/dates.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { keys, lists, shardOf } from './keys.ts'
import { itemOf } from './record.ts'
import type { Write } from './record-store.ts'

/** An outbox item that is still there after this time was missed by the stream; the hourly sweep hands it over again. */
const OVERDUE_MS = 30 * 60_000

/** The writes that store an event: the immutable event (the audit trail) and the outbox item that the stream hands to the bus. */
export const eventWrites = (event: Envelope): Write[] => [
  {
    put: itemOf(keys.event(event.subject, event.sequence, event.type), event, 1, {
      list: [lists.log(event.recordedat.slice(0, 7)), `${event.recordedat}#${event.id}`],
    }),
    when: 'absent',
  },
  { put: outboxItem(event, 1) },
]

/** @param round raised each time the event is handed to the stream again */
export const outboxItem = (event: Envelope, round: number) =>
  itemOf(keys.outbox(String(shardOf(event.id) % 4), event.recordedat, event.id), event, round, {
    due: addMs(event.recordedat, OVERDUE_MS * round),
  })
