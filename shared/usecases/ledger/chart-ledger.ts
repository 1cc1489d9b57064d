import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import type { Bars } from '#shared/render/charts/bar-chart.ts'
import type { Deps } from '../deps.ts'
import { analyseLedger, type LedgerYear } from './analyse-ledger.ts'
import { onlyReaders } from './read-contribution.ts'

/** Donors in a picture; the rest is one bar. */
const MOST_BARS = 15
const CENTS = 100

export interface ChartWords {
  readonly paid: string
  readonly committed: string
  readonly others: string
  readonly axis: string
  /** What each source is called. */
  readonly sources: Readonly<Record<string, string>>
}

/**
 * A picture (SVG) of all years, or of the donors of one year as one source tells it. The chart library is loaded only here.
 * @throws UserError `forbidden`, `not-found`
 */
export const chartLedger =
  (deps: Deps) =>
  async (
    about: { readonly year?: number; readonly source?: string; readonly words: ChartWords },
    actor: Actor,
    now: Instant,
  ): Promise<string> => {
    onlyReaders(deps, actor, now)
    const years = await analyseLedger(deps)()
    const bars = about.year === undefined ? yearBars(years, about.words) : donorBars(years, about)
    if (!bars) throw new UserError('not-found', 'There is nothing to draw')
    const { barChart } = await import('#shared/render/charts/bar-chart.ts')
    return barChart(bars)
  }

/** A bar for each year and source, newest first. */
const yearBars = (years: readonly LedgerYear[], words: ChartWords): Bars | undefined => {
  const told = years.flatMap(({ year, sources }) => sources.map((source) => ({ ...source, year })))
  return told.length === 0
    ? undefined
    : barsOf(
        told.map(({ year, source, paidUsd, committedUsd }) => ({
          name: `${year} ${words.sources[source] ?? source}`,
          paidUsd,
          committedUsd,
        })),
        words,
      )
}

const donorBars = (
  years: readonly LedgerYear[],
  { year, source, words }: { readonly year?: number; readonly source?: string; readonly words: ChartWords },
): Bars | undefined => {
  const told = years.find((one) => one.year === year)?.sources.find((one) => one.source === source)
  if (!told) return undefined
  const [shown, rest] = [told.donors.slice(0, MOST_BARS), told.donors.slice(MOST_BARS)]
  const sum = (column: 'paidUsd' | 'committedUsd') => rest.reduce((total, line) => total + line[column], 0)
  const others = { name: words.others, paidUsd: sum('paidUsd'), committedUsd: sum('committedUsd') }
  return barsOf([...shown, ...(rest.length > 0 ? [others] : [])], words)
}

const barsOf = (
  lines: readonly { readonly name: string; readonly paidUsd: number; readonly committedUsd: number }[],
  { paid, committed, axis }: ChartWords,
): Bars => ({
  names: lines.map(({ name }) => name),
  series: [
    { name: paid, values: lines.map(({ paidUsd }) => paidUsd / CENTS) },
    { name: committed, values: lines.map(({ committedUsd }) => committedUsd / CENTS) },
  ],
  axis,
})
