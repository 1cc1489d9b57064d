import * as z from 'zod'
import type { PlainDate } from '#shared/domain/dates.ts'
import { ContributionForm, Earmarking, FundingSource, MOST_MOVEMENTS } from '#shared/domain/ledger/contribution.ts'
import { LONGEST_DONOR_NAME } from '#shared/domain/ledger/donor-name.ts'
import { MovementKind, RateDirection } from '#shared/domain/ledger/movement.ts'
import { isPlain } from '#shared/domain/plain-words.ts'

const line = (longest: number) => z.string().trim().max(longest)
const lines = (longest: number) => z.array(line(longest).min(1)).max(20)

const Amount = z
  .string()
  .max(30)
  .regex(/^\d+(\.\d+)?$/, 'Write it as a plain decimal, such as 1648280.50')
  .describe('A plain decimal, such as 1648280.50')
const Day = z.iso.date('Write it as year, month, day, such as 2026-03-31') satisfies typeof PlainDate

const MovementIn = z.lazy(() =>
  z.strictObject({
    type: MovementKind,
    date: Day,
    precision: z.enum(['day', 'year']).default('day').describe('year: only the year is known; its last day is kept'),
    amount: Amount,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'Write it as three capital letters, such as EUR')
      .describe('ISO 4217'),
    usd: Amount.optional().describe('The US$ equivalent, frozen when recorded; computed from usdRate where left out'),
    usdRate: z
      .strictObject({
        rate: z.string().max(25),
        direction: RateDirection,
        source: line(100).min(1),
        date: Day,
      })
      .optional()
      .describe('How the US$ came about; left out when they were published as they stand'),
  }),
)

const PillarsIn = z.lazy(() =>
  z.union(
    [
      z.strictObject({ notDisaggregated: z.array(line(100).min(1)).max(20) }),
      z
        .array(z.strictObject({ pillar: line(100).min(1), percent: z.number().min(0).max(100).multipleOf(0.01) }))
        .min(1)
        .max(20),
    ],
    'Give pillars with their percentages, or {"notDisaggregated": [names]} where nobody knows the split',
  ),
)

/**
 * The detail of a `ContributionRecorded` event from another system. `id` is the sender's own: the same source and id are
 * recorded once, for ever. What its texts say is read as in a form (`read-contribution-recorded.ts`).
 */
export const ContributionRecordedIn = z.lazy(() =>
  z.strictObject({
    id: z
      .string('Give the number that the contribution has in your system, as text in quotes')
      .min(1)
      .max(200)
      .refine(isPlain, 'Holds control characters')
      .refine((id) => id === id.trim(), 'Begins or ends with a blank'),
    data: z.strictObject({
      donor: line(LONGEST_DONOR_NAME),
      title: line(300).min(1),
      recipient: line(200).default('').describe('Who receives it first'),
      implementers: lines(200).default([]),
      pillars: PillarsIn,
      form: ContributionForm.default('financial'),
      provinces: lines(100).default([]).describe('Names, or codes of the Lao Statistics Bureau or of the sector file'),
      earmarking: Earmarking.default('not-stated'),
      source: FundingSource,
      reference: line(200).default('').describe("The donor's own reference, or the IATI activity identifier"),
      evidence: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default(''),
      parent: line(200)
        .refine(isPlain, 'Holds control characters')
        .default('')
        .describe("Of an onward transfer: the sender's id of the contribution that it passes on; it is in no total"),
      note: z.string().max(2000).default(''),
      movements: z.array(MovementIn).min(1).max(MOST_MOVEMENTS),
    }),
  }),
)
