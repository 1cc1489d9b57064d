import * as z from 'zod'
import { PlainDate } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import {
  ContributionForm,
  donorId,
  Earmarking,
  FundingSource,
  MOST_MOVEMENTS,
} from '#shared/domain/ledger/contribution.ts'
import { donorMistake, LONGEST_DONOR_NAME } from '#shared/domain/ledger/donor-name.ts'
import { agreesWithRate, isRate, usdCentsAt } from '#shared/domain/ledger/exchange.ts'
import {
  currencyMistake,
  isCurrency,
  isPlausibleUsd,
  minorUnits,
  TOO_MANY_DOLLARS,
} from '#shared/domain/ledger/money.ts'
import { isToCome, MovementKind, RateDirection, yearMistake } from '#shared/domain/ledger/movement.ts'
import { addUp, type NewContribution, type NewMovement } from '#shared/domain/ledger/new-contribution.ts'
import { usdMistake } from '#shared/domain/ledger/plausible-usd.ts'
import { isPlain, isPlainText } from '#shared/domain/plain-words.ts'

const line = (longest: number) => z.string().trim().max(longest).refine(isPlain, 'holds control characters')
/** What `mistakeOf` finds wrong is the reason. */
const refused = (mistakeOf: (text: string) => string | undefined) => (context: z.core.ParsePayload<string>) => {
  const message = mistakeOf(context.value)
  if (message) context.issues.push({ code: 'custom', input: context.value, message })
}
const lines = (longest: number) => z.array(line(longest).min(1)).max(20)
const isDecimal = (value: string) => /^-?\d+(\.\d+)?$/.test(value)

const Amount = z.string().max(30).describe('A plain decimal, such as 1648280.50')
const CurrencyIn = z
  .string()
  .regex(/^[A-Z]{3}$/, 'is not an ISO 4217 code such as EUR')
  .check(refused(currencyMistake))
  .describe('ISO 4217')

/** US cents at the rate that is given. Undefined where the amount, the currency or the rate is none. */
const computedUsd = (given: {
  amount: string
  currency: string
  usdRate?: { rate: string; direction: RateDirection } | undefined
}) => {
  const { amount, currency, usdRate } = given
  const minor = isCurrency(currency) ? minorUnits(amount, currency) : undefined
  if (minor === undefined || !usdRate || !isRate(usdRate.rate)) return undefined
  return usdCentsAt(minor, currency, usdRate.rate, usdRate.direction)
}

const MovementIn = z.lazy(() =>
  z
    .strictObject({
      type: MovementKind,
      date: PlainDate.check(refused(yearMistake)),
      precision: z.enum(['day', 'year']).default('day'),
      amount: Amount,
      currency: CurrencyIn,
      usd: Amount.optional().describe('The US$ equivalent, frozen when recorded; computed from usdRate where left out'),
      usdRate: z
        .strictObject({
          rate: z.string().max(25).refine(isRate, 'is not a rate such as 1.0534'),
          direction: RateDirection,
          source: line(100).min(1),
          date: PlainDate,
        })
        .optional()
        .describe('How the US$ came about; left out when they were published as they stand'),
    })
    .check((context) => {
      const { amount, currency, usd, usdRate } = context.value
      const wrong = (path: string, input: unknown, message: string) =>
        context.issues.push({ code: 'custom', path: [path], input, message })
      const minor = isCurrency(currency) && isDecimal(amount) ? minorUnits(amount, currency) : undefined
      const given = usd !== undefined && isDecimal(usd) ? minorUnits(usd, 'USD') : undefined
      if (isCurrency(currency) && (minor ?? -1) <= 0)
        wrong('amount', amount, minor === 0 ? 'is zero' : `is not an amount in ${currency}`)
      if (usd !== undefined && (given ?? -1) <= 0)
        wrong('usd', usd, given === 0 ? 'is zero' : 'is not an amount in USD')
      if (usd === undefined && usdRate === undefined && currency !== 'USD')
        wrong('usd', usd, 'is missing, and there is no usdRate to compute it from')
      const computed = computedUsd(context.value)
      const cents = usd === undefined ? computed : given
      if (cents !== undefined && !isPlausibleUsd(cents)) wrong('amount', amount, TOO_MANY_DOLLARS)
      if (usdRate && !computed) wrong('usdRate', usdRate, 'gives no amount in USD')
      const implausible = minor && cents ? usdMistake(minor, currency, cents) : undefined
      if (implausible) wrong(usd === undefined ? 'usdRate' : 'usd', usd ?? usdRate, implausible)
      if (given && computed && !agreesWithRate(given, computed)) wrong('usd', usd, 'does not agree with usdRate')
    }),
)

