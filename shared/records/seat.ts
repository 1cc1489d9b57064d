import * as z from 'zod'
import { SeatChange } from '#shared/domain/calendar/seat.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { keys } from './keys.ts'
import { itemOf, readItem, type Stored, unchanged } from './record.ts'
import type { RecordStore, Write } from './record-store.ts'

/** Every change of the donor seat's order, oldest first; a handful in a decade. */
const Seat = z.lazy(() => z.strictObject({ changes: z.array(SeatChange) }))
type Seat = z.infer<typeof Seat>

/** @param due when the holder of the seat hands over next */
export const seatWrite = (seat: Seat, stored: Stored<Seat> | undefined, due: Instant): Write => ({
  put: itemOf(keys.seat(), seat, (stored?.version ?? 0) + 1, { due }),
  when: unchanged(stored),
})

export const readSeat = async (records: RecordStore): Promise<Stored<Seat> | undefined> =>
  readItem(Seat, await records.get(keys.seat()))

export const readSeatChanges = async (records: RecordStore): Promise<readonly SeatChange[]> =>
  (await readSeat(records))?.value.changes ?? []
