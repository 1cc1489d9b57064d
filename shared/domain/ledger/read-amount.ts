import { plainDigits } from '../forms/digits.ts'
import { type Said, say } from '../words/say.ts'
import { decimalsOf, minorUnits } from './money.ts'

/** Signs and codes that stand beside amounts: $5, 5 €, US$ 5, EUR 5. */
const SIGN = /\p{Sc}|[a-z]/iu
/** Points between thousands, or a comma before the cents: 1.000,50 and 1.000.000 and 10,50. */
const CONTINENTAL = /^-?\d{1,3}(\.\d{3})+,\d+$|^-?\d{1,3}(\.\d{3}){2,}$|^-?\d+,\d{1,2}$/

/** Of the currencies one with most decimals: what is no amount in it is one in none. */
const FINEST = 'CLF'

/** Why a text is an amount in no currency at all, where its own is not known; undefined when it may be one. */
export const amountMistake = (typed: string): Said | undefined => {
  const read = readAmount(typed, FINEST, '')
  return 'mistake' in read ? read.mistake : undefined
}

/**
 * Reads what was given, in minor units: more than zero, thousands set apart by commas or blanks, or not at all; in Lao digits too.
 * What could be read in two ways is refused with how it is meant to be written.
 * @param called the currency in what is said of a mistake; nothing where it is not known
 */
export const readAmount = (
  typed: string,
  currency: string,
  called = currency,
): { readonly minor: number } | { readonly mistake: Said } => {
  const text = plainDigits(typed).trim()
  const shown = typed.trim().slice(0, 40)
  const none = called === '' ? say`“${shown}” is not an amount` : say`“${shown}” is not an amount in ${called}`
  const mistake = (help: Said | undefined) => ({ mistake: help === undefined ? none : say`${none}: ${help}` })
  if (text === '') return { mistake: called === '' ? say`Enter an amount` : say`Enter an amount in ${called}` }
  if (/\d/.test(text) && SIGN.test(text))
    return mistake(say`leave out the sign of the currency, it has a field of its own`)
  if (CONTINENTAL.test(text) || isAmbiguous(text, currency)) {
    return mistake(
      say`write thousands with commas or not at all, and decimals after a point, such as 1,000.50 or 1000.50`,
    )
  }
  const minor = minorUnits(text, currency)
  if (minor === undefined)
    return isTooFine(text) ? { mistake: tooFine(none, decimalsOf(currency)) } : mistake(undefined)
  if (minor === 0) return mistake(say`it is zero. Leave out what was not given`)
  return minor < 0 ? mistake(say`it is negative`) : { minor }
}

/** `1.000` is a thousand in some places and one in others. */
const isAmbiguous = (text: string, currency: string): boolean =>
  /^-?\d{1,3}\.\d{3}$/.test(text) && decimalsOf(currency) < 3

const isTooFine = (text: string): boolean => /^-?[\d,\s]+\.\d+$/.test(text)

const tooFine = (none: Said, decimals: number): Said =>
  decimals === 0 ? say`${none}, which has no decimals` : say`${none}, which has ${decimals} decimals`
