import { MINUTES_RULES, meetingReminders, meetingRules } from '#shared/domain/calendar/reminder.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { readMeeting } from '#shared/records/calendar.ts'
import { setReminders } from '../calendar/set-reminders.ts'
import type { Deps } from '../deps.ts'
import { mailInvitations } from './invitations.ts'

/**
 * After a meeting was scheduled, moved or cancelled: sets its reminders anew and mails its invitations. The meeting is read as it is now,
 * so an event that arrives late or twice changes nothing.
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
    await mailInvitations(deps)(meeting, event)
  }
