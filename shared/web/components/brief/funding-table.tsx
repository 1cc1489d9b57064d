import type { FundingYear } from '#shared/domain/briefs/model.ts'
import type { YearAnalysis } from '#shared/domain/ledger/analysis/year.ts'
import type { FundingSource } from '#shared/domain/ledger/contribution.ts'
import type { LedgerMoment } from '#shared/domain/ledger/movement.ts'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { BarChart } from '../ledger/bar-chart.tsx'
import { Behind } from '../ledger/behind.tsx'
import { moneyCells } from '../ledger/money-cells.tsx'
import { SummaryList } from '../summary-list.tsx'
import { Table } from '../table.tsx'

type Line = Omit<FundingYear['donors'][number], 'donor'> & { readonly donor?: string; readonly name?: string }
type Year = Omit<FundingYear | YearAnalysis, 'donors'> & {
  readonly donors: readonly Line[]
  readonly moment?: LedgerMoment
}

/** One year, as the ledger stood when a brief was compiled or as it stands: totals and concentration, then a line a donor, with a chart above them where wanted. Pledges stand apart. */
export const FundingTable = ({ year, charted }: { year: Year; charted?: boolean }) => {
  const { t } = useFrame()
  const { usd, percent, index } = t.formats
  const paid = (text: string) => (
    <Behind of={year} asked={{ type: 'disbursement' }}>
      {text}
    </Behind>
  )
  const { largestShare, hhi } = year
  const concentration =
    largestShare === undefined || hhi === undefined
      ? [{ key: t.funding.hhi, value: t.funding.noConcentration }]
      : [
          { key: t.funding.largest, value: paid(percent(largestShare)) },
          {
            key: t.funding.hhi,
            value: (
              <>
                {paid(index(hhi))}. {t.funding.hhiHint}
              </>
            ),
          },
        ]
  const stated = year.sources.map((one) => t.ledger.sources[one as FundingSource] ?? one).join(', ')
  return (
    <>
      <SectionHeading>
        {stated === '' ? t.funding.year(year.year) : t.ledger.statedBy(year.year, stated)}
      </SectionHeading>
      <SummaryList
        rows={[
          { key: t.funding.total, value: paid(usd(year.paidUsd)) },
          { key: t.funding.committed, value: <Behind of={year}>{usd(year.committedUsd)}</Behind> },
          {
            key: t.funding.pledged,
            value: (
              <Behind of={year} asked={{ type: 'pledge' }}>
                {usd(year.pledgedUsd)}
              </Behind>
            ),
          },
          { key: t.funding.donors, value: paid(String(year.donors.filter(({ paidUsd }) => paidUsd > 0).length)) },
          ...concentration,
          { key: t.funding.sources, value: stated },
        ]}
      />
      {charted && (
        <BarChart
          bars={year.donors.map((line) => ({ ...line, name: nameOf(line) }))}
          says={t.ledger.chartOf(year.year, stated)}
        />
      )}
      <Table
        id={`funding-${year.year}-${year.sources.join('-').replace(/\W+/g, '-')}`}
        caption={t.funding.byDonor(year.year)}
        columns={[
          { head: t.funding.donor },
          { head: t.funding.total, numeric: true },
          { head: t.funding.share, numeric: true },
          { head: t.funding.committed, numeric: true },
          { head: t.funding.pledged, numeric: true },
          { head: t.funding.original },
        ]}
        rows={year.donors.map((line) => [
          <a class="govuk-link" href={`/funding/donors/${encodeURIComponent(line.id)}`}>
            {nameOf(line)}
          </a>,
          ...moneyCells(year, line, { donor: line.id }, t),
          line.original.join('; '),
        ])}
      />
    </>
  )
}

const nameOf = ({ donor, name = '' }: Line): string => donor ?? name
