import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
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
  readReportVersion: whenAsked(async () =>
    (await import('#shared/usecases/reports/read-submitted-report.ts')).readSubmittedReport(deps),
  ),
  listMeetings: whenAsked(async () => {
    const list = (await import('#shared/usecases/meetings/list-meetings.ts')).listMeetings(deps)
    return (_actor: Actor, now: Instant) => list(now)
  }),
  scheduleMeeting: whenAsked(async () =>
    (await import('#shared/usecases/meetings/schedule-meeting.ts')).scheduleMeeting(deps),
  ),
  cancelMeeting: whenAsked(async () =>
    (await import('#shared/usecases/meetings/schedule-meeting.ts')).cancelMeeting(deps),
  ),
  readBrief: whenAsked(async () => (await import('#shared/usecases/briefs/read-brief.ts')).readBrief(deps)),
  readBriefPdf: whenAsked(async () => (await import('#shared/usecases/briefs/read-brief.ts')).readPdf(deps)),
  releaseBrief: whenAsked(async () => (await import('#shared/usecases/briefs/release-brief.ts')).releaseBrief(deps)),
  listContacts: whenAsked(async () =>
    (await import('#shared/usecases/contacts/manage-contacts.ts')).listContacts(deps),
  ),
  recordContact: whenAsked(async () =>
    (await import('#shared/usecases/contacts/manage-contacts.ts')).recordContact(deps),
  ),
})
