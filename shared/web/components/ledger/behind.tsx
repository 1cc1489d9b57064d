import type { PropsWithChildren } from 'hono/jsx'
import type { LedgerMoment } from '#shared/domain/ledger/movement.ts'
import type { LedgerFilter } from '../../ledger-services.ts'

/** What an address asks for; what is open is left out of it. */
export const query = (asked: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()

/** A figure of a year, as its sources tell it. */
export interface FigureOfYear {
  readonly year: number
  readonly sources: readonly string[]
  /** The ledger that the figure was made from; absent: that of now. */
  readonly moment?: LedgerMoment
}

/** A figure of the ledger that leads to the movements behind it, corrections among them. */
export const Behind = ({
  of: { year, sources, moment },
  asked = {},
  children,
}: PropsWithChildren<{ of: FigureOfYear; asked?: Partial<LedgerFilter> }>) => {
  const source = sources.length === 1 ? (sources[0] ?? '') : ''
  return <Movements asked={{ year: String(year), source, ...moment, ...asked }}>{children}</Movements>
}

/** A figure that leads to the movements that are asked for. */
export const Movements = ({
  asked,
  children,
}: PropsWithChildren<{ asked: Readonly<Partial<Record<keyof LedgerFilter, string | undefined>>> }>) => (
  <a class="govuk-link govuk-link--no-visited-state" href={`/funding/ledger?${query(asked)}`}>
    {children}
  </a>
)
