import * as z from 'zod'
import { Instant } from '#shared/domain/dates.ts'
import { EVENT_NAMES } from './catalogue.ts'

/**
 * What every event carries, shaped like a CloudEvent (v1.0): small facts and ids only, 32 KB at most.
 * `time` is when it happened, `recordedat` when it was stored; `sequence` is the record's version, by which consumers order.
 */
export const Envelope = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    type: z.enum(EVENT_NAMES),
    source: z.string(),
    /** The record it is about: `report/2026-Q1/survey-clearance`. */
    subject: z.string(),
    time: Instant,
    recordedat: Instant,
    schemaversion: z.literal(1),
    sequence: z.int().positive(),
    /** The first event of the chain this one belongs to. */
    correlationid: z.string(),
    /** The event that caused this one, when one did. */
    causationid: z.string().optional(),
    /** Who acted: `contact/<id>`, `system`, or the source of another system. */
    actor: z.string(),
    data: z.record(z.string(), z.unknown()),
  }),
)
export type Envelope = z.infer<typeof Envelope>
