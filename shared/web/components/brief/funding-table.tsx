import type { FundingYear } from '#shared/domain/briefs/model.ts'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { SummaryList } from '../summary-list.tsx'
import { Table } from '../table.tsx'

/** One year: totals and concentration, then a line a donor. Pledges stand apart. */
export const FundingTable = (year: FundingYear) => {
  const { t } = useFrame()
  const { usd, percent, index } = t.formats
  return (
    <>
      <SectionHeading>{t.funding.year(year.year)}</SectionHeading>
      <SummaryList
        rows={[
          { key: t.funding.total, value: usd(year.paidUsd) },
          { key: t.funding.committed, value: usd(year.committedUsd) },
          { key: t.funding.pledged, value: usd(year.pledgedUsd) },
          { key: t.funding.donors, value: String(year.donors.filter(({ paidUsd }) => paidUsd > 0).length) },
          { key: t.funding.largest, value: percent(year.largestShare) },
          { key: t.funding.hhi, value: `${index(year.hhi)}. ${t.funding.hhiHint}` },
          { key: t.funding.sources, value: year.sources.join(', ') },
        ]}
      />
      <Table
        id={`funding-${year.year}`}
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
          line.donor,
          usd(line.paidUsd),
          percent(line.share),
          usd(line.committedUsd),
          usd(line.pledgedUsd),
          line.original.join('; '),
        ])}
      />
    </>
  )
}
