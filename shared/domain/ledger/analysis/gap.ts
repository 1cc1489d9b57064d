import { addDays } from '../../calendar-days.ts'
import type { PlainDate } from '../../dates.ts'
import type { FundingSource } from '../contribution.ts'
import { asNumber } from '../exact.ts'
import { kindOf, type Movement } from '../movement.ts'
import type { FundingNeed } from './need.ts'
import { Commitments } from './unpaid.ts'
import { byPillar, NOT_STATED } from './year.ts'

/** What one pillar needs over twelve months, and what of it is secured, in US cents. */
export interface GapLine {
  readonly pillar: string
  readonly needUsd: number
  readonly paidUsd: number
  readonly committedUsd: number
  /** Shown apart: no pledge closes a gap. */
  readonly pledgedUsd: number
  /** Need less what is paid and committed, never below nothing: what one pillar has beyond its need fills no other's gap. */
  readonly gapUsd: number
}

/** A need against what one source knows to be secured. */
export interface FundingGap {
  /** Empty where nothing is recorded. */
  readonly source: FundingSource | ''
  readonly report: string
  readonly from: PlainDate
  readonly until: PlainDate
  readonly unknown: readonly string[]
  readonly pillars: readonly GapLine[]
  /** The sums of the lines, the gap too. */
  readonly total: GapLine
}

/** What a pillar has beyond its need, in US cents; nothing where the need was not available, since nobody can tell. */
export const surplusOf = ({ unknown }: FundingGap, { pillar, needUsd, paidUsd, committedUsd }: GapLine): number =>
  pillar === NOT_STATED || unknown.includes(pillar) ? 0 : Math.max(0, paidUsd + committedUsd - needUsd)

/** What is secured and names no pillar, beyond what is needed without one, in US cents: nobody knows which gap it will close. */
export const unassignedIn = ({ pillars }: FundingGap): number => {
  const line = pillars.find(({ pillar }) => pillar === NOT_STATED)
  return line ? Math.max(0, line.paidUsd + line.committedUsd - line.needUsd) : 0
}

type Secured = Record<'paid' | 'committed' | 'pledged', bigint>
const NOTHING: Secured = { paid: 0n, committed: 0n, pledged: 0n }

/**
 * The need of twelve months against what is secured (domain §4, §5): paid within them, and committed for them or before and
 * not paid yet. Each source is set against the need by itself. Money that names no pillar stands in a line of its own
 * (`NOT_STATED`) with need that names none; beyond that it closes no gap.
 * Movements of every year are added one by one, in any order.
 */
export class GapTally {
  private readonly sources = new Map<FundingSource, { sums: Map<string, Secured>; commitments: Commitments }>()
  private readonly end: PlainDate

  constructor(private readonly need: FundingNeed) {
    this.end = `${Number(need.from.slice(0, 4)) + 1}${need.from.slice(4)}`
  }

  add(movement: Movement): void {
    if (movement.parent !== '') return
    const source = this.sources.get(movement.source) ?? { sums: new Map(), commitments: new Commitments() }
    this.sources.set(movement.source, source)
    source.commitments.add(movement)
    if (movement.date < this.need.from || movement.date >= this.end) return
    const kind = kindOf(movement)
    if (kind === 'disbursement') count(source.sums, movement, 'paid', BigInt(movement.usdCents))
    if (kind === 'pledge') count(source.sums, movement, 'pledged', BigInt(movement.usdCents))
  }

  /** The source that secures most first; sources that know of nothing in these months are left out, unless all do. */
  result(): FundingGap[] {
    const gaps = [...this.sources].map(([source, { sums, commitments }]) => {
      for (const { tranche, usdCents } of commitments.unpaid()) {
        if (tranche.date < this.end) count(sums, tranche, 'committed', usdCents)
      }
      return this.gap(source, sums)
    })
    const knowing = gaps.filter(
      ({ total }) => total.paidUsd !== 0 || total.committedUsd !== 0 || total.pledgedUsd !== 0,
    )
    return knowing.length === 0
      ? [this.gap('', new Map())]
      : knowing.toSorted((a, b) => securedIn(b) - securedIn(a) || (a.source < b.source ? -1 : 1))
  }

  private gap(source: FundingSource | '', sums: ReadonlyMap<string, Secured>): FundingGap {
    const { report, from, unknown, usdCents } = this.need
    const pillars = [...new Set([...usdCents.keys(), ...sums.keys()])]
      .toSorted()
      .map((pillar) => lineOf(pillar, BigInt(usdCents.get(pillar) ?? 0), sums.get(pillar) ?? NOTHING))
    const total = (column: Exclude<keyof GapLine, 'pillar'>) =>
      asNumber(pillars.reduce((sum, line) => sum + BigInt(line[column]), 0n))
    return {
      source,
      report,
      from,
      until: addDays(this.end, -1),
      unknown,
      pillars,
      total: {
        pillar: '',
        needUsd: total('needUsd'),
        paidUsd: total('paidUsd'),
        committedUsd: total('committedUsd'),
        pledgedUsd: total('pledgedUsd'),
        gapUsd: total('gapUsd'),
      },
    }
  }
}

const securedIn = ({ total }: FundingGap): number => total.paidUsd + total.committedUsd

const count = (
  sums: Map<string, Secured>,
  movement: Pick<Movement, 'pillars'>,
  column: keyof Secured,
  cents: bigint,
): void => {
  for (const [pillar, part] of byPillar(movement, cents)) {
    const line = sums.get(pillar) ?? { ...NOTHING }
    line[column] += part
    sums.set(pillar, line)
  }
}

const lineOf = (pillar: string, need: bigint, { paid, committed, pledged }: Secured): GapLine => ({
  pillar,
  needUsd: asNumber(need),
  paidUsd: asNumber(paid),
  committedUsd: asNumber(committed),
  pledgedUsd: asNumber(pledged),
  gapUsd: asNumber(need > paid + committed ? need - paid - committed : 0n),
})
