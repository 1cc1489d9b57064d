import type { SignInDeps } from '#shared/usecases/sign-in/request-sign-in.ts'
import { actorOf, signOut } from '#shared/usecases/sign-in/session.ts'
import type { Services } from './services.ts'
import { systemLedgerServices } from './system-ledger-services.ts'
import { whenAsked } from './when-asked.ts'

/**
 * What the pages ask for, answered by the use cases. Who is signed in is asked on every visit; every other use case is
 * loaded when it is first asked for, so that a first visit waits only for the code that it needs.
 */
export const systemServices = (deps: SignInDeps): Services => ({
  ...systemLedgerServices(deps),
  actorOf: actorOf(deps),
  signOut: signOut(deps),
  requestSignIn: whenAsked(async () =>
    (await import('#shared/usecases/sign-in/request-sign-in.ts')).requestSignIn(deps),
  ),
  completeSignIn: whenAsked(async () =>
    (await import('#shared/usecases/sign-in/complete-sign-in.ts')).completeSignIn(deps),
  ),
  listSessions: whenAsked(async () => (await import('#shared/usecases/sign-in/sessions.ts')).listSessions(deps)),
  endSession: whenAsked(async () => (await import('#shared/usecases/sign-in/sessions.ts')).endSession(deps)),
  endOtherSessions: whenAsked(async () =>
    (await import('#shared/usecases/sign-in/sessions.ts')).endOtherSessions(deps),
  ),
  readDesk: whenAsked(async () => (await import('#shared/usecases/desk/read-desk.ts')).readDesk(deps)),
  readReportSheet: whenAsked(async () =>
    (await import('#shared/usecases/reports/report-sheet.ts')).readReportSheet(deps),
  ),
  saveDraftPart: whenAsked(async () =>
    (await import('#shared/usecases/reports/save-draft-part.ts')).saveDraftPart(deps),
  ),
  submitTwgReport: whenAsked(async () =>
    (await import('#shared/usecases/reports/submit-twg-report.ts')).submitTwgReport(deps),
  ),
  returnTwgReport: whenAsked(async () =>
    (await import('#shared/usecases/reports/return-twg-report.ts')).returnTwgReport(deps),
  ),
  acceptTwgReport: whenAsked(async () =>
    (await import('#shared/usecases/reports/accept-twg-report.ts')).acceptTwgReport(deps),
  ),
  amendTwgReport: whenAsked(async () =>
    (await import('#shared/usecases/reports/amend-twg-report.ts')).amendTwgReport(deps),
  ),
  withdrawAmendment: whenAsked(async () =>
    (await import('#shared/usecases/reports/withdraw-amendment.ts')).withdrawAmendment(deps),
  ),
  discardDraft: whenAsked(async () => (await import('#shared/usecases/reports/discard-draft.ts')).discardDraft(deps)),
  grantExtension: whenAsked(async () =>
    (await import('#shared/usecases/reports/grant-extension.ts')).grantExtension(deps),
  ),
  readReportHistory: whenAsked(async () =>
    (await import('#shared/usecases/reports/read-submitted-report.ts')).readReportHistory(deps),
  ),
  readReportVersion: whenAsked(async () =>
    (await import('#shared/usecases/reports/read-submitted-report.ts')).readSubmittedReport(deps),
  ),
  listActionPoints: whenAsked(async () =>
    (await import('#shared/usecases/action-points/list-action-points.ts')).listActionPoints(deps),
  ),
  readActionPoint: whenAsked(async () =>
    (await import('#shared/usecases/action-points/update-action-point.ts')).readActionPointFor(deps),
  ),
  openActionPoint: whenAsked(async () =>
    (await import('#shared/usecases/action-points/open-action-point.ts')).openActionPoint(deps),
  ),
  updateActionPoint: whenAsked(async () =>
    (await import('#shared/usecases/action-points/update-action-point.ts')).updateActionPoint(deps),
  ),
  listMeetings: whenAsked(async () =>
    (await import('#shared/usecases/meetings/list-meetings.ts')).listMeetingsFor(deps),
  ),
  addMeeting: whenAsked(async () => (await import('#shared/usecases/meetings/add-meeting.ts')).addMeeting(deps)),
  scheduleMeeting: whenAsked(async () =>
    (await import('#shared/usecases/meetings/schedule-meeting.ts')).scheduleMeeting(deps),
  ),
  cancelMeeting: whenAsked(async () =>
    (await import('#shared/usecases/meetings/schedule-meeting.ts')).cancelMeeting(deps),
  ),
  readMeeting: whenAsked(async () =>
    (await import('#shared/usecases/meetings/read-meeting.ts')).readMeetingSheet(deps),
  ),
  recordMinutes: whenAsked(async () =>
    (await import('#shared/usecases/meetings/record-minutes.ts')).recordMinutes(deps),
  ),
  readPlanAhead: whenAsked(async () => (await import('#shared/usecases/calendar/plan-ahead.ts')).readPlanAhead(deps)),
  readSectorYear: whenAsked(async () => (await import('#shared/usecases/calendar/read-year.ts')).readSectorYear(deps)),
  readPublicFeed: whenAsked(async () => (await import('#shared/usecases/feeds/read-feed.ts')).readPublicFeed(deps)),
  readPersonalFeed: whenAsked(async () => (await import('#shared/usecases/feeds/read-feed.ts')).readPersonalFeed(deps)),
  readFeedSince: whenAsked(async () => (await import('#shared/usecases/feeds/own-feed.ts')).readFeedSince(deps)),
  makeFeed: whenAsked(async () => (await import('#shared/usecases/feeds/own-feed.ts')).makeFeed(deps)),
  revokeFeed: whenAsked(async () => (await import('#shared/usecases/feeds/own-feed.ts')).revokeFeed(deps)),
  readSeat: whenAsked(async () => (await import('#shared/usecases/seat/change-seat.ts')).readSeatSheet(deps)),
  changeSeat: whenAsked(async () => (await import('#shared/usecases/seat/change-seat.ts')).changeSeat(deps)),
  readBrief: whenAsked(async () => (await import('#shared/usecases/briefs/read-brief.ts')).readBrief(deps)),
  traceFigure: whenAsked(async () => (await import('#shared/usecases/briefs/trace-figure.ts')).traceFigure(deps)),
  readAmendedSince: whenAsked(async () =>
    (await import('#shared/usecases/briefs/amended-since.ts')).amendedSince(deps),
  ),
  readBriefCopies: whenAsked(async () => (await import('#shared/usecases/briefs/read-brief.ts')).readBriefCopies(deps)),
  readNewcomers: whenAsked(async () =>
    (await import('#shared/usecases/briefs/send-to-newcomer.ts')).readNewcomers(deps),
  ),
  sendToNewcomer: whenAsked(async () =>
    (await import('#shared/usecases/briefs/send-to-newcomer.ts')).sendToNewcomer(deps),
  ),
  sendBriefAgain: whenAsked(async () => (await import('#shared/usecases/briefs/send-again.ts')).sendBriefAgain(deps)),
  readBriefPdf: whenAsked(async () => (await import('#shared/usecases/briefs/read-brief.ts')).readPdf(deps)),
  releaseBrief: whenAsked(async () => (await import('#shared/usecases/briefs/release-brief.ts')).releaseBrief(deps)),
  listIntakes: whenAsked(async () => (await import('#shared/usecases/intake/refused-intakes.ts')).listIntakes(deps)),
  readIntake: whenAsked(async () => (await import('#shared/usecases/intake/refused-intakes.ts')).readIntakeFor(deps)),
  dealWithIntake: whenAsked(async () =>
    (await import('#shared/usecases/intake/refused-intakes.ts')).dealWithIntake(deps),
  ),
  readContact: whenAsked(async () =>
    (await import('#shared/usecases/contacts/change-contact.ts')).readContactFor(deps),
  ),
  changeContact: whenAsked(async () =>
    (await import('#shared/usecases/contacts/change-contact.ts')).changeContact(deps),
  ),
  endRole: whenAsked(async () => (await import('#shared/usecases/contacts/change-contact.ts')).endRole(deps)),
  liftMailSuspension: whenAsked(async () =>
    (await import('#shared/usecases/contacts/change-contact.ts')).liftMailSuspension(deps),
  ),
  endSessionsOf: whenAsked(async () =>
    (await import('#shared/usecases/contacts/change-contact.ts')).endSessionsOf(deps),
  ),
  listContacts: whenAsked(async () =>
    (await import('#shared/usecases/contacts/manage-contacts.ts')).listContacts(deps),
  ),
  recordContact: whenAsked(async () =>
    (await import('#shared/usecases/contacts/manage-contacts.ts')).recordContact(deps),
  ),
})
