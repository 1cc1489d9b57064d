import { quarterEnd } from '../../calendar/round.ts'
import { addDays } from '../../calendar-days.ts'
import type { PlainDate } from '../../dates.ts'
import { type Figure, isAvailable } from '../../forms/figure.ts'
import { referenceOf, rowsOf, type TwgReport } from '../../report.ts'
import { pillarNamed } from '../pillar.ts'

/** The TWG whose report says what the next twelve months need, and how many rounds such a figure stands for. */
export const NEED_TWG = 'coordination-policy-funding'
/** The figure of its form that adds the need up. */
export const NEED_INDICATOR = 'fundingNeed'
export const NEED_ROUNDS = 5

/** What twelve months need, as a report states it. */
export interface FundingNeed {
  /** The report that says so: `2026-Q1/coordination-policy-funding/v1`. */
  readonly report: string
  /** The first day of the twelve months: the one after the report's quarter. */
  readonly from: PlainDate
  /** US cents by pillar. */
  readonly usdCents: ReadonlyMap<string, number>
  /** Pillars whose need was not available. */
  readonly unknown: readonly string[]
}

/** @param reports newest first. @returns undefined when none of them states a need */
export const needIn = (reports: readonly (TwgReport | undefined)[]): FundingNeed | undefined => {
  for (const report of reports) {
    const rows = rowsOf(report).filter(({ kind }) => kind === 'need')
    if (!report || rows.length === 0) continue
    const usdCents = new Map<string, number>()
    const unknown: string[] = []
    for (const { pillar, amount } of rows) {
      const name = pillarNamed(String(pillar))
      if (isAvailable(amount as Figure)) usdCents.set(name, (usdCents.get(name) ?? 0) + Number(amount) * 100)
      else unknown.push(name)
    }
    return { report: referenceOf(report), from: addDays(quarterEnd(report.round), 1), usdCents, unknown }
  }
  return undefined
}
