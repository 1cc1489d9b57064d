import { asNumber, hundredths, ratio, split } from '../exact.ts'
import { spellMoney } from '../money.ts'
import { kindOf, type Movement, yearOf } from '../movement.ts'
import { pillarNamed } from '../pillar.ts'
import { type AnalysisLine, COLUMN, Lines } from './lines.ts'
import { Commitments, type Unpaid } from './unpaid.ts'

/** Stands for money whose pillars, or whose first recipient, nobody stated. */
export const NOT_STATED = ''

/** One year as one source tells it, in US cents. Pledges stand apart, onward transfers and pledges are in no total. */
export interface YearAnalysis {
  readonly year: number
  readonly paidUsd: number
  /** Committed in this year's tranches and not disbursed yet. */
  readonly committedUsd: number
  readonly pledgedUsd: number
  /** Disbursed in kind; part of what was paid. */
  readonly inKindUsd: number
  /** Passed on by a first recipient. */
  readonly onwardUsd: number
  readonly donors: readonly (AnalysisLine & { readonly id: string; readonly original: string[] })[]
  readonly pillars: readonly AnalysisLine[]
  readonly recipients: readonly AnalysisLine[]
  /** Share of the donor that paid most, and Herfindahl–Hirschman index; left out where nothing was paid: there is none to state. */
  readonly largestShare?: number
  readonly hhi?: number
  /** Share of paid and committed money that belongs to agreements of more than one year; left out where there is none. */
  readonly multiYearShare?: number
  readonly sources: string[]
}

/**
 * Sums up one year from its movements (domain §5), added one by one in any order: only sums are kept, so that a year of
 * any length fits.
 */
class YearTally {
  private readonly donors = new Lines()
  private readonly pillars = new Lines()
  private readonly recipients = new Lines()
  private readonly originals = new Map<string, Map<string, bigint>>()
  private readonly sources = new Set<string>()
  private inKind = 0n
  private onward = 0n
  private multiYear = 0n

  constructor(private readonly year: number) {}

  add(movement: Movement): void {
    const kind = kindOf(movement)
    if (kind === undefined) return
    const cents = BigInt(movement.usdCents)
    this.sources.add(movement.source)
    if (movement.parent !== '') {
      if (kind === 'disbursement') this.onward += cents
      return
    }
    this.count(movement, COLUMN[kind], cents)
    if (kind !== 'disbursement') return
    const { currency, minor } = movement.amount
    const original = this.originals.get(movement.donor.id) ?? new Map<string, bigint>()
    original.set(currency, (original.get(currency) ?? 0n) + BigInt(minor))
    this.originals.set(movement.donor.id, original)
    if (movement.form === 'in-kind') this.inKind += cents
    if (movement.multiYear) this.multiYear += cents
  }

  /** What of a tranche of this year is not paid; known when every movement was added. */
  addUnpaid({ tranche, usdCents }: Unpaid): void {
    this.count(tranche, 'committed', usdCents)
    if (tranche.multiYear) this.multiYear += usdCents
  }

  result(): YearAnalysis {
    const [paid, committed] = [this.donors.total('paid'), this.donors.total('committed')]
    const donors = this.donors.result().map(({ key, ...line }) => ({ ...line, id: key, original: this.original(key) }))
    return {
      year: this.year,
      paidUsd: asNumber(paid),
      committedUsd: asNumber(committed),
      pledgedUsd: asNumber(this.donors.total('pledged')),
      inKindUsd: asNumber(this.inKind),
      onwardUsd: asNumber(this.onward),
      donors,
      pillars: this.pillars.result().map(({ key: _, ...line }) => line),
      recipients: this.recipients.result().map(({ key: _, ...line }) => line),
      ...(paid === 0n
        ? {}
        : { largestShare: Math.max(0, ...donors.map(({ share }) => share)), hhi: this.donors.hhi() }),
      ...(paid + committed === 0n ? {} : { multiYearShare: ratio(this.multiYear, paid + committed) }),
      sources: [...this.sources].toSorted(),
    }
  }

  private count(
    movement: Pick<Movement, 'donor' | 'recipient' | 'pillars'>,
    column: 'paid' | 'committed' | 'pledged' | undefined,
    cents: bigint,
  ): void {
    this.donors.add(movement.donor.id, movement.donor.name, column, cents)
    this.recipients.add(movement.recipient, movement.recipient, column, cents)
    for (const [pillar, part] of byPillar(movement, cents)) this.pillars.add(pillar, pillar, column, part)
  }

  private original(donor: string): string[] {
    return [...(this.originals.get(donor) ?? [])]
      .filter(([, minor]) => minor !== 0n)
      .map(([currency, minor]) => spellMoney(minor, currency))
      .toSorted()
  }
}

/** An amount by pillar under the name that all share, to the cent; what is not disaggregated stands under no pillar, unless it names just one. */
export const byPillar = ({ pillars }: Pick<Movement, 'pillars'>, cents: bigint): (readonly [string, bigint])[] => {
  if (!Array.isArray(pillars)) {
    const [only, ...more] = pillars.notDisaggregated
    return [[only !== undefined && more.length === 0 ? pillarNamed(only) : NOT_STATED, cents]]
  }
  const parts = split(
    cents,
    pillars.map(({ percent }) => hundredths(percent)),
  )
  return pillars.map(({ pillar }, index) => [pillarNamed(pillar), parts[index] ?? 0n] as const)
}

/**
 * Analyses every year of one source from movements added in any order. What was committed in one year may be paid in
 * another, so the years are tallied together.
 */
export class SourceTally {
  private readonly years = new Map<number, YearTally>()
  private readonly commitments = new Commitments()

  add(movement: Movement): void {
    this.year(yearOf(movement)).add(movement)
    if (movement.parent === '') this.commitments.add(movement)
  }

  /** Ends the tally: what is unpaid is only known now. Newest year first. */
  result(): YearAnalysis[] {
    for (const unpaid of this.commitments.unpaid()) this.year(yearOf(unpaid.tranche)).addUnpaid(unpaid)
    return [...this.years.values()].map((tally) => tally.result()).toSorted((a, b) => b.year - a.year)
  }

  private year(year: number): YearTally {
    const tally = this.years.get(year) ?? new YearTally(year)
    this.years.set(year, tally)
    return tally
  }
}

/** The analysis of a year over movements of one source; those of other years tell what of its commitments is paid since. */
export const analyseYear = (year: number, movements: Iterable<Movement>): YearAnalysis => {
  const tally = new SourceTally()
  for (const movement of movements) tally.add(movement)
  return tally.result().find((analysis) => analysis.year === year) ?? new YearTally(year).result()
}
