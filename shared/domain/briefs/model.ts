import * as z from 'zod'
import type { ActionPointStatus } from '../action-point.ts'
import { Instant, type PlainDate } from '../dates.ts'
import type { RequestedDecision } from '../forms/narrative.ts'
import type { LedgerYearRows } from '../ledger/analysis/extract.ts'
import type { FundingGap } from '../ledger/analysis/gap.ts'
import type { AnalysisLine } from '../ledger/analysis/lines.ts'
import type { Timeliness } from '../report.ts'

/** A figure in a brief. An unavailable figure stays unavailable; a sum says how many of its parts it leaves out. */
export interface BriefFigure {
  readonly value?: number
  readonly leftOut: number
  /** The report versions or movements it was computed from: `2026-Q1/survey-clearance/v1`. */
  readonly sources: string[]
}

/** Quarter, quarter before, same quarter last year, year to date, target of the year. */
export interface IndicatorLine {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly quarter: BriefFigure
  readonly previous: BriefFigure
  readonly lastYear: BriefFigure
  readonly yearToDate: BriefFigure
  readonly target?: number
}

export interface MeetingLine {
  readonly title: string
  readonly day: PlainDate
  readonly time: string
  readonly place: string
  readonly status: string
}

/** An action point that is still open. */
export interface ActionLine {
  readonly text: string
  readonly owner: string
  readonly due: PlainDate
  readonly status: ActionPointStatus
  readonly note: string
  readonly overdue: boolean
}

/** Figures of one TWG round by round, oldest first. */
export interface RoundTable {
  readonly id: string
  readonly twg: string
  readonly rounds: string[]
  readonly lines: {
    readonly id: string
    readonly label: string
    readonly unit: string
    /** One a round. */
    readonly figures: BriefFigure[]
  }[]
}

/** A risk as the cover names it. */
export interface Risk {
  readonly text: string
  readonly from: string
}

/** What the annex repeats of a TWG's own brief. */
export interface AnnexedBrief {
  readonly key: string
  readonly twg: string
  readonly round: string
  /** 0 where it was never released. */
  readonly version: number
  readonly summary: string[]
  readonly challenges: string
  readonly priorities: string[]
}

/** What a brief was compiled from; with it the same brief can be compiled again. */
interface Inputs {
  readonly reports: string[]
  readonly movements: number
  /** Of the working group's: what of the ledger it holds, besides later corrections of it. */
  readonly ledgerAsOf?: Instant
  /** Of the working group's: the day of the meeting as it was when the brief was asked for; a correction keeps it. */
  readonly askedForDay?: PlainDate
  readonly cutOff: Instant
}

/** One thing that a version states otherwise than the one before: a figure in its unit (money in US cents), or words. Absent: not available. */
export interface Change {
  readonly what: string
  readonly unit?: string
  readonly was?: number | string
  readonly is?: number | string
  /** How many of its parts a sum left out, and leaves out now; absent where it is complete. */
  readonly wasLeftOut?: number
  readonly isLeftOut?: number
}

/** What a version corrects in the one released before it, and by whom and why. */
export interface Corrections {
  /** The version that is corrected. */
  readonly of: number
  readonly changes: Change[]
  readonly reasons: string[]
}

/** The brief of one TWG for one round; at most two pages. */
export interface TwgBrief {
  readonly kind: 'twg'
  readonly key: string
  readonly sector: string
  readonly round: string
  readonly period: { readonly from: PlainDate; readonly until: PlainDate }
  readonly twg: { readonly id: string; readonly name: string }
  readonly chair: string
  readonly timeliness: Timeliness
  readonly nilReason?: string
  readonly lateReason?: string
  /** Five lines at most: the brief in a nutshell, also the body of the mail. */
  readonly summary: string[]
  readonly indicators: IndicatorLine[]
  /** One line a province, columns as named; undefined where the form has no rows. */
  readonly provinces?: {
    readonly columns: string[]
    readonly rows: { readonly province: string; readonly cells: BriefFigure[] }[]
  }
  readonly achievements: string
  readonly challenges: string
  readonly gender: string
  readonly decisions: RequestedDecision[]
  readonly priorities: string[]
  /** Open ones, overdue first. */
  readonly actions: ActionLine[]
  readonly meetings: MeetingLine[]
  /** Corrections, estimates and gaps a reader must know of. */
  readonly notes: string[]
  /** From version 2 on. */
  readonly corrections?: Corrections
  readonly inputs: Inputs
}

