import * as z from 'zod'
import type { PlainDate } from '#shared/domain/dates.ts'
import { ContributionForm, Earmarking, FundingSource, MOST_MOVEMENTS } from '#shared/domain/ledger/contribution.ts'
import { LONGEST_DONOR_NAME } from '#shared/domain/ledger/donor-name.ts'
import { MovementKind, RateDirection } from '#shared/domain/ledger/movement.ts'
import { isPlain } from '#shared/domain/plain-words.ts'

const line = (longest: number) => z.string().trim().max(longest)
/** That blanks alone say nothing stands in the published schema too: a length counts them. */
const said = (longest: number) => line(longest).min(1).regex(/\S/, 'Is empty')
const lines = (longest: number) => z.array(said(longest)).max(20)

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
        source: said(100),
        date: Day,
      })
      .optional()
      .describe('How the US$ came about; left out when they were published as they stand'),
  }),
)

/** No `multipleOf`: validators that divide in binary take 33.33 for no multiple of 0.01. */
const Percent = z
  .number()
  .min(0)
  .max(100)
  .refine((percent) => Math.round(percent * 100) / 100 === percent, 'Give two decimals at most')
  .describe('Two decimals at most; all of them add up to 100')

const PillarsIn = z.lazy(() =>
  z.union(
    [
      z.strictObject({ notDisaggregated: lines(100) }),
      z
        .array(z.strictObject({ pillar: said(100), percent: Percent }))
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
      .regex(/^\S(?:[\s\S]*\S)?$/, 'Begins or ends with a blank'),
    data: z.strictObject({
      donor: said(LONGEST_DONOR_NAME),
      title: said(300),
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
