import type { Sector } from '#shared/sector/schema.ts'
import { reminderTime } from '../calendar/reminder.ts'
import { addDays } from '../calendar-days.ts'
import type { Instant, PlainDate } from '../dates.ts'

/** A brief that nobody releases releases itself, in the morning some days after the day it was compiled. */
export const releaseTime = (compiled: PlainDate, sector: Sector): Instant =>
  reminderTime(addDays(compiled, sector.cadence.releaseDaysAfterCompilation), sector)