const PillarsIn = z.lazy(() =>
  z.union([
    z.strictObject({ notDisaggregated: z.array(line(100).min(1)).max(20) }),
    z
      .array(z.strictObject({ pillar: line(100).min(1), percent: z.number().min(0).max(100).multipleOf(0.01) }))
      .min(1)
      .max(20)
      .refine(addUp, 'must add up to 100 %'),
  ]),
)

/** The detail of a `ContributionRecorded` event from another system. `id` is the sender's own: the same source and id are recorded once, for ever. */
export const ContributionRecordedIn = z.lazy(() =>
  z.strictObject({
    id: z
      .string()
      .min(1)
      .max(200)
      .refine(isPlain, 'holds control characters')
      .refine((id) => id === id.trim(), 'begins or ends with a blank'),
    data: z.strictObject({
      donor: z.string().trim().max(LONGEST_DONOR_NAME).check(refused(donorMistake)),
      title: line(300).min(1),
      recipient: line(200).default('').describe('Who receives it first'),
      implementers: lines(200).default([]),
      pillars: PillarsIn,
      form: ContributionForm.default('financial'),
      provinces: lines(10).default([]).describe('Codes of the Lao Statistics Bureau, or those of the sector file'),
      earmarking: Earmarking.default('not-stated'),
      source: FundingSource,
      reference: line(200).default('').describe("The donor's own reference, or the IATI activity identifier"),
      evidence: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default(''),
      parent: line(200)
        .default('')
        .describe("Of an onward transfer: the sender's id of the contribution that it passes on; it is in no total"),
      note: z.string().max(2000).refine(isPlainText, 'holds control characters').default(''),
      movements: z.array(MovementIn).min(1).max(MOST_MOVEMENTS),
    }),
  }),
)
export type ContributionRecordedIn = z.infer<typeof ContributionRecordedIn>

/** What cannot have happened yet on the day an event arrives: payments, and rates, of a time to come. */
export const daysToCome = ({ data }: ContributionRecordedIn, today: PlainDate): string[] =>
  data.movements.flatMap(({ type, date, precision, usdRate }, index) => [
    ...(type === 'disbursement' && isToCome({ date, precision }, today)
      ? [`data.movements.${index}.date: nothing was disbursed in a time to come`]
      : []),
    ...(usdRate && usdRate.date > today
      ? [`data.movements.${index}.usdRate.date: no rate is known of a day to come`]
      : []),
  ])

/** The id under which a sender's contribution is recorded. */
export const contributionIdOf = (source: string, id: string): string => fingerprint(source, id).slice(0, 32)

/** The contribution that the sender means. The amounts were checked by the schema. @param source of the event */
export const contributionFrom = ({ data }: ContributionRecordedIn, source: string): NewContribution => {
  const { movements, donor, parent, ...contribution } = data
  return {
    contribution: {
      ...contribution,
      donor: { id: donorId(donor), name: donor },
      parent: parent === '' ? '' : contributionIdOf(source, parent),
    },
    movements: movements.map((movement) => movementFrom(movement, data.source)),
  }
}

const movementFrom = (
  { type, date, precision, amount, currency, usd, usdRate }: z.infer<typeof MovementIn>,
  source: string,
): NewMovement => {
  const minor = minorUnits(amount, currency) ?? 0
  const computed = (usdRate ? computedUsd({ amount, currency, usdRate }) : minor) ?? 0
  return {
    type,
    date,
    precision,
    amount: { minor, currency },
    usdCents: usd === undefined ? computed : (minorUnits(usd, 'USD') ?? 0),
    usdBasis: usdRate ?? { published: source },
  }
}
