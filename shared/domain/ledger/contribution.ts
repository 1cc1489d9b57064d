import * as z from 'zod'
import { PlainDate } from '../dates.ts'
import { Currency } from './money.ts'

/** Who says so. Two sources of one year are both kept and never merged. */
export const FundingSource = z.enum(['government', 'donor', 'landmine-monitor', 'fts', 'iati'])
export type FundingSource = z.infer<typeof FundingSource>

/** What a donor gives, and to whom first. Its money is in the movements. */
export const Contribution = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    donor: z.strictObject({ id: z.string(), name: z.string() }),
    title: z.string(),
    recipient: z.string(),
    /** Pillars with their percentages (sum 100), or several without a split. */
    pillars: z.union([
      z.strictObject({ notDisaggregated: z.array(z.string()) }),
      z.array(z.strictObject({ pillar: z.string(), percent: z.number().min(0).max(100) })).min(1),
    ]),
    form: z.enum(['financial', 'in-kind']),
    source: FundingSource,
    reference: z.string(),
    note: z.string(),
  }),
)
export type Contribution = z.infer<typeof Contribution>

/** One append-only step of a contribution. Money is in minor units of its currency; the US$ equivalent is frozen when recorded. */
export const Movement = z.lazy(() =>
  z.strictObject({
    contribution: z.string(),
    seq: z.int().positive(),
    type: z.enum(['pledge', 'commitment', 'disbursement', 'correction']),
    date: PlainDate,
    /** `year`: only the year is known; the date is its last day. */
    precision: z.enum(['day', 'year']),
    amount: z.strictObject({ minor: z.int(), currency: Currency }),
    usdCents: z.int(),
    /** How the US$ came about: as published, or a rate with its direction, source and date. */
    usdBasis: z.union([
      z.strictObject({ published: z.string() }),
      z.strictObject({
        rate: z.string(),
        direction: z.enum(['usd-per-unit', 'units-per-usd']),
        source: z.string(),
        date: PlainDate,
      }),
    ]),
    donor: z.strictObject({ id: z.string(), name: z.string() }),
    source: FundingSource,
    /** The movement a correction takes back, and why. */
    reverses: z.int().positive().optional(),
    reason: z.string().optional(),
  }),
)
export type Movement = z.infer<typeof Movement>

/** The year a movement counts in: its value date's. */
export const yearOf = (movement: Pick<Movement, 'date'>): number => Number(movement.date.slice(0, 4))

/** An id from a name: `Republic of Korea` → `republic-of-korea`. Any donor is accepted, organisations too. */
export const donorId = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
