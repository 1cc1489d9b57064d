import * as z from 'zod'
import type { FollowUp } from './action-point.ts'
import { Instant } from './dates.ts'
import type { Row } from './forms/form.ts'
import type { Header, Narrative, NilReturn } from './forms/narrative.ts'

/** What one person typed, by field path, untouched. */
export const Typed = z.record(z.string(), z.string())
export type Typed = z.infer<typeof Typed>

/** Why an accepted version is replaced, and who began it. */
export const Amendment = z.lazy(() => z.strictObject({ reason: z.string(), by: z.string(), at: Instant }))
export type Amendment = z.infer<typeof Amendment>

/** Where a draft keeps why the report is late. The key of a warning holds a colon. */
export const LATE_REASON = 'lateReason'

/** A report being written. It keeps what was typed, valid or not, so that nothing is ever lost. */
export const Draft = z.lazy(() =>
  z.strictObject({
    header: Typed,
    narrative: Typed,
    /** Present when the chair declares that there is nothing to report. */
    nil: Typed.optional(),
    /** Follow-up of the TWG's action points, by `<id>.status` and `<id>.note`; absent before it was saved. */
    actions: Typed.optional(),
    rows: z.array(Typed),
    /** Answers to what is asked before it is submitted: to warnings by their keys, and under `LATE_REASON` why it is late. */
    comments: Typed,
    /** The sentence of each warning as it stood when its comment was saved. */
    answered: Typed.optional(),
    /** Present while this draft is to replace an accepted version. */
    amendment: Amendment.optional(),
    savedAt: Instant,
    savedBy: z.string(),
  }),
)
export type Draft = z.infer<typeof Draft>

/** A draft that holds nothing, as before the first save and after it was discarded. */
export const blankDraft = (savedAt: Instant, savedBy: string): Draft => ({
  header: {},
  narrative: {},
  rows: [],
  comments: {},
  savedAt,
  savedBy,
})

export const isBlank = ({ savedAt: _at, savedBy: _by, ...parts }: Draft): boolean =>
  Object.values(parts).every((part) => part === undefined || Object.keys(part).length === 0)

/** A draft that somebody gave up: one of a first report, or one that was to replace an accepted version. */
export const DiscardedDraft = z.lazy(() =>
  z.strictObject({
    by: z.strictObject({ contact: z.string(), name: z.string() }),
    at: Instant,
    reason: z.string(),
    /** The version of the draft that was read before it was given up. */
    draftVersion: z.int().positive(),
    amendment: Amendment.optional(),
  }),
)
export type DiscardedDraft = z.infer<typeof DiscardedDraft>

/** The content of one report version: either rows and narrative, or a nil return. */
export interface ReportContent {
  readonly formVersion: number
  readonly header: Header
  readonly narrative?: Narrative
  readonly nil?: NilReturn
  /** How each action point of the TWG stood; absent where there was none. */
  readonly actions?: readonly FollowUp[]
  readonly rows: readonly Row[]
  /** Answers to warnings, by warning key. */
  readonly comments: Typed
  /** What each of these warnings said; absent in reports from before it was kept. */
  readonly warnings?: Typed
}

export const ReportStatus = z.enum(['submitted', 'returned', 'accepted'])

/** What the secretariat said to a version, and when; a return says why. */
const Verdict = z.lazy(() =>
  z.strictObject({
    by: z.strictObject({ contact: z.string(), name: z.string() }),
    at: Instant,
    comment: z.string().optional(),
  }),
)
export type Verdict = z.infer<typeof Verdict>

/** A returned amendment that was given up: which version, who did it, when and why, and the accepted version that stands again. */
export const Withdrawal = z.lazy(() =>
  z.strictObject({
    version: z.int().positive(),
    stands: z.int().positive(),
    by: z.strictObject({ contact: z.string(), name: z.string() }),
    at: Instant,
    reason: z.string(),
  }),
)
export type Withdrawal = z.infer<typeof Withdrawal>

/** One version of a TWG's report for a round. Its content never changes; status and verdict tell what became of it. */
export const TwgReport = z.lazy(() =>
  z.strictObject({
    round: z.string(),
    twg: z.string(),
    version: z.int().positive(),
    status: ReportStatus,
    /** When version 1 was submitted; decides between on time and late. */
    firstSubmittedAt: Instant,
    submittedAt: Instant,
    submittedBy: z.strictObject({ contact: z.string(), name: z.string(), onBehalf: z.boolean() }),
    lateReason: z.string().optional(),
    /** Present when this version replaces an accepted one. */
    amendment: Amendment.optional(),
    /** Present once it was returned or accepted. */
    verdict: Verdict.optional(),
    /** Present on the version that was withdrawn, and on the accepted one while it stands again. */
    withdrawal: Withdrawal.optional(),
    /** Read with its form before it was stored, and never changed since: reading it back trusts it. */
    content: z.custom<ReportContent>((content) => typeof content === 'object' && content !== null),
  }),
)
export type TwgReport = z.infer<typeof TwgReport>

/** The number of the version that is submitted next: one is never used twice, also where a version was withdrawn. */
export const nextVersion = (current: Pick<TwgReport, 'version' | 'withdrawal'> | undefined): number =>
  (current?.withdrawal?.version ?? current?.version ?? 0) + 1

/** Whether it was given up; else it may stand again after another that was. */
export const isWithdrawn = ({ version, withdrawal }: Pick<TwgReport, 'version' | 'withdrawal'>): boolean =>
  withdrawal?.version === version

/** The version that `report` replaced, of all versions: what was withdrawn before it gave way to the one that stood again. */
export const replacedBy = ({ version }: TwgReport, versions: readonly TwgReport[]): TwgReport | undefined => {
  const before = versions.find((one) => one.version === version - 1)
  return before && isWithdrawn(before) ? versions.find((one) => one.version === before.withdrawal?.stands) : before
}

/** How a TWG stands in a round. `awaited` is only possible while the round is open. */
export type Timeliness = 'on-time' | 'late' | 'nil' | 'missing' | 'awaited'

/** The reference a chair quotes: `2026-Q1/survey-clearance/v1`. */
export const referenceOf = (report: Pick<TwgReport, 'round' | 'twg' | 'version'>): string =>
  `${report.round}/${report.twg}/v${report.version}`

/** The typed rows of a report; empty for a nil return and for forms without rows. */
export const rowsOf = (report: TwgReport | undefined) => (report?.content.nil ? [] : (report?.content.rows ?? []))
