import type { FundingSource } from '../contribution.ts'
import { kindOf, type Movement, type MovementKind, yearOf } from '../movement.ts'

/** One movement as an annex lists it. */
export interface LedgerRow {
  /** The id of its contribution; absent in briefs from before it was kept. */
  readonly contribution?: string
  readonly date: string
  readonly precision: Movement['precision']
  readonly donor: string
  readonly recipient: string
  readonly kind: MovementKind
  readonly inKind: boolean
  readonly amount: Movement['amount']
  readonly usdCents: number
  readonly source: FundingSource
}

/** The movements of a year that stand, the largest, by day; onward transfers, which are in no total, are left out. */
export interface LedgerYearRows {
  readonly year: number
  readonly rows: LedgerRow[]
  /** How many more there are. */
  readonly others: number
}

interface Kept {
  readonly name: string
  readonly row: LedgerRow
}

/** Keeps the largest movements of each year while a ledger goes by, in memory that does not grow with it. */
export class LedgerExtract {
  private readonly years = new Map<number, { count: number; kept: Kept[] }>()
  private readonly reversed = new Set<string>()

  /** @param most rows a year */
  constructor(private readonly most: number) {}

  add(movement: Movement): void {
    const { contribution, seq, type, reverses, parent } = movement
    if (parent !== '') return
    const year = yearOf(movement)
    const of = this.years.get(year) ?? { count: 0, kept: [] }
    this.years.set(year, of)
    if (type === 'correction') {
      this.reversed.add(nameOf(contribution, reverses))
      of.count--
      return
    }
    of.count++
    of.kept.push({ name: nameOf(contribution, seq), row: rowOf(movement) })
    // Room for what is taken back later.
    if (of.kept.length > 4 * this.most) of.kept = of.kept.toSorted(bySize).slice(0, 2 * this.most)
  }

  /** Newest year first. */
  result(years: readonly number[]): LedgerYearRows[] {
    return [...new Set(years)].flatMap((year) => {
      const { count, kept } = this.years.get(year) ?? { count: 0, kept: [] }
      const rows = kept
        .filter(({ name }) => !this.reversed.has(name))
        .toSorted(bySize)
        .slice(0, this.most)
        .toSorted(byDay)
        .map(({ row }) => row)
      return rows.length === 0 ? [] : [{ year, rows, others: count - rows.length }]
    })
  }
}

const nameOf = (contribution: string, seq: number | undefined): string => `${contribution} ${seq}`

const rowOf = (movement: Movement): LedgerRow => {
  const { contribution, date, precision, donor, recipient, form, amount, usdCents, source } = movement
  const kind = kindOf(movement)
  if (!kind) throw new Error(`Movement ${movement.contribution}#${movement.seq} counts as nothing`)
  const inKind = form === 'in-kind'
  return { contribution, date, precision, donor: donor.name, recipient, kind, inKind, amount, usdCents, source }
}

const bySize = (a: Kept, b: Kept): number =>
  Math.abs(b.row.usdCents) - Math.abs(a.row.usdCents) || (a.name < b.name ? -1 : 1)

const byDay = (a: Kept, b: Kept): number =>
  a.row.date === b.row.date ? bySize(a, b) : a.row.date < b.row.date ? -1 : 1
