import { code } from 'currency-codes'

/** Whether it is an ISO 4217 code. Minor units come from the standard, not from `Intl` (which gives LAK 0 where ISO says 2). */
export const isCurrency = (value: string): boolean => value.length === 3 && code(value)?.code === value

/** Decimal places of a currency: USD 2, JPY 0. @throws when the code is unknown */
export const decimalsOf = (currency: string): number => {
  const found = code(currency)
  if (!found) throw new Error(`${currency} is not an ISO 4217 currency`)
  return found.digits
}

/** A plain decimal amount, `45004000` or `1648280.50`, thousands separators allowed. */
const AMOUNT = /^-?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/

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
  const minor = Number((match[1] ?? '').replaceAll(',', '') + fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(minor) ? (amount.trim().startsWith('-') ? -minor : minor) : undefined
}

/** `-500000.00`: plain digits with the currency's decimals, for machines. Exact for any safe integer. */
export const spellAmount = (minor: number, currency: string): string => {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const sign = minor < 0 ? '-' : ''
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** `EUR 500,000.00`: code, grouped digits, the currency's decimals. Exact for any safe integer. */
export const spellMoney = (minor: number, currency: string): string => {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${currency} ${minor < 0 ? '−' : ''}${grouped}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`
}
