import type { ActionPoint } from '#shared/domain/action-point.ts'
import type { Brief } from '#shared/domain/briefs/model.ts'
import type { FigurePlace } from '#shared/domain/briefs/trace.ts'
import type { Feed } from '#shared/domain/calendar/entry.ts'
import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import type { Round } from '#shared/domain/calendar/round.ts'
import type { Actor, Contact, Role } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import type { Minutes } from '#shared/domain/minutes.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import type { ActionPointsOfGroup } from '#shared/usecases/action-points/list-action-points.ts'
import type { OpenActionPoint } from '#shared/usecases/action-points/open-action-point.ts'
import type { UpdateActionPoint } from '#shared/usecases/action-points/update-action-point.ts'
import type { AmendedReport } from '#shared/usecases/briefs/amended-since.ts'
import type { DeliveredCopy } from '#shared/usecases/briefs/read-brief.ts'
import type { Newcomer } from '#shared/usecases/briefs/send-to-newcomer.ts'
import type { FigureTrace } from '#shared/usecases/briefs/trace-figure.ts'
import type { PlannedLine } from '#shared/usecases/calendar/planned-line.ts'
import type { CalendarYear } from '#shared/usecases/calendar/read-year.ts'
import type { ChangeContact, RoleKey } from '#shared/usecases/contacts/change-contact.ts'
import type { Desk } from '#shared/usecases/desk/read-desk.ts'
import type { Intakes, ListedIntake } from '#shared/usecases/intake/refused-intakes.ts'
import type { AddMeeting } from '#shared/usecases/meetings/add-meeting.ts'
import type { MeetingSheet } from '#shared/usecases/meetings/read-meeting.ts'
import type { RecordMinutes } from '#shared/usecases/meetings/record-minutes.ts'
import type { ScheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import type { ReportHistory } from '#shared/usecases/reports/read-submitted-report.ts'
import type { ReportKey, ReportSheet } from '#shared/usecases/reports/report-sheet.ts'
import type { DraftPart } from '#shared/usecases/reports/save-draft-part.ts'
import type { WithdrawAmendment } from '#shared/usecases/reports/withdraw-amendment.ts'
import type { ChangeSeat, SeatSheet } from '#shared/usecases/seat/change-seat.ts'
import type { OwnSession } from '#shared/usecases/sign-in/sessions.ts'
import type { LedgerServices } from './ledger-services.ts'

export type { ActionPointsOfGroup } from '#shared/usecases/action-points/list-action-points.ts'
export type { AmendedReport } from '#shared/usecases/briefs/amended-since.ts'
export type { DeliveredCopy } from '#shared/usecases/briefs/read-brief.ts'
export type { Newcomer } from '#shared/usecases/briefs/send-to-newcomer.ts'
export type { FigureTrace } from '#shared/usecases/briefs/trace-figure.ts'
export type { PlannedLine } from '#shared/usecases/calendar/planned-line.ts'
export type { CalendarYear } from '#shared/usecases/calendar/read-year.ts'
export type { Desk } from '#shared/usecases/desk/read-desk.ts'
export type { Intakes, ListedIntake } from '#shared/usecases/intake/refused-intakes.ts'
export type { MeetingSheet } from '#shared/usecases/meetings/read-meeting.ts'
export type { ReportHistory } from '#shared/usecases/reports/read-submitted-report.ts'
export type { Phase, ReportKey, ReportSheet } from '#shared/usecases/reports/report-sheet.ts'
export type { DraftPart } from '#shared/usecases/reports/save-draft-part.ts'
export type { SeatSheet } from '#shared/usecases/seat/change-seat.ts'
export type { OwnSession } from '#shared/usecases/sign-in/sessions.ts'

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
  /** @param session the cookie of the session that asks */
  listSessions(actor: Actor, session: string): Promise<readonly OwnSession[]>
  endSession(id: string, actor: Actor): Promise<void>
  endOtherSessions(actor: Actor, session: string): Promise<void>

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
  /** Secretariat: a verdict on the version that was read. UserError `changed` when somebody was faster. */
  returnTwgReport(
    command: ReportKey & { version: number; comment: string },
    actor: Actor,
    now: Instant,
  ): Promise<TwgReport>
  acceptTwgReport(command: ReportKey & { version: number }, actor: Actor, now: Instant): Promise<TwgReport>
  /** Opens the accepted version as a draft. */
  amendTwgReport(command: ReportKey & { version: number; reason: string }, actor: Actor, now: Instant): Promise<void>
  /** Gives up a draft begun by mistake. UserError `changed` when somebody saved after `draftVersion`. */
  withdrawAmendment(command: WithdrawAmendment, actor: Actor, now: Instant): Promise<void>
  discardDraft(command: ReportKey & { draftVersion: number; reason: string }, actor: Actor, now: Instant): Promise<void>
  /** Secretariat: another due date for one TWG. */
  grantExtension(command: ReportKey & { due: string; reason: string }, actor: Actor, now: Instant): Promise<Round>
  readReportHistory(key: ReportKey, actor: Actor, now: Instant): Promise<ReportHistory>
  readReportVersion(key: ReportKey & { version: number }, actor: Actor, now: Instant): Promise<TwgReport>

  listActionPoints(actor: Actor, now: Instant): Promise<readonly ActionPointsOfGroup[]>
  readActionPoint(id: string, actor: Actor, now: Instant): Promise<ActionPoint>
  openActionPoint(command: OpenActionPoint, actor: Actor, now: Instant): Promise<ActionPoint>
  updateActionPoint(command: UpdateActionPoint, actor: Actor, now: Instant): Promise<ActionPoint>

  listMeetings(actor: Actor, now: Instant): Promise<readonly Meeting[]>
  /** Confirms a proposed meeting, or moves a confirmed one. UserError `changed` when somebody was faster. */
  scheduleMeeting(command: ScheduleMeeting, actor: Actor, now: Instant): Promise<Meeting>
  addMeeting(command: AddMeeting, actor: Actor, now: Instant): Promise<Meeting>
  cancelMeeting(command: Pick<ScheduleMeeting, 'id' | 'version'>, actor: Actor, now: Instant): Promise<Meeting>
  readMeeting(id: string, actor: Actor, now: Instant): Promise<MeetingSheet>
  /** What a meeting came to. UserError `changed` when somebody recorded minutes meanwhile. */
  recordMinutes(command: RecordMinutes, actor: Actor, now: Instant): Promise<Minutes>

  /** Secretariat: everything that will be sent in the next 90 days. */
  readPlanAhead(actor: Actor, now: Instant): Promise<readonly PlannedLine[]>
  readSectorYear(year: number, actor: Actor, now: Instant): Promise<CalendarYear>
  /** Calendars to subscribe to: for everyone, and for the owner of a private address. */
  readPublicFeed(now: Instant): Promise<Feed>
  readPersonalFeed(token: string, now: Instant): Promise<Feed>
  readFeedSince(actor: Actor): Promise<Instant | undefined>
  makeFeed(actor: Actor, now: Instant): Promise<string>
  revokeFeed(actor: Actor): Promise<void>

  /** The turns of the donor seat. */
  readSeat(actor: Actor, now: Instant): Promise<SeatSheet>
  changeSeat(command: ChangeSeat, actor: Actor, now: Instant): Promise<SeatSheet>

  /** The latest: a draft for the secretariat, a released version for co-chairs and everyone with a role. */
  readBrief(key: string, actor: Actor, now: Instant, version?: number): Promise<Brief>
  /** The report versions behind one figure. @param asked version 0 for a brief that was never released */
  traceFigure(
    asked: { key: string; version: number; place: FigurePlace },
    actor: Actor,
    now: Instant,
  ): Promise<FigureTrace>
  /** The reports behind a brief that was read which stand in another version by now. */
  readAmendedSince(brief: Brief): Promise<readonly AmendedReport[]>
  /** How far each copy has come; empty for everyone but the secretariat. */
  readBriefCopies(key: string, actor: Actor, now: Instant): Promise<readonly DeliveredCopy[]>
  /** Co-chairs in office who have no copy of a brief that went out; empty for everyone but the secretariat. */
  readNewcomers(key: string, actor: Actor, now: Instant): Promise<readonly Newcomer[]>
  /** Secretariat: to a co-chair who was named after it went out. */
  sendToNewcomer(command: { key: string; contact: string }, actor: Actor, now: Instant): Promise<void>
  /** Secretariat: once more, after the address was mended. */
  sendBriefAgain(mail: string, actor: Actor, now: Instant): Promise<void>
  readBriefPdf(key: string, version: number, actor: Actor, now: Instant): Promise<Uint8Array>
  releaseBrief(key: string, actor: Actor, now: Instant): Promise<Brief>

  /** Secretariat: what other systems sent. */
  listIntakes(actor: Actor, now: Instant): Promise<Intakes>
  readIntake(id: string, actor: Actor, now: Instant): Promise<ListedIntake>
  dealWithIntake(command: { id: string; note: string }, actor: Actor, now: Instant): Promise<void>

  listContacts(actor: Actor, now: Instant): Promise<readonly { contact: Contact; roles: readonly Role[] }[]>
  recordContact(
    command: { name: string; email: string; organisation: string; role: string; group: string; seat: string },
    actor: Actor,
    now: Instant,
  ): Promise<void>
  readContact(id: string, actor: Actor, now: Instant): Promise<{ contact: Contact; roles: readonly Role[] }>
  changeContact(command: ChangeContact, actor: Actor, now: Instant): Promise<void>
  endRole(command: RoleKey & { id: string }, actor: Actor, now: Instant): Promise<void>
  liftMailSuspension(id: string, actor: Actor, now: Instant): Promise<void>
  endSessionsOf(id: string, actor: Actor, now: Instant): Promise<void>
}
