import type { PlainDate } from '../dates.ts'
import { readDate } from '../forms/read-date.ts'
import { isRate, usdCentsAt } from './exchange.ts'
import { currencyMistake, isCurrency, isPlausibleUsd, minorUnits, spellMoney, TOO_MANY_DOLLARS } from './money.ts'
import { MovementKind, RateDirection, yearMistake } from './movement.ts'
import type { NewMovement } from './new-contribution.ts'

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
  readonly message: string
}

export interface Reading {
  /** Nothing can have been paid after this day. */
  readonly today: PlainDate
  /** Stands behind US$ that were given and not computed. */
  readonly source: string
}

/** How far given US$ may lie from the rate that is given with them: banks round rates. */
const RATE_TOLERANCE = 0.01

/** Reads one movement. US$ are taken as given, or computed from the rate, exactly; with both, they must agree within 1 %. */
export const readMovement = (
  typed: TypedMovement,
  reading: Reading,
): { readonly movement: NewMovement } | { readonly mistakes: readonly Mistake<MovementField>[] } => {
  const mistakes: Mistake<MovementField>[] = []
  const mistake = (field: MovementField, message: string): undefined => {
    mistakes.push({ field, message })
    return undefined
  }
  const type = MovementKind.safeParse(typed.type.trim().toLowerCase())
  if (!type.success) mistake('type', 'Choose pledge, commitment or disbursement')
  const when = readDay(typed.date, (message) => mistake('date', message))
  if (when && type.data === 'disbursement' && isToCome(when, reading.today)) {
    mistake('date', `Nothing was disbursed in a time to come: ${typed.date.trim()}`)
  }
  const currency = typed.currency.trim().toUpperCase()
  const wrongCurrency = currencyMistake(currency)
  if (wrongCurrency) mistake('currency', wrongCurrency)
  const minor = isCurrency(currency) ? minorUnits(typed.amount, currency) : undefined
  if (isCurrency(currency) && (minor === undefined || minor <= 0)) {
    mistake('amount', `“${typed.amount}” is not an amount in ${currency}`)
  }
  const usd = minor === undefined ? undefined : readUsd(typed, minor, currency, reading, mistake)
  if (usd && !isPlausibleUsd(usd.usdCents)) mistake('amount', `It ${TOO_MANY_DOLLARS}`)
  if (mistakes.length > 0 || !type.success || !when || minor === undefined || !usd) return { mistakes }
  return { movement: { type: type.data, ...when, amount: { minor, currency }, ...usd } }
}

/** A day after today, or a year after this one: a year's payments are not all made before its end. */
const isToCome = ({ date, precision }: Pick<NewMovement, 'date' | 'precision'>, today: PlainDate): boolean =>
  precision === 'year' ? date.slice(0, 4) > today.slice(0, 4) : date > today

/** A day, or a year that stands for its last day. */
const readDay = (
  typed: string,
  mistake: (message: string) => undefined,
): Pick<NewMovement, 'date' | 'precision'> | undefined => {
  const year = typed.trim()
  const isYear = /^\d{4}$/.test(year)
  const read = readDate(isYear ? `${year}-12-31` : typed)
  if ('mistake' in read) return mistake(read.mistake)
  const wrongYear = yearMistake(read.day)
  if (wrongYear) return mistake(wrongYear)
  return { date: read.day, precision: isYear ? 'year' : 'day' }
}

const readUsd = (
  typed: TypedMovement,
  minor: number,
  currency: string,
  { source }: Reading,
  mistake: (field: MovementField, message: string) => undefined,
): Pick<NewMovement, 'usdCents' | 'usdBasis'> | undefined => {
  const given = typed.usd.trim() === '' ? undefined : minorUnits(typed.usd, 'USD')
  if (typed.usd.trim() !== '' && (given === undefined || given < 0)) {
    return mistake('usd', `“${typed.usd}” is not an amount in USD`)
  }
  if (currency === 'USD') {
    if (given !== undefined && given !== minor)
      return mistake('usd', 'Differs from the amount, which is in USD already')
    return { usdCents: minor, usdBasis: { published: source } }
  }
  if (typed.rate.trim() === '') {
    if (given === undefined) return mistake('usd', 'Enter the amount in US$, or an exchange rate')
    return { usdCents: given, usdBasis: { published: source } }
  }
  const rate = typed.rate.trim()
  const direction = RateDirection.safeParse(typed.rate_direction.trim())
  const day = readDate(typed.rate_date)
  const rateSource = typed.rate_source.trim().slice(0, 100)
  if (!isRate(rate)) mistake('rate', `“${typed.rate}” is not a rate such as 1.0534`)
  if (!direction.success) mistake('rate_direction', 'Choose usd-per-unit or units-per-usd')
  if (rateSource === '') mistake('rate_source', 'Say whose rate it is')
  if ('mistake' in day) mistake('rate_date', day.mistake)
  if (!isRate(rate) || !direction.success || rateSource === '' || 'mistake' in day) return undefined
  const computed = usdCentsAt(minor, currency, rate, direction.data)
  if (computed === undefined) return mistake('rate', 'Gives more dollars than there are')
  if (given !== undefined && Math.abs(computed - given) > computed * RATE_TOLERANCE) {
    return mistake('usd', `Does not agree with the rate, which gives ${spellMoney(computed, 'USD')}`)
  }
  const usdBasis = { rate, direction: direction.data, source: rateSource, date: day.day }
  return { usdCents: given ?? computed, usdBasis }
}
