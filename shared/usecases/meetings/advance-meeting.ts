import { type Meeting, meetingEnd } from '#shared/domain/calendar/meeting.ts'
import { minutesReminders } from '#shared/domain/calendar/reminder.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { eventOf } from '#shared/events/event.ts'
import { meetingWrite, readMeeting, readReminder, reminderWrite } from '#shared/records/calendar.ts'
import { eventWrites } from '#shared/records/events.ts'
import { type RecordStore, transactOnce, type Write } from '#shared/records/record-store.ts'
import type { Sector } from '#shared/sector/schema.ts'
import { meetingFacts } from '../calendar/propose-meeting.ts'
import type { Deps } from '../deps.ts'

/** When a scheduled meeting needs the sweep next: its brief (working group only), then its end. */
export const nextMeetingWork = (meeting: Meeting, sector: Sector, briefRequested: boolean): Instant | undefined => {
  if (meeting.status !== 'scheduled') return undefined
  return meeting.group === 'swg' && !briefRequested
    ? instantAt(addDays(meeting.day, -sector.cadence.swgBriefDaysBeforeMeeting), '00:00', sector.timeZone)
    : meetingEnd(meeting, sector.timeZone)
}

/** A meeting that was held, moved on and is held again is reminded of anew. */
const minutesReminderWrites = (records: RecordStore, held: Meeting, sector: Sector): Promise<Write[]> =>
  Promise.all(
    minutesReminders(held, sector).map(async (reminder) =>
      reminderWrite(reminder, await readReminder(records, reminder.subject, reminder.rule)),
    ),
  )

/** Asks for the brief of a working group meeting when it is due, and marks a meeting held when it is over: from then on its minutes are asked for. */
export const advanceMeeting =
  ({ records, platform, sector }: Deps) =>
  async (id: string, now: Instant): Promise<void> => {
    const stored = await readMeeting(records, id)
    if (stored?.value.status !== 'scheduled') return
    const meeting = stored.value
    if (now >= meetingEnd(meeting, sector.timeZone)) {
      const held: Meeting = { ...meeting, status: 'held' }
      await transactOnce(records, [
        meetingWrite(held, stored, sector.timeZone),
        ...eventWrites(
          eventOf(
            {
              id: platform.newId(now),
              type: 'MeetingHeld',
              subject: `meeting/${meeting.id}`,
              sequence: stored.version + 1,
              data: meetingFacts(held),
            },
            { now, actor: 'system' },
          ),
        ),
        ...(await minutesReminderWrites(records, held, sector)),
      ])
      return
    }
    await transactOnce(records, [
      meetingWrite(meeting, stored, sector.timeZone, nextMeetingWork(meeting, sector, true)),
      ...eventWrites(
        eventOf(
          {
            id: platform.newId(now),
            type: 'BriefRequested',
            subject: `brief/${meeting.id}`,
            sequence: stored.version + 1,
            data: { brief: meeting.id, kind: 'swg' },
          },
          { now, actor: 'system' },
        ),
      ),
    ])
  }
