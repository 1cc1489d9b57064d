import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { addDays, dayAt, type Instant, instantAt } from '#shared/domain/dates.ts'
import { meetingsBetween } from '#shared/records/calendar.ts'
import type { Deps } from '../deps.ts'

const BACK_DAYS = 60
const AHEAD_DAYS = 365

/** The meetings of the last two months and of the year ahead, in order. */
export const listMeetings =
  ({ records, sector }: Pick<Deps, 'records' | 'sector'>) =>
  async (now: Instant): Promise<Meeting[]> => {
    const today = dayAt(now, sector.timeZone)
    const at = (days: number) => instantAt(addDays(today, days), '00:00', sector.timeZone)
    const meetings: Meeting[] = []
    for await (const meeting of meetingsBetween(records, at(-BACK_DAYS), at(AHEAD_DAYS))) meetings.push(meeting)
    return meetings
  }
