import type { YearChange } from '#shared/domain/ledger/analysis/change.ts'
import type { OfSource } from '#shared/domain/ledger/analysis/funding.ts'
import type { AnalysisLine } from '#shared/domain/ledger/analysis/lines.ts'
import { useFrame } from '../frame.ts'
import { SummaryList } from '../summary-list.tsx'
import { Table } from '../table.tsx'

/** Whether a year's money is predictable, and where it goes. */
export const YearDetails = ({ told, change }: { told: OfSource; change: YearChange | undefined }) => {
  const { t } = useFrame()
  const { usd } = t.formats
  const id = `${told.year}-${told.source}`
  return (
    <>
      <YearSummary
        change={change}
        multiYearShare={told.multiYearShare}
        more={[
          { key: t.ledger.inKind, value: usd(told.inKindUsd) },
          { key: t.ledger.onward, value: usd(told.onwardUsd) },
        ]}
      />
      <LinesTable id={`pillars-${id}`} caption={t.ledger.byPillar} head={t.ledger.pillar} lines={told.pillars} />
      <LinesTable
        id={`recipients-${id}`}
        caption={t.ledger.byRecipient}
        head={t.ledger.facts.recipient}
        lines={told.recipients}
      />
    </>
  )
}

/** Whether the money is predictable: more or less than before, and how much of it by agreements of more than one year. */
export const YearSummary = (about: {
  change: YearChange | undefined
  multiYearShare: number
  more?: readonly { key: string; value: string }[]
}) => {
  const { t } = useFrame()
  const { usd, percent } = t.formats
  const { change, multiYearShare, more = [] } = about
  return (
    <SummaryList
      rows={[
        {
          key: t.ledger.change,
          value: change
            ? t.ledger.changed(usd(change.usdCents), change.share === undefined ? undefined : percent(change.share))
            : t.ledger.unknown,
        },
        { key: t.ledger.multiYear, value: percent(multiYearShare) },
        ...more,
      ]}
    />
  )
}

/** The parts of a year's money, a line each. */
export const LinesTable = (table: { id: string; caption: string; head: string; lines: readonly AnalysisLine[] }) => {
  const { t } = useFrame()
  const { usd, percent } = t.formats
  return (
    <Table
      id={table.id}
      caption={table.caption}
      columns={[
        { head: table.head },
        { head: t.funding.total, numeric: true },
        { head: t.funding.share, numeric: true },
        { head: t.funding.committed, numeric: true },
        { head: t.funding.pledged, numeric: true },
      ]}
      rows={table.lines.map((line) => [
        line.name === '' ? t.ledger.notStated : line.name,
        usd(line.paidUsd),
        percent(line.share),
        usd(line.committedUsd),
        usd(line.pledgedUsd),
      ])}
    />
  )
}
