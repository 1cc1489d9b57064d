import { decimalsOf, spellMoney } from './money.ts'

/**
 * US$ for one unit of the currencies that donors give in, roughly: the middle of what they were worth since 1975.
 * Others moved too far (LAK, VND) to say anything by; what is given in them is not checked.
 */
const ROUGHLY: Readonly<Record<string, number>> = {
  AED: 0.27,
  AUD: 0.8,
  CAD: 0.8,
  CHF: 0.8,
  CNY: 0.18,
  CZK: 0.04,
  DKK: 0.15,
  EUR: 1.15,
  GBP: 1.6,
  INR: 0.03,
  JPY: 0.008,
  KRW: 0.001,
  KWD: 3.3,
  NOK: 0.13,
  NZD: 0.7,
  QAR: 0.27,
  SAR: 0.27,
  SEK: 0.13,
  SGD: 0.65,
  THB: 0.033,
}
/** None of these currencies was ever so many times dearer or cheaper: what lies beyond is a misplaced point or a swapped column. */
const FARTHEST = 5

/** Why US$ cannot be what an amount was worth; undefined where they can. A rough check of the size, never of the cent. */
export const usdMistake = (minor: number, currency: string, usdCents: number): string | undefined => {
  if (currency === 'USD') {
    return minor === usdCents
      ? undefined
      : `Differs from the amount, which is in USD already: ${spellMoney(minor, 'USD')}`
  }
  const usual = ROUGHLY[currency]
  if (usual === undefined) return undefined
  // A guess of the size of a number decides nothing that is summed: floating point will do.
  const rate = usdCents / 100 / (minor / 10 ** decimalsOf(currency))
  if (rate <= usual * FARTHEST && rate >= usual / FARTHEST) return undefined
  return `${spellMoney(usdCents, 'USD')} for ${spellMoney(minor, currency)} would be US$ ${rounded(rate)} for one ${currency}, which is usually about ${usual}: look for a misplaced point`
}

const rounded = (rate: number): string => String(Number(rate.toPrecision(3)))
