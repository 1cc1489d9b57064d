import type { Brief } from '#shared/domain/briefs/model.ts'
import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import type { Actor, Contact, Role } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import type { Desk } from '#shared/usecases/desk/read-desk.ts'
import type { ReportKey, ReportSheet } from '#shared/usecases/reports/report-sheet.ts'
import type { DraftPart } from '#shared/usecases/reports/save-draft-part.ts'
import type { LedgerServices } from './ledger-services.ts'

export type { Desk } from '#shared/usecases/desk/read-desk.ts'
export type { Phase, ReportKey, ReportSheet } from '#shared/usecases/reports/report-sheet.ts'
export type { DraftPart } from '#shared/usecases/reports/save-draft-part.ts'

/**
 * What the pages ask of the system; the use cases fulfil it. All refuse with UserError:
 * `forbidden` and `not-found` become pages of their own, `draft-changed` shows the other's change, the rest stands next to its field.
 */
export interface Services extends LedgerServices {
  /** Answers the same for known and unknown addresses. `challenge` binds the code to this browser. */
  requestSignIn(request: { email: string; ip: string }, now: Instant): Promise<{ challenge: string }>
  /** Consumes the one-time code or link. UserError `sign-in-refused` (field `code`) when wrong, used, or older than ten minutes. */
  completeSignIn(
    proof: { challenge: string; code: string } | { token: string },
    now: Instant,
  ): Promise<{ session: string }>
  actorOf(session: string | undefined, now: Instant): Promise<Actor | undefined>
  signOut(session: string): Promise<void>

  readDesk(actor: Actor, now: Instant): Promise<Desk>
  readReportSheet(key: ReportKey, actor: Actor, now: Instant): Promise<ReportSheet>
  /** UserError `draft-changed` when someone saved after `expectedVersion`: nothing is overwritten. */
  saveDraftPart(
    key: ReportKey & { part: DraftPart; expectedVersion: number },
    actor: Actor,
    now: Instant,
  ): Promise<ReportSheet>
  submitTwgReport(
    command: ReportKey & { draftVersion: number; lateReason: string },
    actor: Actor,
    now: Instant,
  ): Promise<TwgReport>
  readReportVersion(key: ReportKey & { version: number }, actor: Actor, now: Instant): Promise<TwgReport>

  listMeetings(actor: Actor, now: Instant): Promise<readonly Meeting[]>
  /** Confirms a proposed meeting, or moves a scheduled one. */
  scheduleMeeting(
    command: { id: string; day: string; time: string; place: string; link: string },
    actor: Actor,
    now: Instant,
  ): Promise<Meeting>
  cancelMeeting(command: { id: string }, actor: Actor, now: Instant): Promise<Meeting>

  /** The latest: a draft for the secretariat, a released version for co-chairs and everyone with a role. */
  readBrief(key: string, actor: Actor, now: Instant): Promise<Brief>
  readBriefPdf(key: string, version: number, actor: Actor, now: Instant): Promise<Uint8Array>
  releaseBrief(key: string, actor: Actor, now: Instant): Promise<Brief>

  listContacts(actor: Actor, now: Instant): Promise<readonly { contact: Contact; roles: readonly Role[] }[]>
  recordContact(
    command: { name: string; email: string; organisation: string; role: string; group: string; seat: string },
    actor: Actor,
    now: Instant,
  ): Promise<void>
}
