import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { meetingsBetween, readMeeting } from '#shared/records/calendar.ts'
import type { Deps } from '../deps.ts'

/** Meetings are scheduled within the year that follows. */
const AHEAD_DAYS = 400

/** The scheduled meetings ahead, each as it is now: the index that names them may be a moment late. */
export const scheduledAhead = async ({ records, sector }: Deps, now: Instant): Promise<Meeting[]> => {
  const until = instantAt(addDays(dayAt(now, sector.timeZone), AHEAD_DAYS), '00:00', sector.timeZone)
  const known = await meetingsBetween(records, now, until)
  const stored = await Promise.all(known.map(({ id }) => readMeeting(records, id)))
  return stored.flatMap((meeting) => (meeting?.value.status === 'scheduled' ? [meeting.value] : []))
}
