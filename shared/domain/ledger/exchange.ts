import { divided } from './exact.ts'
import { decimalsOf } from './money.ts'
import type { RateDirection } from './movement.ts'

/** A rate as it is quoted: a positive plain decimal, up to twelve digits on either side of the point. */
const RATE = /^(\d{1,12})(?:\.(\d{1,12}))?$/

export const isRate = (rate: string): boolean => RATE.test(rate) && /[1-9]/.test(rate)

/** How far given US$ may lie from the rate that is given with them: banks round rates. */
const RATE_TOLERANCE = 0.01

/** Whether US cents as given can be what a rate gives. */
export const agreesWithRate = (given: number, computed: number): boolean =>
  Math.abs(computed - given) <= computed * RATE_TOLERANCE

/**
 * US cents for an amount at a rate, rounded once, halves away from zero; no floating point. Undefined past nine quadrillion.
 * @param minor in minor units of `currency`
 * @param rate US$ for one unit, or units for one US$, as `direction` says; see `isRate`
 */
export const usdCentsAt = (
  minor: number,
  currency: string,
  rate: string,
  direction: RateDirection,
): number | undefined => {
  const [, whole = '', fraction = ''] = RATE.exec(rate) ?? []
  const digits = BigInt(whole + fraction)
  const scale = 10n ** BigInt(fraction.length)
  const unit = 10n ** BigInt(decimalsOf(currency))
  const cents = BigInt(minor) * 100n
  const exact =
    direction === 'usd-per-unit' ? divided(cents * digits, unit * scale) : divided(cents * scale, unit * digits)
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : undefined
}
