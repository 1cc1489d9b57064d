import { asNumber, ratio } from '../exact.ts'
import type { MovementKind } from '../movement.ts'

/** One part of a year: a donor, a pillar, a recipient. Money in US cents. */
export interface AnalysisLine {
  readonly name: string
  readonly paidUsd: number
  /** Committed and not disbursed yet. */
  readonly committedUsd: number
  readonly pledgedUsd: number
  /** Share of all that was paid, 0–1. */
  readonly share: number
}

type Column = 'paid' | 'committed' | 'pledged'
interface Sums extends Record<Column, bigint> {
  name: string
}

/** What a movement adds to; commitments are summed apart, once it is known what of them is paid. */
export const COLUMN: Record<MovementKind, Column | undefined> = {
  disbursement: 'paid',
  pledge: 'pledged',
  commitment: undefined,
}

/** Exact sums by a key. Of two spellings of one name the first in the alphabet is shown: the order of movements decides nothing. */
export class Lines {
  private readonly sums = new Map<string, Sums>()

  add(key: string, name: string, column: Column | undefined, cents: bigint): void {
    const line = this.sums.get(key) ?? { name, paid: 0n, committed: 0n, pledged: 0n }
    if (name < line.name) line.name = name
    if (column) line[column] += cents
    this.sums.set(key, line)
  }

  total(column: Column): bigint {
    let total = 0n
    for (const line of this.sums.values()) total += line[column]
    return total
  }

  /** Largest payer first, then by name. What came to nothing, after corrections, is left out. */
  result(): (AnalysisLine & { readonly key: string })[] {
    const whole = this.total('paid')
    return [...this.sums]
      .filter(([, { paid, committed, pledged }]) => paid !== 0n || committed !== 0n || pledged !== 0n)
      .map(([key, { name, paid, committed, pledged }]) => ({
        key,
        name,
        paidUsd: asNumber(paid),
        committedUsd: asNumber(committed),
        pledgedUsd: asNumber(pledged),
        share: ratio(paid, whole),
      }))
      .toSorted((a, b) => b.paidUsd - a.paidUsd || (a.name < b.name ? -1 : 1))
  }

  /** Herfindahl–Hirschman index of what was paid, 0–1. */
  hhi(): number {
    let squares = 0n
    for (const { paid } of this.sums.values()) squares += paid * paid
    const whole = this.total('paid')
    return ratio(squares, whole * whole)
  }
}
