import type { FundingYear } from '#shared/domain/briefs/model.ts'
import type { YearAnalysis } from '#shared/domain/ledger/analysis/year.ts'
import type { FundingSource } from '#shared/domain/ledger/contribution.ts'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { ChartPicture } from '../ledger/chart-picture.tsx'
import { SummaryList } from '../summary-list.tsx'
import { Table } from '../table.tsx'

type Line = Omit<FundingYear['donors'][number], 'donor'> & { readonly donor?: string; readonly name?: string }
type Year = Omit<FundingYear | YearAnalysis, 'donors'> & { readonly donors: readonly Line[] }

/**
 * One year: totals and concentration, then a line a donor. Pledges stand apart.
 * @param pictured the source whose picture stands above the table
 */
export const FundingTable = ({ year, pictured }: { year: Year; pictured?: FundingSource }) => {
  const { t } = useFrame()
  const { usd, percent, index } = t.formats
  const stated = year.sources.map((one) => t.ledger.sources[one as FundingSource] ?? one).join(', ')
  return (
    <>
      <SectionHeading>
        {stated === '' ? t.funding.year(year.year) : t.ledger.statedBy(year.year, stated)}
      </SectionHeading>
      <SummaryList
        rows={[
          { key: t.funding.total, value: usd(year.paidUsd) },
          { key: t.funding.committed, value: usd(year.committedUsd) },
          { key: t.funding.pledged, value: usd(year.pledgedUsd) },
          { key: t.funding.donors, value: String(year.donors.filter(({ paidUsd }) => paidUsd > 0).length) },
          { key: t.funding.largest, value: percent(year.largestShare) },
          { key: t.funding.hhi, value: `${index(year.hhi)}. ${t.funding.hhiHint}` },
          { key: t.funding.sources, value: stated },
        ]}
      />
      {pictured && (
        <ChartPicture
          src={`/funding/chart/${year.year}/${pictured}.svg`}
          says={t.ledger.chartOf(year.year, t.ledger.sources[pictured])}
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
            {line.donor ?? line.name}
          </a>,
          <a class="govuk-link govuk-link--no-visited-state" href={movementsPath(year, line.id)}>
            {usd(line.paidUsd)}
          </a>,
          percent(line.share),
          usd(line.committedUsd),
          usd(line.pledgedUsd),
          line.original.join('; '),
        ])}
      />
    </>
  )
}

/** The payments behind a donor's figure. */
const movementsPath = ({ year, sources }: Year, donor: string): string => {
  const [source = ''] = sources
  return `/funding/ledger?${new URLSearchParams({ year: String(year), donor, type: 'disbursement', ...(sources.length === 1 ? { source } : {}) })}`
}
