import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { dayAt } from '#shared/domain/dates.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { dataOf } from '#shared/events/event.ts'
import { meetingsBetween } from '#shared/records/calendar.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'
import { invitedBefore, inviting } from './follow-meeting.ts'
import { participants } from './participants.ts'

/** Meetings are scheduled within the year that follows. */
const AHEAD_DAYS = 400

/** After somebody was given a role: the invitations to meetings ahead that went out before. Whoever has one already gets no other. */
export const inviteJoiner =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> => {
    const { records, sector } = deps
    const { contact } = dataOf(event, 'RoleGiven')
    const today = dayAt(event.time, sector.timeZone)
    const until = instantAt(addDays(today, AHEAD_DAYS), '00:00', sector.timeZone)
    for (const meeting of await meetingsBetween(records, event.time, until)) {
      if (meeting.status !== 'scheduled' || !(await participants(deps)(meeting, today)).includes(contact)) continue
      const invitation = inviting(meeting, contact, await invitedBefore(deps, meeting, contact))
      await transactOnce(records, mailWrites(deps, invitation, { now: event.time, actor: 'system', causedBy: event }))
    }
  }
