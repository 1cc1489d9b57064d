import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { meetingReminders, meetingRules } from '#shared/domain/calendar/reminder.ts'
import { dayAt } from '#shared/domain/dates.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import type { Cause } from '#shared/events/event.ts'
import { readMeeting } from '#shared/records/calendar.ts'
import { readMail } from '#shared/records/mails.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import { setReminders } from '../calendar/set-reminders.ts'
import type { Deps } from '../deps.ts'
import { type MailRequest, mailIdOf, mailWrites } from '../mail/request-mail.ts'
import { participants } from './participants.ts'

/**
 * After a meeting was scheduled, moved or cancelled: sets its reminders anew and mails each participant the invitation
 * (or its cancellation); whoever was invited and no longer takes part on its new day is taken off. The meeting is read as it is now and each of its states
 * mails each person once, so an event that arrives late or twice changes nothing.
 */
export const followMeeting =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> => {
    const id = event.subject.slice('meeting/'.length)
    const meeting = (await readMeeting(deps.records, id))?.value
    if (!meeting) return
    await setReminders(
      deps,
      `meeting/${id}`,
      Object.keys(meetingRules(meeting)),
      meeting.status === 'scheduled' ? meetingReminders(meeting, event.time, deps.sector) : [],
    )
    const today = dayAt(event.time, deps.sector.timeZone)
    const invited = await participants(deps)(meeting, today)
    const cause: Cause = { now: event.time, actor: 'system', causedBy: event }
    const method = meeting.status === 'cancelled' ? 'CANCEL' : 'REQUEST'
    for (const contact of invited)
      await transactOnce(deps.records, mailWrites(deps, inviting(meeting, contact, method), cause))
    const others = (await participants(deps)({ ...meeting, day: today }, today)).filter((id) => !invited.includes(id))
    for (const contact of others) {
      if (await wasInvited(deps, meeting, contact))
        await transactOnce(deps.records, mailWrites(deps, inviting(meeting, contact, 'CANCEL'), cause))
    }
  }

/** The mail that puts a meeting, as it stands, into a person's calendar or takes it out; once for each of its states. */
export const inviting = (meeting: Meeting, contact: string, method: 'REQUEST' | 'CANCEL'): MailRequest => ({
  contact,
  content: { kind: 'invitation', method, meeting },
  subject: `meeting/${meeting.id}`,
  version: meeting.sequence,
})

/** Whether the meeting as it stood before is in this person's calendar. */
const wasInvited = async ({ records }: Deps, meeting: Meeting, contact: string): Promise<boolean> => {
  const before = inviting({ ...meeting, sequence: meeting.sequence - 1 }, contact, 'REQUEST')
  const content = (await readMail(records, mailIdOf(before)))?.content
  return content?.kind === 'invitation' && content.method === 'REQUEST'
}
