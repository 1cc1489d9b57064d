import { code } from 'currency-codes'
import { type Said, say } from '../words/say.ts'

/** ISO 4217 codes without a minor unit: metals, units of account, tests. Nobody pays a contribution in them. */
const NO_MONEY = new Set(['XAG', 'XAU', 'XBA', 'XBB', 'XBC', 'XBD', 'XDR', 'XPD', 'XPT', 'XSU', 'XTS', 'XUA', 'XXX'])

/** Decimals of currencies that ISO 4217 took in after the library's list: the Caribbean guilder, since 2025 in place of ANG. */
const SINCE_THE_LIST: ReadonlyMap<string, number> = new Map([['XCG', 2]])

/** Whether it is the ISO 4217 code of a currency that is paid in. Minor units come from the standard, not from `Intl` (which gives LAK 0 where ISO says 2). */
export const isCurrency = (value: string): boolean =>
  SINCE_THE_LIST.has(value) || (value.length === 3 && !NO_MONEY.has(value) && code(value)?.code === value)

/** Why a code is no currency to record money in; undefined when it is one. */
export const currencyMistake = (value: string): Said | undefined => {
  if (isCurrency(value)) return undefined
  if (value === '') return say`Enter a currency such as EUR`
  return NO_MONEY.has(value)
    ? say`“${value}” is no money that is paid in: ISO 4217 gives it no minor unit`
    : say`“${value.slice(0, 20)}” is not an ISO 4217 code such as EUR`
}

/** US$ 10 billion: more than any contribution, and far below where sums of many would stop to be exact. */
const MOST_USD_CENTS = 1_000_000_000_000

/** Whether one movement may come to so many US cents. */
export const isPlausibleUsd = (cents: number): boolean => Math.abs(cents) <= MOST_USD_CENTS
export const tooManyDollars = () => say`comes to more than US$ 10 billion`

/** Decimal places of a currency: USD 2, JPY 0. @throws when the code is unknown */
export const decimalsOf = (currency: string): number => {
  const digits = SINCE_THE_LIST.get(currency) ?? code(currency)?.digits
  if (digits === undefined) throw new Error(`${currency} is not an ISO 4217 currency`)
  return digits
}

/** A plain decimal amount, `45004000` or `1648280.50`, thousands set apart by commas or blanks (also narrow and unbreakable ones). */
const AMOUNT = /^-?(\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d+)(?:\.(\d+))?$/

/**
 * Reads an amount into minor units without passing through fractions.
 * Undefined when it is not an amount, has more decimals than the currency, or is too large to stay exact.
 */
export const minorUnits = (amount: string, currency: string): number | undefined => {
  const match = AMOUNT.exec(amount.trim())
  if (!match) return undefined
  const decimals = decimalsOf(currency)
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  if (fraction.length > decimals) return undefined
  const minor = Number((match[1] ?? '').replaceAll(/\D/g, '') + fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(minor) ? (amount.trim().startsWith('-') ? -minor : minor) : undefined
}

/** `-500000.00`: plain digits with the currency's decimals, for machines. Exact for any safe integer. */
export const spellAmount = (minor: number, currency: string): string => {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const sign = minor < 0 ? '-' : ''
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** `EUR 500,000.00`: code, grouped digits, the currency's decimals. Exact for any safe integer, and for any sum. */
export const spellMoney = (minor: number | bigint, currency: string): string => {
  const decimals = decimalsOf(currency)
  const digits = String(minor < 0 ? -minor : minor).padStart(decimals + 1, '0')
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${currency} ${minor < 0 ? '−' : ''}${grouped}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`
}
