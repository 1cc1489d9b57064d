import { reminderTime } from '#shared/domain/calendar/reminder.ts'
import { handOverDay, type SeatChange, seatTurns } from '#shared/domain/calendar/seat.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import type { Stored } from '#shared/records/record.ts'
import type { Write } from '#shared/records/record-store.ts'
import { seatWrite } from '#shared/records/seat.ts'
import type { Sector } from '#shared/sector/schema.ts'

/** The seat with the moment of its next hand-over. @param after the last day whose hand-over is done with */
export const seatWriteAfter = (
  after: PlainDate,
  changes: readonly SeatChange[],
  stored: Stored<{ changes: SeatChange[] }> | undefined,
  sector: Sector,
): Write => seatWrite({ changes: [...changes] }, stored, reminderTime(nextHandOver(after, sector), sector))

/** The last day whose hand-over lies behind: today's from the reminder time on. */
export const handedOverBy = (now: Instant, sector: Sector): PlainDate => {
  const today = dayAt(now, sector.timeZone)
  return now < reminderTime(today, sector) ? addDays(today, -1) : today
}

/** The first hand-over after `day`. Nobody hands over to the first turn. */
const nextHandOver = (day: PlainDate, sector: Sector): PlainDate => {
  const { from, termYears } = sector.donorSeat
  const year = Number((day > from ? day : from).slice(0, 4)) + 2 * termYears
  const days = seatTurns(`${year}-12-31`, sector)
    .slice(1)
    .map((turn) => handOverDay(turn.from))
  return days.find((candidate) => candidate > day) ?? handOverDay(`${year}-12-31`)
}
