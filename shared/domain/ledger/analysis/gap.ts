import type { PlainDate } from '../../dates.ts'
import { asNumber } from '../exact.ts'
import { kindOf, type Movement } from '../movement.ts'
import { Commitments } from './unpaid.ts'
import { byPillar } from './year.ts'

/** What one pillar needs over twelve months, and what of it is secured, in US cents. */
export interface GapLine {
  readonly pillar: string
  readonly needUsd: number
  readonly paidUsd: number
  readonly committedUsd: number
  /** Shown apart: no pledge closes a gap. */
  readonly pledgedUsd: number
  /** Need less what is paid and committed; negative where more is secured than needed. */
  readonly gapUsd: number
}

/**
 * The need of the twelve months from a day against what is secured (domain §4, §5): paid within them, and committed for
 * them or before and not paid yet. Money that names no pillar stands in a line of its own (`NOT_STATED`).
 * @param movements of one source, of every year
 */
export const fundingGap = (
  need: ReadonlyMap<string, number>,
  from: PlainDate,
  movements: Iterable<Movement>,
): { readonly pillars: readonly GapLine[]; readonly total: GapLine } => {
  const until = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`
  const sums = new Map<string, { paid: bigint; committed: bigint; pledged: bigint }>(
    [...need.keys()].map((pillar) => [pillar, { paid: 0n, committed: 0n, pledged: 0n }]),
  )
  const count = (movement: Pick<Movement, 'pillars'>, column: 'paid' | 'committed' | 'pledged', cents: bigint) => {
    for (const [pillar, part] of byPillar(movement, cents)) {
      const line = sums.get(pillar) ?? { paid: 0n, committed: 0n, pledged: 0n }
      line[column] += part
      sums.set(pillar, line)
    }
  }
  const commitments = new Commitments()
  for (const movement of movements) {
    if (movement.parent !== '') continue
    commitments.add(movement)
    const kind = kindOf(movement)
    if (movement.date < from || movement.date >= until) continue
    if (kind === 'disbursement') count(movement, 'paid', BigInt(movement.usdCents))
    if (kind === 'pledge') count(movement, 'pledged', BigInt(movement.usdCents))
  }
  for (const { tranche, usdCents } of commitments.unpaid()) {
    if (tranche.date < until) count(tranche, 'committed', usdCents)
  }
  const lines = [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([pillar, { paid, committed, pledged }]) =>
      lineOf(pillar, BigInt(need.get(pillar) ?? 0), paid, committed, pledged),
    )
  const total = (column: 'needUsd' | 'paidUsd' | 'committedUsd' | 'pledgedUsd') =>
    lines.reduce((sum, line) => sum + BigInt(line[column]), 0n)
  return {
    pillars: lines,
    total: lineOf('', total('needUsd'), total('paidUsd'), total('committedUsd'), total('pledgedUsd')),
  }
}

const lineOf = (pillar: string, need: bigint, paid: bigint, committed: bigint, pledged: bigint): GapLine => ({
  pillar,
  needUsd: asNumber(need),
  paidUsd: asNumber(paid),
  committedUsd: asNumber(committed),
  pledgedUsd: asNumber(pledged),
  gapUsd: asNumber(need - paid - committed),
})
