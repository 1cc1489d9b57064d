import { useFrame } from '../frame.ts'
import { Words } from '../words.tsx'

/** What was paid and committed, in US cents. */
export interface Bar {
  readonly name: string
  readonly paidUsd: number
  readonly committedUsd: number
}

/** Bars in a chart; the rest is one of its own. */
const MOST_BARS = 15

/**
 * Lying bars, each under its name and figure on a phone and beside them on a wider screen. A reader of the page hears what
 * the chart says; the table beneath it says the same. Lengths are attributes: the pages' policy takes no styles of an element.
 */
export const BarChart = ({ bars, says }: { bars: readonly Bar[]; says: string }) => {
  const { t } = useFrame()
  const shown = withOthers(bars, t.ledger.others)
  const longest = Math.max(1, ...shown.map(({ paidUsd, committedUsd }) => length(paidUsd) + length(committedUsd)))
  const share = (usd: number) => `${((100 * length(usd)) / longest).toFixed(2)}%`
  return (
    <figure class="app-bars" role="img" aria-label={says}>
      <p class="app-bars__key">
        <Swatch of="paid" /> {t.funding.total} <Swatch of="committed" /> {t.funding.committed}
      </p>
      {shown.map(({ name, paidUsd, committedUsd }) => (
        <div class="app-bar">
          <Words text={name} />
          <svg width="100%" height="20" aria-hidden="true">
            <rect class="app-bar__paid" width={share(paidUsd)} height="20" />
            <rect class="app-bar__committed" x={share(paidUsd)} width={share(committedUsd)} height="20" />
          </svg>
          <span class="app-bar__figure">
            {t.formats.usd(paidUsd)}
            {committedUsd > 0 && ` + ${t.formats.usd(committedUsd)}`}
          </span>
        </div>
      ))}
    </figure>
  )
}

const Swatch = ({ of }: { of: 'paid' | 'committed' }) => (
  <svg width="16" height="16" aria-hidden="true">
    <rect class={`app-bar__${of}`} width="16" height="16" />
  </svg>
)

/** More taken back than paid has no length. */
const length = (usd: number): number => Math.max(0, usd)

const withOthers = (bars: readonly Bar[], name: string): readonly Bar[] => {
  if (bars.length <= MOST_BARS) return bars
  const rest = bars.slice(MOST_BARS)
  const sum = (column: 'paidUsd' | 'committedUsd') => rest.reduce((total, bar) => total + bar[column], 0)
  return [...bars.slice(0, MOST_BARS), { name, paidUsd: sum('paidUsd'), committedUsd: sum('committedUsd') }]
}
