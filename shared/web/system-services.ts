import { readBrief, readPdf } from '#shared/usecases/briefs/read-brief.ts'
import { releaseBrief } from '#shared/usecases/briefs/release-brief.ts'
import { listContacts, recordContact } from '#shared/usecases/contacts/manage-contacts.ts'
import { readDesk } from '#shared/usecases/desk/read-desk.ts'
import { readFunding } from '#shared/usecases/ledger/read-funding.ts'
import { listMeetings } from '#shared/usecases/meetings/list-meetings.ts'
import { cancelMeeting, scheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { readSubmittedReport } from '#shared/usecases/reports/read-submitted-report.ts'
import { readReportSheet } from '#shared/usecases/reports/report-sheet.ts'
import { saveDraftPart } from '#shared/usecases/reports/save-draft-part.ts'
import { submitTwgReport } from '#shared/usecases/reports/submit-twg-report.ts'
import { completeSignIn } from '#shared/usecases/sign-in/complete-sign-in.ts'
import { requestSignIn, type SignInDeps } from '#shared/usecases/sign-in/request-sign-in.ts'
import { actorOf, signOut } from '#shared/usecases/sign-in/session.ts'
import type { Services } from './services.ts'

/** What the pages ask for, answered by the use cases. */
export const systemServices = (deps: SignInDeps): Services => ({
  requestSignIn: requestSignIn(deps),
  completeSignIn: completeSignIn(deps),
  actorOf: actorOf(deps),
  signOut: signOut(deps),
  readDesk: readDesk(deps),
  readReportSheet: readReportSheet(deps),
  saveDraftPart: saveDraftPart(deps),
  submitTwgReport: submitTwgReport(deps),
  readReportVersion: readSubmittedReport(deps),
  listMeetings: (_actor, now) => listMeetings(deps)(now),
  scheduleMeeting: scheduleMeeting(deps),
  cancelMeeting: cancelMeeting(deps),
  readBrief: readBrief(deps),
  readBriefPdf: readPdf(deps),
  releaseBrief: releaseBrief(deps),
  readFunding: readFunding(deps),
  listContacts: listContacts(deps),
  recordContact: recordContact(deps),
})
