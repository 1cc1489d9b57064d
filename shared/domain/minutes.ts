import * as z from 'zod'
import { Instant, PlainDate } from './dates.ts'

/** An action point as it was agreed; what becomes of it is in the point itself. */
const AgreedPoint = z.lazy(() =>
  z.strictObject({ id: z.string(), text: z.string(), owner: z.string(), due: PlainDate }),
)
export type AgreedPoint = z.infer<typeof AgreedPoint>

/** What a meeting came to. Each version is kept as it was mailed; the newest counts. */
export const Minutes = z.lazy(() =>
  z.strictObject({
    meeting: z.string(),
    version: z.int().positive(),
    summary: z.string(),
    decisions: z.array(z.string()),
    /** All that the meeting agreed on, also those of earlier versions. */
    actionPoints: z.array(AgreedPoint),
    recordedAt: Instant,
    recordedBy: z.string(),
  }),
)
export type Minutes = z.infer<typeof Minutes>

/** In characters. */
export const LONGEST_SUMMARY = 5000
export const LONGEST_DECISION = 500
export const MOST_DECISIONS = 30
/** New action points that one form takes; each costs three of a transaction's hundred writes. */
export const MOST_NEW_POINTS = 6

/** One entry a line; empty lines are none. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
