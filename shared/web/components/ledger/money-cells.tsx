import type { AnalysisLine } from '#shared/domain/ledger/analysis/lines.ts'
import type { LedgerFilter } from '../../ledger-services.ts'
import type { Messages } from '../../messages/index.ts'
import { Behind, type FigureOfYear } from './behind.tsx'

/**
 * The money of one line of a year: paid, its share, committed, pledged, each with the movements behind it. A share leads to
 * all that was paid; what is committed leads to commitments and payments, since it is the difference.
 */
export const moneyCells = (
  year: FigureOfYear & { readonly paidUsd: number },
  line: Pick<AnalysisLine, 'paidUsd' | 'share' | 'committedUsd' | 'pledgedUsd'>,
  own: Partial<LedgerFilter>,
  { formats: { usd, percent }, funding }: Messages,
) => [
  <Behind of={year} asked={{ ...own, type: 'disbursement' }}>
    {usd(line.paidUsd)}
  </Behind>,
  <Behind of={year} asked={{ type: 'disbursement' }}>
    {year.paidUsd === 0 ? funding.nothingPaid : percent(line.share)}
  </Behind>,
  <Behind of={year} asked={own}>
    {usd(line.committedUsd)}
  </Behind>,
  <Behind of={year} asked={{ ...own, type: 'pledge' }}>
    {usd(line.pledgedUsd)}
  </Behind>,
]
