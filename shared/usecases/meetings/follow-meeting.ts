import { type Meeting, meetingEnd } from '#shared/domain/calendar/meeting.ts'
import { MINUTES_RULES, meetingReminders, meetingRules } from '#shared/domain/calendar/reminder.ts'
import { dayAt } from '#shared/domain/dates.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import type { Cause } from '#shared/events/event.ts'
import { readMeeting } from '#shared/records/calendar.ts'
import { readMail } from '#shared/records/mails.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import { setReminders } from '../calendar/set-reminders.ts'
import type { Deps } from '../deps.ts'
import { type MailRequest, mailIdOf, mailWrites } from '../mail/request-mail.ts'
import { everInvited, participants } from './participants.ts'

/**
 * After a meeting was scheduled, moved or cancelled: sets its reminders anew and mails each participant the invitation, or what changed
 * since the one they have. A cancellation goes to those who were invited; whoever of them no longer takes part on its new day is taken
 * off. Nobody is invited to what is over. The meeting is read as it is now and each of its states mails each person once, so an event
 * that arrives late or twice changes nothing.
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
    if (meeting.status !== 'held') await setReminders(deps, `minutes/${id}`, Object.keys(MINUTES_RULES), [])
    const today = dayAt(event.time, deps.sector.timeZone)
    const invited = await participants(deps)(meeting, today)
    const cause: Cause = { now: event.time, actor: 'system', causedBy: event }
    const cancelled = meeting.status === 'cancelled'
    const invites = !cancelled && event.time < meetingEnd(meeting, deps.sector.timeZone)
    for (const contact of invited) {
      const before = await invitedBefore(deps, meeting, contact)
      if (!before && !invites) continue
      const mail = cancelled ? takingOut(meeting, contact) : inviting(meeting, contact, before)
      await transactOnce(deps.records, mailWrites(deps, mail, cause))
    }
    const others = (await everInvited(deps)(meeting.group, today)).filter((id) => !invited.includes(id))
    for (const contact of others) {
      if (await invitedBefore(deps, meeting, contact))
        await transactOnce(deps.records, mailWrites(deps, takingOut(meeting, contact), cause))
    }
  }

/** The mail that puts a meeting, as it stands, into a person's calendar; once for each of its states. @param before as this person knows it */
export const inviting = (meeting: Meeting, contact: string, before?: Meeting): MailRequest => ({
  contact,
  content: { kind: 'invitation', method: 'REQUEST', meeting, ...(before ? { before } : {}) },
  subject: `meeting/${meeting.id}`,
  version: meeting.sequence,
})

const takingOut = (meeting: Meeting, contact: string): MailRequest => ({
  ...inviting(meeting, contact),
  content: { kind: 'invitation', method: 'CANCEL', meeting },
})

/** The meeting as it stands in this person's calendar since an earlier state; undefined when it does not. */
export const invitedBefore = async (
  { records }: Pick<Deps, 'records'>,
  meeting: Meeting,
  contact: string,
): Promise<Meeting | undefined> => {
  for (let sequence = meeting.sequence - 1; sequence > 0; sequence--) {
    const content = (await readMail(records, mailIdOf(inviting({ ...meeting, sequence }, contact))))?.content
    if (content?.kind === 'invitation') return content.method === 'REQUEST' ? content.meeting : undefined
  }
  return undefined
}
