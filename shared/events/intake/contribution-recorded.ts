import * as z from 'zod'
import { PlainDate } from '#shared/domain/dates.ts'
import { donorId, FundingSource } from '#shared/domain/ledger/contribution.ts'
import type { NewContribution } from '#shared/domain/ledger/csv-row.ts'
import { Currency, minorUnits } from '#shared/domain/ledger/money.ts'

/** Control characters, and those that turn the direction of text: a name may not look like another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const DECEPTIVE = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/
const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => !DECEPTIVE.test(text), 'holds control characters')

const Amount = z.string().max(30).describe('A plain decimal, such as 1648280.50')

const MovementIn = z
  .strictObject({
    type: z.enum(['pledge', 'commitment', 'disbursement']),
    date: PlainDate,
    precision: z.enum(['day', 'year']).default('day'),
    amount: Amount,
    currency: Currency,
    usd: Amount.describe('The US$ equivalent; frozen when recorded'),
    usdRate: z
      .strictObject({
        rate: z.string().regex(/^\d+(\.\d+)?$/),
        direction: z.enum(['usd-per-unit', 'units-per-usd']),
        source: z.string().min(1).max(100),
        date: PlainDate,
      })
      .optional()
      .describe('How the US$ came about; left out when it was published as it stands'),
  })
  .check((context) => {
    const { amount, currency, usd } = context.value
    const wrong = (path: string, input: string, unit: string) =>
      context.issues.push({ code: 'custom', path: [path], input, message: `is not an amount in ${unit}` })
    if (Currency.safeParse(currency).success && (minorUnits(amount, currency) ?? -1) < 0)
      wrong('amount', amount, currency)
    if ((minorUnits(usd, 'USD') ?? -1) < 0) wrong('usd', usd, 'USD')
  })

/** The detail of a `ContributionRecorded` event from another system. `id` is the sender's own: the same source and id are recorded once, for ever. */
export const ContributionRecordedIn = z.strictObject({
  id: z.string().min(1).max(200),
  data: z.strictObject({
    donor: line(120).refine((name) => donorId(name) !== '', 'holds no letter or digit'),
    title: line(300).min(1),
    recipient: line(200).default(''),
    pillars: z.union([
      z.strictObject({ notDisaggregated: z.array(z.string().min(1).max(100)).max(20) }),
      z
        .array(z.strictObject({ pillar: z.string().min(1).max(100), percent: z.number().min(0).max(100) }))
        .min(1)
        .max(20)
        .refine(
          (pillars) => Math.abs(pillars.reduce((sum, { percent }) => sum + percent, 0) - 100) < 1e-9,
          'must add up to 100 %',
        ),
    ]),
    form: z.enum(['financial', 'in-kind']).default('financial'),
    source: FundingSource,
    reference: line(200).default(''),
    note: z.string().max(2000).default(''),
    movements: z.array(MovementIn).min(1).max(50),
  }),
})
export type ContributionRecordedIn = z.infer<typeof ContributionRecordedIn>

/** The contribution that the sender means. The amounts were checked by the schema. */
export const contributionFrom = ({ data }: ContributionRecordedIn): NewContribution => {
  const { movements, donor, ...contribution } = data
  return {
    contribution: { ...contribution, donor: { id: donorId(donor), name: donor } },
    movements: movements.map(({ type, date, precision, amount, currency, usd, usdRate }) => ({
      type,
      date,
      precision,
      amount: { minor: minorUnits(amount, currency) ?? 0, currency },
      usdCents: minorUnits(usd, 'USD') ?? 0,
      usdBasis: usdRate ?? { published: data.source },
    })),
  }
}
