import type { PropsWithChildren } from 'hono/jsx'
import type { LedgerFilter } from '../../ledger-services.ts'

/** What an address asks for; what is open is left out of it. */
export const query = (asked: Readonly<Record<string, string>>): string =>
  new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()

/** A figure of a year, as its sources tell it. */
export interface FigureOfYear {
  readonly year: number
  readonly sources: readonly string[]
}

/** A figure of the ledger that leads to the movements behind it, corrections among them. */
export const Behind = ({
  of: { year, sources },
  asked = {},
  children,
}: PropsWithChildren<{ of: FigureOfYear; asked?: Partial<LedgerFilter> }>) => {
  const source = sources.length === 1 ? (sources[0] ?? '') : ''
  return (
    <a
      class="govuk-link govuk-link--no-visited-state"
      href={`/funding/ledger?${query({ year: String(year), source, ...asked })}`}
    >
      {children}
    </a>
  )
}
