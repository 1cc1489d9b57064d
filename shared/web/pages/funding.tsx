import type { FundingYear } from '#shared/domain/briefs/model.ts'
import { FundingTable } from '../components/brief/funding-table.tsx'
import { useFrame } from '../components/frame.ts'
import { PageHeading } from '../components/heading.tsx'
import { Layout } from '../components/layout.tsx'

/** Who pays for the sector, year by year, newest first: is the money predictable and diversified? */
export const FundingPage = ({ years }: { years: readonly FundingYear[] }) => {
  const { t } = useFrame()
  return (
    <Layout title={t.funding.title}>
      <PageHeading>{t.funding.title}</PageHeading>
      <p class="govuk-body app-prose">{t.funding.intro}</p>
      {years.length === 0 && <p class="govuk-body">{t.funding.none}</p>}
      {years
        .toSorted((a, b) => b.year - a.year)
        .map((year) => (
          <FundingTable {...year} />
        ))}
    </Layout>
  )
}
