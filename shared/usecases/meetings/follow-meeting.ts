import { type Meeting, meetingStart } from '#shared/domain/calendar/meeting.ts'
import { plannedReminders, Reminder, SWG_MEETING_RULES, TWG_MEETING_RULES } from '#shared/domain/calendar/reminder.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { readMeeting, reminderWrite } from '#shared/records/calendar.ts'
import { keys } from '#shared/records/keys.ts'
import { readItem } from '#shared/records/record.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'
import { participants } from './participants.ts'

/**
 * After a meeting was scheduled, moved or cancelled: sets its reminders anew and mails each participant the invitation
 * (or its cancellation). The meeting is read as it is now and each of its states
 * mails each person once, so an event that arrives late or twice changes nothing.
 */
export const followMeeting =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> => {
    const id = event.subject.slice('meeting/'.length)
    const meeting = (await readMeeting(deps.records, id))?.value
    if (!meeting) return
    await setReminders(deps, meeting, event.time)
    const cancelled = meeting.status === 'cancelled'
    for (const contact of await participants(deps)(meeting, dayAt(event.time, deps.sector.timeZone))) {
      await transactOnce(
        deps.records,
        mailWrites(
          deps,
          {
            contact,
            content: { kind: 'invitation', method: cancelled ? 'CANCEL' : 'REQUEST', meeting },
            subject: `meeting/${id}`,
            version: meeting.sequence,
          },
          { now: event.time, actor: 'system', causedBy: event },
        ),
      )
    }
  }

const setReminders = async ({ records, sector }: Deps, meeting: Meeting, now: Instant): Promise<void> => {
  const subject = `meeting/${meeting.id}`
  const rules = meeting.group === 'swg' ? SWG_MEETING_RULES : TWG_MEETING_RULES
  const expires = meetingStart(meeting, sector.timeZone)
  const wanted =
    meeting.status === 'scheduled' ? plannedReminders({ subject, day: meeting.day, rules, expires }, now, sector) : []
  for (const rule of Object.keys(rules)) {
    const stored = readItem(Reminder, await records.get(keys.reminder(subject, rule)))
    const reminder: Reminder | undefined =
      wanted.find((candidate) => candidate.rule === rule) ??
      (stored?.value.status === 'open' ? { ...stored.value, status: 'cancelled' } : undefined)
    if (
      !reminder ||
      (stored &&
        stored.value.due === reminder.due &&
        stored.value.expires === reminder.expires &&
        stored.value.status === reminder.status)
    )
      continue
    await transactOnce(records, [reminderWrite(reminder, stored)])
  }
}
