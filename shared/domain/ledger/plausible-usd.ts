import { type Said, say } from '../words/say.ts'
import { decimalsOf, spellMoney } from './money.ts'

/** US$ for one unit of the currencies that donors give in, roughly: the middle of what they were worth since 1975. */
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

/** Units for one US$ of the region's currencies, roughly: kip, dong and riel since they were last reformed or floated. */
const FOR_ONE_USD: Readonly<Record<string, number>> = { KHR: 4_000, LAK: 10_000, VND: 16_000 }
/** They moved much farther: the kip from 700 (1990) to 22,000 (2024). */
const FARTHEST_IN_THE_REGION = 20

/** US$ for one unit: no currency was ever dearer (KWD 3.7). All that is known of those not named here. */
const DEAREST = 5

/** Why US$ cannot be what an amount was worth; undefined where they can. A rough check of the size, never of the cent. */
export const usdMistake = (minor: number, currency: string, usdCents: number): Said | undefined => {
  if (currency === 'USD') {
    return minor === usdCents
      ? undefined
      : say`Differs from the amount, which is in USD already: ${spellMoney(minor, 'USD')}`
  }
  // A guess of the size of a number decides nothing that is summed: floating point will do.
  const rate = usdCents / 100 / (minor / 10 ** decimalsOf(currency))
  const wrong = wrongRate(currency, rate)
  return (
    wrong &&
    say`${spellMoney(usdCents, 'USD')} for ${spellMoney(minor, currency)} would be ${wrong}: look for a misplaced point or a swapped column`
  )
}

const wrongRate = (currency: string, rate: number): Said | undefined => {
  const forOne = FOR_ONE_USD[currency]
  if (forOne !== undefined) {
    return isNear(1 / rate, forOne, FARTHEST_IN_THE_REGION)
      ? undefined
      : say`${rounded(1 / rate)} ${currency} for one US$, which is usually worth about ${forOne}`
  }
  const usual = ROUGHLY[currency]
  if (usual === undefined) {
    return rate <= DEAREST
      ? undefined
      : say`US$ ${rounded(rate)} for one ${currency}, which is more than any currency is worth`
  }
  return isNear(rate, usual, FARTHEST)
    ? undefined
    : say`US$ ${rounded(rate)} for one ${currency}, which is usually about ${usual}`
}

const isNear = (rate: number, usual: number, times: number): boolean => rate <= usual * times && rate >= usual / times

const rounded = (rate: number): string => String(Number(rate.toPrecision(3)))
