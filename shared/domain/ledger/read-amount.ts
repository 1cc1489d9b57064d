import { plainDigits } from '../forms/digits.ts'
import { decimalsOf, minorUnits } from './money.ts'

/** Signs and codes that stand beside amounts: $5, 5 €, US$ 5, EUR 5. */
const SIGN = /\p{Sc}|[a-z]/iu
/** Points between thousands, or a comma before the cents: 1.000,50 and 1.000.000 and 10,50. */
const CONTINENTAL = /^-?\d{1,3}(\.\d{3})+,\d+$|^-?\d{1,3}(\.\d{3}){2,}$|^-?\d+,\d{1,2}$/

/** Of the currencies one with most decimals: what is no amount in it is one in none. */
const FINEST = 'CLF'

/** Why a text is an amount in no currency at all, where its own is not known; undefined when it may be one. */
export const amountMistake = (typed: string): string | undefined => {
  const read = readAmount(typed, FINEST)
  return 'mistake' in read ? read.mistake.replace(` in ${FINEST}`, '') : undefined
}

/**
 * Reads what was given, in minor units: more than zero, thousands set apart by commas or blanks, or not at all; in Lao digits too.
 * What could be read in two ways is refused with how it is meant to be written.
 */
export const readAmount = (
  typed: string,
  currency: string,
): { readonly minor: number } | { readonly mistake: string } => {
  const text = plainDigits(typed).trim()
  const mistake = (help: string) => ({
    mistake: `“${typed.trim().slice(0, 40)}” is not an amount in ${currency}${help}`,
  })
  if (text === '') return { mistake: `Enter an amount in ${currency}` }
  if (/\d/.test(text) && SIGN.test(text))
    return mistake(': leave out the sign of the currency, it has a field of its own')
  if (CONTINENTAL.test(text) || isAmbiguous(text, currency)) {
    return mistake(
      ': write thousands with commas or not at all, and decimals after a point, such as 1,000.50 or 1000.50',
    )
  }
  const minor = minorUnits(text, currency)
  if (minor === undefined) return mistake(tooFine(text, currency))
  if (minor === 0) return mistake(': it is zero. Leave out what was not given')
  return minor < 0 ? mistake(': it is negative') : { minor }
}

/** `1.000` is a thousand in some places and one in others. */
const isAmbiguous = (text: string, currency: string): boolean =>
  /^-?\d{1,3}\.\d{3}$/.test(text) && decimalsOf(currency) < 3

const tooFine = (text: string, currency: string): string => {
  const decimals = decimalsOf(currency)
  return /^-?[\d,\s]+\.\d+$/.test(text) ? `, which has ${decimals === 0 ? 'no' : decimals} decimals` : ''
}
