import type { CALENDAR_FOLLOWS } from '#shared/events/catalogue.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { followActionPoint } from '../action-points/follow-action-point.ts'
import type { Deps } from '../deps.ts'
import { followMeeting } from '../meetings/follow-meeting.ts'
import { inviteJoiner } from '../meetings/invite-joiner.ts'
import { inviteTurns } from '../meetings/invite-turns.ts'
import { mailMinutes } from '../meetings/mail-minutes.ts'
import { followReport } from '../reports/reported-dates.ts'
import { handOverToJoiner } from '../seat/hand-over-to-joiner.ts'

type Follows = (deps: Deps) => (event: Envelope) => Promise<void>

const FOLLOWS: Readonly<Record<(typeof CALENDAR_FOLLOWS)[number], Follows>> = {
  MeetingScheduled: followMeeting,
  MeetingMoved: followMeeting,
  MeetingCancelled: followMeeting,
  RoleGiven: (deps) => async (event) => {
    await inviteJoiner(deps)(event)
    await handOverToJoiner(deps)(event)
  },
  SeatTurnChanged: inviteTurns,
  MinutesRecorded: mailMinutes,
  ActionPointOpened: followActionPoint,
  ActionPointUpdated: followActionPoint,
  TwgReportSubmitted: followReport,
  TwgReportAmended: followReport,
  // Loaded when a file is long, which is seldom: nothing else that is followed needs a reader of CSV.
  ImportPartRecorded: (deps) => async (event) =>
    (await import('../ledger/continue-import.ts')).continueImport(deps)(event),
}

/** What follows from a change between two sweeps: invitations, hand-overs, minutes by mail, reminders set anew, the next part of an import. */
export const followEvent =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> => {
    const follows: Follows | undefined = FOLLOWS[event.type as keyof typeof FOLLOWS]
    if (!follows) throw new Error(`Nothing follows from ${event.type}`)
    return follows(deps)(event)
  }
