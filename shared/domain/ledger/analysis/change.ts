import { ratio } from '../exact.ts'
import type { YearAnalysis } from './year.ts'

/** How what was paid changed on the year before, by one source. */
export interface YearChange {
  readonly usdCents: number
  /** 0.1 is a tenth more. Undefined where nothing was paid the year before. */
  readonly share?: number
}

/** @param previous undefined where that source tells nothing of the year before */
export const changeOn = (
  previous: Pick<YearAnalysis, 'paidUsd'> | undefined,
  current: Pick<YearAnalysis, 'paidUsd'>,
): YearChange | undefined => {
  if (!previous) return undefined
  const change = BigInt(current.paidUsd) - BigInt(previous.paidUsd)
  return {
    usdCents: Number(change),
    ...(previous.paidUsd === 0 ? {} : { share: ratio(change, BigInt(previous.paidUsd)) }),
  }
}
