import * as z from 'zod'
import { Instant, PlainDate } from '../dates.ts'

/** A figure in a brief. An unavailable figure stays unavailable; a sum says how many of its parts it leaves out. */
export const BriefFigure = z.strictObject({
  value: z.number().optional(),
  leftOut: z.int().min(0),
  /** The report versions or movements it was computed from: `2026-Q1/survey-clearance/v1`. */
  sources: z.array(z.string()),
})
export type BriefFigure = z.infer<typeof BriefFigure>

const Timeliness = z.enum(['on-time', 'late', 'nil', 'missing', 'awaited'])

/** Quarter, quarter before, same quarter last year, year to date, target of the year. */
export const IndicatorLine = z.strictObject({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  quarter: BriefFigure,
  previous: BriefFigure,
  lastYear: BriefFigure,
  yearToDate: BriefFigure,
  target: z.number().optional(),
})
export type IndicatorLine = z.infer<typeof IndicatorLine>

const Decision = z.strictObject({ text: z.string(), from: z.string(), by: z.string() })
const MeetingLine = z.strictObject({
  title: z.string(),
  day: PlainDate,
  time: z.string(),
  place: z.string(),
  status: z.string(),
})

/** What a brief was compiled from; with it the same brief can be compiled again. */
const Inputs = z.strictObject({ reports: z.array(z.string()), movements: z.int(), cutOff: Instant })

/** The brief of one TWG for one round; at most two pages. */
export const TwgBrief = z.strictObject({
  kind: z.literal('twg'),
  key: z.string(),
  sector: z.string(),
  round: z.string(),
  period: z.strictObject({ from: PlainDate, until: PlainDate }),
  twg: z.strictObject({ id: z.string(), name: z.string() }),
  chair: z.string(),
  timeliness: Timeliness,
  nilReason: z.string().optional(),
  lateReason: z.string().optional(),
  /** Five lines at most: the brief in a nutshell, also the body of the mail. */
  summary: z.array(z.string()).max(5),
  indicators: z.array(IndicatorLine),
  /** One line a province, columns as named; undefined where the form has no rows. */
  provinces: z
    .strictObject({
      columns: z.array(z.string()),
      rows: z.array(z.strictObject({ province: z.string(), cells: z.array(BriefFigure) })),
    })
    .optional(),
  achievements: z.string(),
  challenges: z.string(),
  gender: z.string(),
  decisions: z.array(Decision),
  priorities: z.array(z.string()),
  meetings: z.array(MeetingLine),
  /** Corrections, estimates and gaps a reader must know of. */
  notes: z.array(z.string()),
  inputs: Inputs,
})
export type TwgBrief = z.infer<typeof TwgBrief>

/** One donor's line of the funding table; money in US cents. Pledges are shown apart and never added. */
export const FundingLine = z.strictObject({
  donor: z.string(),
  paidUsd: z.int(),
  committedUsd: z.int(),
  pledgedUsd: z.int(),
  /** Share of all that was paid, 0–1. */
  share: z.number(),
  /** Paid amounts as given: `EUR 500,000.00`. */
  original: z.array(z.string()),
})

export const FundingYear = z.strictObject({
  year: z.int(),
  paidUsd: z.int(),
  committedUsd: z.int(),
  pledgedUsd: z.int(),
  donors: z.array(FundingLine),
  largestShare: z.number(),
  /** Herfindahl–Hirschman index: the sum of the squared shares, 0–1. */
  hhi: z.number(),
  /** Sources of the figures: Landmine Monitor, government, donor … */
  sources: z.array(z.string()),
})
export type FundingYear = z.infer<typeof FundingYear>

/** The brief for a meeting of the working group; at most six pages and annexes. */
export const SwgBrief = z.strictObject({
  kind: z.literal('swg'),
  key: z.string(),
  sector: z.string(),
  meeting: MeetingLine,
  coChairs: z.array(z.strictObject({ seat: z.string(), name: z.string() })),
  summary: z.array(z.string()).max(5),
  rounds: z.array(z.string()),
  /** One line a TWG, one cell a round. */
  timeliness: z.array(z.strictObject({ twg: z.string(), rounds: z.array(Timeliness) })),
  decisions: z.array(Decision.extend({ twg: z.string() })),
  indicators: z.array(z.strictObject({ twg: z.string(), lines: z.array(IndicatorLine) })),
  funding: z.array(FundingYear),
  obligations: z.array(z.strictObject({ name: z.string(), due: PlainDate, days: z.int(), source: z.string() })),
  seat: z.strictObject({ holder: z.string(), until: PlainDate, next: z.string() }).optional(),
  notes: z.array(z.string()),
  inputs: Inputs,
})
export type SwgBrief = z.infer<typeof SwgBrief>

export const BriefModel = z.discriminatedUnion('kind', [TwgBrief, SwgBrief])
export type BriefModel = z.infer<typeof BriefModel>

/** A brief as stored: a draft is overwritten while its inputs change; a released version never changes. */
export const Brief = z.strictObject({
  key: z.string(),
  status: z.enum(['draft', 'released']),
  /** 0 while a draft, 1 at the first release. */
  version: z.int().min(0),
  compiledAt: Instant,
  releasedAt: Instant.optional(),
  /** SHA-256 of the model, hex: the same inputs give the same hash. */
  hash: z.string(),
  model: BriefModel,
})
export type Brief = z.infer<typeof Brief>
