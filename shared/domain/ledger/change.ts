import * as z from 'zod'
import { Instant } from '../dates.ts'
import { Doer } from './contribution.ts'

/** What was done to a contribution after it was recorded: who, when, what, why. */
export const ContributionChange = z.lazy(() =>
  z.strictObject({
    at: Instant,
    by: Doer,
    /** `added`: movements came, nothing was taken back. `restored`: what was withdrawn is recorded again. */
    what: z.enum(['corrected', 'added', 'withdrawn', 'restored']),
    reason: z.string(),
    facts: z.array(z.strictObject({ fact: z.string(), from: z.string(), to: z.string() })),
    /** The numbers of the movements that were appended. */
    movements: z.array(z.int()),
  }),
)
export type ContributionChange = z.infer<typeof ContributionChange>

/** A donor's focal point has read everything recorded for the donor and stands by it. */
export const Confirmation = z.lazy(() =>
  z.strictObject({
    donor: z.string(),
    at: Instant,
    by: Doer,
    /** Fingerprint of the contributions and their versions as they were shown. */
    seen: z.string(),
  }),
)
export type Confirmation = z.infer<typeof Confirmation>
