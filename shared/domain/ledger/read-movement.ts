import type { PlainDate } from '../dates.ts'
import { dayInWords } from '../day-in-words.ts'
import { plainDigits } from '../forms/digits.ts'
import { type ReadDate, readDate } from '../forms/read-date.ts'
import { isPlain } from '../plain-words.ts'
import { type Said, say } from '../words/say.ts'
import { agreesWithRate, isRate, usdCentsAt } from './exchange.ts'
import { currencyMistake, isCurrency, isPlausibleUsd, spellMoney, tooManyDollars } from './money.ts'
import { isToCome, MovementKind, RateDirection, yearMistake } from './movement.ts'
import type { NewMovement } from './new-contribution.ts'
import { usdMistake } from './plausible-usd.ts'
import { amountMistake, readAmount } from './read-amount.ts'
import { isYear, yearAloneMistake } from './year-alone.ts'

/** A movement as it is typed into a form or a file. */
export const MOVEMENT_FIELDS = [
  'type',
  'date',
  'amount',
  'currency',
  'usd',
  'rate',
  'rate_direction',
  'rate_source',
  'rate_date',
] as const
export type MovementField = (typeof MOVEMENT_FIELDS)[number]
export type TypedMovement = Readonly<Record<MovementField, string>>

export interface Mistake<Field extends string = string> {
  readonly field: Field
  readonly message: Said
}

export interface Reading {
  /** Nothing can have been paid after this day. */
  readonly today: PlainDate
  /** Stands behind US$ that were given and not computed. */
  readonly source: string
  /** How a day is read. @default as in a form */
  readonly dayIn?: (typed: string) => ReadDate
}

const LONGEST_RATE_SOURCE = 100

/** Reads one movement. US$ are taken as given, or computed from the rate, exactly; with both, they must agree within 1 %. */
export const readMovement = (
  typed: TypedMovement,
  reading: Reading,
): { readonly movement: NewMovement } | { readonly mistakes: readonly Mistake<MovementField>[] } => {
  const mistakes: Mistake<MovementField>[] = []
  const mistake = (field: MovementField, message: Said): undefined => {
    mistakes.push({ field, message })
    return undefined
  }
  const type = MovementKind.safeParse(typed.type.trim().toLowerCase())
  if (!type.success) mistake('type', say`Choose pledge, commitment or disbursement`)
  const when = readDay(typed.date, reading.dayIn ?? readDate, (message) => mistake('date', message))
  if (when && type.data === 'disbursement' && isToCome(when, reading.today)) {
    mistake('date', say`Nothing was disbursed in a time to come: ${typed.date.trim()}`)
  }
  const currency = typed.currency.trim().toUpperCase()
  const wrongCurrency = currencyMistake(currency)
  if (wrongCurrency) mistake('currency', wrongCurrency)
  const amount = isCurrency(currency) ? readAmount(typed.amount, currency) : { mistake: amountMistake(typed.amount) }
  if ('mistake' in amount && amount.mistake) mistake('amount', amount.mistake)
  const minor = 'minor' in amount ? amount.minor : undefined
  const usd = readUsd(typed, minor, currency, reading, mistake)
  if (usd && !isPlausibleUsd(usd.usdCents)) mistake('amount', say`It ${tooManyDollars()}`)
  if (mistakes.length > 0 || !type.success || !when || minor === undefined || !usd) return { mistakes }
  return { movement: { type: type.data, ...when, amount: { minor, currency }, ...usd } }
}

/** Why a rate cannot be of a day; undefined when it can. */
const rateDayMistake = (day: PlainDate, today: PlainDate): Said | undefined =>
  day > today ? say`No rate is known of a day to come: ${dayInWords(day)}` : yearMistake(day)

