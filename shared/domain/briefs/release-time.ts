import type { Sector } from '#shared/sector/schema.ts'
import { reminderTime } from '../calendar/reminder.ts'
import { addDays } from '../calendar-days.ts'
import { type Instant, later, type PlainDate } from '../dates.ts'
import { dayAskedFor } from './asked-for.ts'
import type { BriefModel } from './model.ts'

/** A brief that nobody releases releases itself, in the morning some days after the day it was compiled. */
export const releaseTime = (compiled: PlainDate, sector: Sector): Instant =>
  reminderTime(addDays(compiled, sector.cadence.releaseDaysAfterCompilation), sector)

/**
 * The same of a model that was compiled on a day. A meeting's brief waits until it is time for it, however early it was compiled.
 */
export const releaseTimeOf = (model: BriefModel, compiled: PlainDate, sector: Sector): Instant => {
  if (model.kind === 'twg') return releaseTime(compiled, sector)
  const { day } = model.meeting
  const asked = addDays(day, -sector.cadence.swgBriefDaysBeforeMeeting)
  return releaseTime(dayAskedFor(model) === day ? later(asked, compiled) : compiled, sector)
}
