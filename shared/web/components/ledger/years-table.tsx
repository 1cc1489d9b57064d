import type { LedgerView } from '../../ledger-services.ts'
import { useFrame } from '../frame.ts'
import { Table } from '../table.tsx'
import { BarChart } from './bar-chart.tsx'

/** All years at a glance, one line a source. */
export const YearsTable = ({ years }: { years: LedgerView['years'] }) => {
  const { t } = useFrame()
  const { usd, percent, index } = t.formats
  return (
    <>
      <BarChart
        bars={years.flatMap(({ year, sources }) =>
          sources
            .filter(({ paidUsd, committedUsd }) => paidUsd > 0 || committedUsd > 0)
            .map((told) => ({ ...told, name: `${year} ${t.ledger.sources[told.source]}` })),
        )}
        says={t.ledger.chartOfYears}
      />
      <Table
        id="years"
        caption={t.ledger.byYear}
        captionHidden
        columns={[
          { head: t.ledger.year },
          { head: t.ledger.facts.source },
          { head: t.funding.total, numeric: true },
          { head: t.funding.committed, numeric: true },
          { head: t.funding.largest, numeric: true },
          { head: t.funding.hhi, numeric: true },
        ]}
        rows={years.flatMap(({ year, sources }) =>
          sources.map((told) => [
            <a class="govuk-link" href={`/funding/ledger?year=${year}`}>
              {year}
            </a>,
            t.ledger.sources[told.source],
            usd(told.paidUsd),
            usd(told.committedUsd),
            told.largestShare === undefined ? t.funding.nothingPaid : percent(told.largestShare),
            told.hhi === undefined ? t.funding.nothingPaid : index(told.hhi),
          ]),
        )}
      />
    </>
  )
}