/** One donor's line of the funding table; money in US cents. Pledges are shown apart and never added. */
interface FundingLine {
  readonly id: string
  readonly donor: string
  readonly paidUsd: number
  readonly committedUsd: number
  readonly pledgedUsd: number
  /** Share of all that was paid, 0–1. */
  readonly share: number
  /** Paid amounts as given: `EUR 500,000.00`. */
  readonly original: string[]
}

export interface FundingYear {
  readonly year: number
  readonly paidUsd: number
  readonly committedUsd: number
  readonly pledgedUsd: number
  readonly donors: FundingLine[]
  /** Left out, as the index, where nothing was paid. */
  readonly largestShare?: number
  /** Herfindahl–Hirschman index: the sum of the squared shares, 0–1. */
  readonly hhi?: number
  /** Empty name: not stated or not disaggregated. */
  readonly pillars: AnalysisLine[]
  /** What was paid, against the year before by the same source; `share` is left out where that was nothing. */
  readonly change?: { readonly usdCents: number; readonly share?: number }
  /** Share of paid and committed money that belongs to agreements of more than one year, 0–1; left out where there is none. */
  readonly multiYearShare?: number
  /** Sources of the figures: Landmine Monitor, government, donor … */
  readonly sources: string[]
}

/** The brief for a meeting of the working group; at most six pages and annexes. */
export interface SwgBrief {
  readonly kind: 'swg'
  readonly key: string
  readonly sector: string
  readonly meeting: MeetingLine
  readonly coChairs: { readonly seat: string; readonly name: string }[]
  readonly summary: string[]
  readonly rounds: string[]
  /** One line a TWG, one cell a round. */
  readonly timeliness: { readonly twg: string; readonly rounds: Timeliness[] }[]
  readonly decisions: (RequestedDecision & { readonly twg: string })[]
  /** Three at most, the gravest first. */
  readonly risks: Risk[]
  /** What the cover charts: the leading figure over eight quarters. */
  readonly chart?: RoundTable
  /** Figures that a reader wants for each round of the brief: casualties by women, men, girls and boys. */
  readonly byRound: RoundTable[]
  /** Action points of the working group: those still open, and how many of all since the meeting before are done. */
  readonly actions: { readonly done: number; readonly total: number; readonly open: ActionLine[] }
  readonly indicators: { readonly id: string; readonly twg: string; readonly lines: IndicatorLine[] }[]
  readonly funding: FundingYear[]
  /** The twelve-month need against what is secured, by each source of the ledger; empty where no report states a need. */
  readonly gaps: FundingGap[]
  readonly obligations: {
    readonly name: string
    readonly due: PlainDate
    readonly days: number
    readonly source: string
  }[]
  readonly seat?: { readonly holder: string; readonly until: PlainDate; readonly next: string }
  /** Of the newest round. */
  readonly gender: { readonly twg: string; readonly text: string }[]
  /** The movements behind the funding, for the annex. */
  readonly ledger: LedgerYearRows[]
  readonly agenda: string[]
  readonly twgBriefs: AnnexedBrief[]
  readonly notes: string[]
  /** From version 2 on. */
  readonly corrections?: Corrections
  readonly inputs: Inputs
}

export type BriefModel = TwgBrief | SwgBrief

/**
 * A brief as stored: a draft is overwritten while its inputs change; a released version never changes.
 * A draft after a release is what will be its next version.
 * The model is only ever written by our own compiler, so reading it back checks its kind and trusts the rest.
 */
export const Brief = z.lazy(() =>
  z.strictObject({
    key: z.string(),
    status: z.enum(['draft', 'released']),
    /** The last that was released; 0 before the first release. */
    version: z.int().min(0),
    compiledAt: Instant,
    releasedAt: Instant.optional(),
    /** SHA-256 of the model, hex: the same inputs give the same hash. */
    hash: z.string(),
    model: z.custom<BriefModel>((model) => ['twg', 'swg'].includes((model as BriefModel | undefined)?.kind ?? '')),
  }),
)
export type Brief = z.infer<typeof Brief>