/** A day, or a year that stands for its last day. */
const readDay = (
  typed: string,
  dayIn: (typed: string) => ReadDate,
  mistake: (message: Said) => undefined,
): Pick<NewMovement, 'date' | 'precision'> | undefined => {
  const year = plainDigits(typed).trim()
  if (isYear(year)) {
    const wrong = yearAloneMistake(year)
    return wrong ? mistake(wrong) : { date: `${year}-12-31`, precision: 'year' }
  }
  const read = dayIn(typed)
  if ('mistake' in read) return mistake(read.mistake)
  const wrongYear = yearMistake(read.day)
  if (wrongYear) return mistake(wrongYear)
  return { date: read.day, precision: 'day' }
}

/**
 * What the amount was worth; every mistake in it that can be told.
 * @param minor undefined where the amount cannot be read, so that nothing can be held against it
 */
const readUsd = (
  typed: TypedMovement,
  minor: number | undefined,
  currency: string,
  { source, today, dayIn = readDate }: Reading,
  mistake: (field: MovementField, message: Said) => undefined,
): Pick<NewMovement, 'usdCents' | 'usdBasis'> | undefined => {
  const read = typed.usd.trim() === '' ? undefined : readAmount(typed.usd, 'USD')
  if (read && 'mistake' in read) mistake('usd', read.mistake)
  const given = read && 'minor' in read ? read.minor : undefined
  const wrong = given === undefined || minor === undefined ? undefined : usdMistake(minor, currency, given)
  if (currency === 'USD') {
    if (wrong) mistake('usd', say`${wrong}. Leave it empty`)
    if (typed.rate.trim() !== '') mistake('rate', say`Leave it empty: the amount is in US$`)
    return minor === undefined ? undefined : { usdCents: minor, usdBasis: { published: source } }
  }
  if (typed.rate.trim() === '') {
    if (!read && isCurrency(currency)) mistake('usd', say`Enter the amount in US$, or an exchange rate`)
    if (wrong) mistake('usd', wrong)
    if (read && typed.rate_source.trim() + typed.rate_date.trim() !== '')
      mistake('rate', say`Enter the rate, or leave its source and day empty`)
    return given === undefined ? undefined : { usdCents: given, usdBasis: { published: source } }
  }
  const rate = readRate(typed, today, dayIn, mistake)
  if (!rate || minor === undefined) return undefined
  const computed = usdCentsAt(minor, currency, rate.rate, rate.direction)
  if (computed === undefined) return mistake('rate', say`Gives more dollars than there are`)
  const wrongRate = computed === 0 ? say`Gives less than a cent` : usdMistake(minor, currency, computed)
  if (wrongRate) return mistake('rate', wrongRate)
  if (given !== undefined && !agreesWithRate(given, computed)) {
    return mistake('usd', say`Does not agree with the rate, which gives ${spellMoney(computed, 'USD')}`)
  }
  return { usdCents: given ?? computed, usdBasis: rate }
}

const readRate = (
  typed: TypedMovement,
  today: PlainDate,
  dayIn: (typed: string) => ReadDate,
  mistake: (field: MovementField, message: Said) => undefined,
) => {
  const rate = plainDigits(typed.rate).trim()
  const direction = RateDirection.safeParse(typed.rate_direction.trim())
  const day = dayIn(typed.rate_date)
  const source = typed.rate_source.trim()
  const wrongDay = 'mistake' in day ? day.mistake : rateDayMistake(day.day, today)
  if (!isRate(rate)) mistake('rate', say`“${typed.rate}” is not a rate such as 1.0534`)
  if (!direction.success) mistake('rate_direction', say`Choose usd-per-unit or units-per-usd`)
  if (source === '') mistake('rate_source', say`Say whose rate it is`)
  if (source.length > LONGEST_RATE_SOURCE || !isPlain(source))
    mistake('rate_source', say`Is longer than ${LONGEST_RATE_SOURCE} characters, or holds control characters`)
  if (wrongDay) mistake('rate_date', wrongDay)
  if (!isRate(rate) || !direction.success || source === '' || wrongDay || 'mistake' in day) return undefined
  return { rate, direction: direction.data, source, date: day.day }
}
