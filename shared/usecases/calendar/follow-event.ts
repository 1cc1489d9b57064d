import type { Envelope } from '#shared/events/envelope.ts'
import { followActionPoint } from '../action-points/follow-action-point.ts'
import type { Deps } from '../deps.ts'
import { followMeeting } from '../meetings/follow-meeting.ts'
import { inviteJoiner } from '../meetings/invite-joiner.ts'
import { mailMinutes } from '../meetings/mail-minutes.ts'
import { followReport } from '../reports/reported-dates.ts'

/** What follows from a change between two sweeps: invitations, minutes by mail, reminders set anew. */
export const followEvent =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> => {
    switch (event.type) {
      case 'MeetingScheduled':
      case 'MeetingMoved':
      case 'MeetingCancelled':
        return followMeeting(deps)(event)
      case 'RoleGiven':
        return inviteJoiner(deps)(event)
      case 'MinutesRecorded':
        return mailMinutes(deps)(event)
      case 'ActionPointOpened':
      case 'ActionPointUpdated':
        return followActionPoint(deps)(event)
      case 'TwgReportSubmitted':
      case 'TwgReportAmended':
        return followReport(deps)(event)
      default:
        throw new Error(`Nothing follows from ${event.type}`)
    }
  }
