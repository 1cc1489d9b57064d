import type { FundingGap } from '#shared/domain/ledger/analysis/gap.ts'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { Table } from '../table.tsx'

/** What twelve months need, and what of it each source knows to be secured. Pledges stand apart: they close no gap. */
export const GapTables = ({ gaps }: { gaps: readonly FundingGap[] }) => {
  const { t } = useFrame()
  const { usd, day } = t.formats
  const [first] = gaps
  if (!first) return null
  return (
    <>
      <SectionHeading id="need">{t.ledger.need}</SectionHeading>
      <p class="govuk-body app-prose">{t.ledger.needIntro(day(first.from), day(first.until), first.report)}</p>
      {first.unknown.length > 0 && <p class="govuk-body">{t.ledger.needUnknown(first.unknown.join(', '))}</p>}
      {gaps.map(({ source, pillars, total }) => (
        <Table
          id={`need-${source || 'nothing'}`}
          caption={source === '' ? t.ledger.nothingSecured : t.ledger.securedBy(t.ledger.sources[source])}
          columns={[
            { head: t.ledger.pillar },
            { head: t.ledger.needed, numeric: true },
            { head: t.funding.total, numeric: true },
            { head: t.funding.committed, numeric: true },
            { head: t.ledger.gap, numeric: true },
            { head: t.funding.pledged, numeric: true },
          ]}
          rows={[...pillars, { ...total, pillar: t.ledger.all }].map((line) => [
            line.pillar === '' ? t.ledger.notStated : line.pillar,
            usd(line.needUsd),
            usd(line.paidUsd),
            usd(line.committedUsd),
            usd(line.gapUsd),
            usd(line.pledgedUsd),
          ])}
        />
      ))}
    </>
  )
}
