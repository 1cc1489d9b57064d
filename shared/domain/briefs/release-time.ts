import type { Sector } from '#shared/sector/schema.ts'
import { reminderTime } from '../calendar/reminder.ts'
import { addDays } from '../calendar-days.ts'
import { type Instant, later, type PlainDate } from '../dates.ts'
import { dayAskedFor } from './asked-for.ts'
import type { BriefModel } from './model.ts'

/** A brief that nobody releases releases itself, in the morning some days after the day it was compiled. */
export const releaseTime = (compiled: PlainDate, sector: Sector): Instant =>
  reminderTime(addDays(compiled, sector.cadence.releaseDaysAfterCompilation), sector)

/** A meeting's brief goes out in the morning of the day before the meeting at the latest: with the next sweep where that has passed. */
export const meetingReleaseTime = (meeting: PlainDate, compiled: PlainDate, sector: Sector): Instant => {
  const wanted = releaseTime(compiled, sector)
  const latest = reminderTime(addDays(meeting, -1), sector)
  return compiled <= meeting && latest < wanted ? latest : wanted
}

/** The same of a model that was compiled on a day. A meeting's brief waits until it is time for it, however early it was compiled. */
export const releaseTimeOf = (model: BriefModel, compiled: PlainDate, sector: Sector): Instant => {
  if (model.kind === 'twg') return releaseTime(compiled, sector)
  const { day } = model.meeting
  const asked = addDays(day, -sector.cadence.swgBriefDaysBeforeMeeting)
  return meetingReleaseTime(day, dayAskedFor(model) === day ? later(asked, compiled) : compiled, sector)
}
