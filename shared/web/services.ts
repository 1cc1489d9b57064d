import type { Brief, FundingYear } from '#shared/domain/briefs/model.ts'
import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import type { Round } from '#shared/domain/calendar/round.ts'
import type { Actor, Contact, Role } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import type { Form } from '#shared/domain/forms/form.ts'
import type { Problem } from '#shared/domain/forms/problem.ts'
import type { Draft, Timeliness, TwgReport, Typed } from '#shared/domain/report.ts'

export interface ReportKey {
  readonly round: string
  readonly twg: string
}

/** Where a round stands for a chair today. */
export type Phase = 'announced' | 'open' | 'late' | 'closed'

/** Everything a report's pages show. `draftVersion` is 0 before the first save. */
export interface ReportSheet extends ReportKey {
  readonly twgName: string
  readonly dates: Round
  readonly phase: Phase
  readonly form: Form
  readonly draft: Draft | undefined
  readonly draftVersion: number
  readonly current: TwgReport | undefined
  /** The report of the quarter before, for last quarter's values. */
  readonly previous: TwgReport | undefined
  /** What blocks and what warns, for the draft as it stands; empty before the first save. */
  readonly problems: readonly Problem[]
}

/** One saved part of a draft. A row's index is its place, or `new`. */
export type DraftPart =
  | { readonly section: 'header' | 'narrative' | 'comments'; readonly values: Typed }
  /** A nil return with its reason, or back to a full report with `values` undefined. */
  | { readonly section: 'nil'; readonly values: Typed | undefined }
  | { readonly section: 'row'; readonly index: number | 'new'; readonly values: Typed }
  | { readonly section: 'row-removal'; readonly index: number }

export interface Desk {
  readonly rounds: readonly {
    readonly round: Round
    readonly phase: Phase
    readonly reports: readonly (ReportKey & {
      readonly twgName: string
      readonly standing: Timeliness
      readonly mayReport: boolean
      readonly hasDraft: boolean
      readonly version: number
    })[]
  }[]
  readonly meetings: readonly Meeting[]
  readonly briefs: readonly Pick<Brief, 'key' | 'status' | 'version' | 'compiledAt' | 'releasedAt'>[]
  /** What waits for the secretariat; empty for everyone else. */
  readonly tasks: readonly { readonly text: string; readonly path: string }[]
}

/**
 * What the pages ask of the system; the use cases fulfil it. All refuse with UserError:
 * `forbidden` and `not-found` become pages of their own, `draft-changed` shows the other's change, the rest stands next to its field.
 */
export interface Services {
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

  readFunding(actor: Actor): Promise<readonly FundingYear[]>
  listContacts(actor: Actor, now: Instant): Promise<readonly { contact: Contact; roles: readonly Role[] }[]>
  recordContact(
    command: { name: string; email: string; organisation: string; role: string; group: string; seat: string },
    actor: Actor,
    now: Instant,
  ): Promise<void>
}
