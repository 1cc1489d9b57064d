import { type FundingGap, type GapLine, surplusOf } from '#shared/domain/ledger/analysis/gap.ts'
import { unassignedInWords } from '#shared/domain/ledger/analysis/gap-in-words.ts'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { Table } from '../table.tsx'

/** What twelve months need, and what of it each source knows to be secured. Pledges stand apart: they close no gap. */
export const GapTables = ({ gaps }: { gaps: readonly FundingGap[] }) => {
  const { t } = useFrame()
  const { day } = t.formats
  const [first] = gaps
  if (!first) return null
  return (
    <>
      <SectionHeading id="need">{t.ledger.need}</SectionHeading>
      <p class="govuk-body app-prose">{t.ledger.needIntro(day(first.from), day(first.until), first.report)}</p>
      {first.unknown.length > 0 && <p class="govuk-body">{t.ledger.needUnknown(first.unknown.join(', '))}</p>}
      {gaps.map((gap) => (
        <GapTable gap={gap} />
      ))}
    </>
  )
}

const GapTable = ({ gap }: { gap: FundingGap }) => {
  const { t } = useFrame()
  const { usd } = t.formats
  const { source, pillars, total } = gap
  const unassigned = unassignedInWords(gap)
  const row = (pillar: string, line: GapLine, surplus: number) => [
    pillar,
    ...[line.needUsd, line.paidUsd, line.committedUsd, line.gapUsd, surplus, line.pledgedUsd].map(usd),
  ]
  const surpluses = pillars.map((line) => surplusOf(gap, line))
  return (
    <>
      <Table
        id={`need-${source || 'nothing'}`}
        caption={source === '' ? t.ledger.nothingSecured : t.ledger.securedBy(t.ledger.sources[source])}
        columns={[
          { head: t.ledger.pillar },
          ...[
            t.ledger.needed,
            t.funding.total,
            t.funding.committed,
            t.ledger.gap,
            t.ledger.surplus,
            t.funding.pledged,
          ].map((head) => ({ head, numeric: true })),
        ]}
        rows={[
          ...pillars.map((line, index) =>
            row(line.pillar === '' ? t.ledger.notStated : line.pillar, line, surpluses[index] ?? 0),
          ),
          row(
            t.ledger.all,
            total,
            surpluses.reduce((sum, cents) => sum + cents, 0),
          ),
        ]}
      />
      {unassigned !== '' && <p class="govuk-body app-prose">{unassigned}</p>}
    </>
  )
}
