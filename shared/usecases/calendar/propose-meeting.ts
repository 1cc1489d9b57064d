import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { meetingStart } from '#shared/domain/calendar/meeting.ts'
import { type Reminder, reminderTime } from '#shared/domain/calendar/reminder.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { eventOf } from '#shared/events/event.ts'
import { meetingWrite, reminderWrite } from '#shared/records/calendar.ts'
import { eventWrites } from '#shared/records/events.ts'
import type { Write } from '#shared/records/record-store.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

/** Records a proposed meeting once, and reminds the secretariat to confirm it. */
export const proposeMeeting =
  (deps: Deps) =>
  async (meeting: Meeting, now: Instant): Promise<void> => {
    await transactOnce(deps.records, proposalWrites(deps, meeting, now))
  }

export const proposalWrites = ({ platform, sector }: Deps, meeting: Meeting, now: Instant): Write[] => [
  meetingWrite(meeting, undefined, sector.timeZone),
  ...eventWrites(
    eventOf(
      {
        id: platform.newId(now),
        type: 'MeetingProposed',
        subject: `meeting/${meeting.id}`,
        sequence: 1,
        data: meetingFacts(meeting),
      },
      { now, actor: 'system' },
    ),
  ),
  reminderWrite(confirmReminder({ sector }, meeting, now), undefined),
]

export const meetingFacts = ({ id, group, day, time, sequence }: Meeting) => ({
  meeting: id,
  group,
  day,
  time,
  sequence,
})

/** The secretariat hears of the proposal at the next reminder time. */
const confirmReminder = ({ sector }: Pick<Deps, 'sector'>, meeting: Meeting, now: Instant): Reminder => {
  const today = dayAt(now, sector.timeZone)
  const due = reminderTime(today, sector)
  return {
    rule: 'meeting-proposed',
    subject: `meeting/${meeting.id}`,
    due: due >= now ? due : reminderTime(addDays(today, 1), sector),
    expires: meetingStart(meeting, sector.timeZone),
    status: 'open',
  }
}
