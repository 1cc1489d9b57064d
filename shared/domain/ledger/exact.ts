/** Sums and shares without floating point: whatever is added, divided or split here is exact until it is shown. */

/** Divides and rounds to whole units, halves away from zero. */
export const divided = (numerator: bigint, denominator: bigint): bigint => {
  const negative = numerator < 0n !== denominator < 0n
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator]
  const rounded = (2n * n + d) / (2n * d)
  return negative ? -rounded : rounded
}

/** Money sums leave their exact form here. @throws RangeError past nine quadrillion, where whole numbers end */
export const asNumber = (value: bigint): number => {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be exact`)
  return number
}

const SHARE_STEPS = 10n ** 12n

/** A ratio as a number, cut after twelve decimals: the same whatever order its parts were added in. 0 of nothing is 0. */
export const ratio = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number((part * SHARE_STEPS) / whole) / Number(SHARE_STEPS)

/** Hundredths of a percent: percentages carry two decimals at most. */
export const hundredths = (percent: number): bigint => BigInt(Math.round(percent * 100))

/**
 * Splits an amount by weights so that the parts add up to it exactly (largest remainder; the earlier part wins a tie).
 * A negative amount is split as its positive one, with the signs turned: a reversal undoes what it reverses, part by part.
 */
export const split = (amount: bigint, weights: readonly bigint[]): bigint[] => {
  if (amount < 0n) return split(-amount, weights).map((part) => -part)
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? amount : 0n))
  const parts = weights.map((weight) => (amount * weight) / whole)
  const left = Number(amount - parts.reduce((sum, part) => sum + part, 0n))
  const order = weights
    .map((weight, index) => ({ index, rest: (amount * weight) % whole }))
    .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n
  return parts
}
