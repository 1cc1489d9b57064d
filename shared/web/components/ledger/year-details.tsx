import type { Child } from 'hono/jsx'
import type { YearChange } from '#shared/domain/ledger/analysis/change.ts'
import type { OfSource } from '#shared/domain/ledger/analysis/funding.ts'
import type { AnalysisLine } from '#shared/domain/ledger/analysis/lines.ts'
import { UNSTATED_PILLAR } from '#shared/domain/ledger/pillar.ts'
import { sayTerm } from '#shared/domain/words/say.ts'
import { useFrame } from '../frame.ts'
import { SummaryList } from '../summary-list.tsx'
import { Table } from '../table.tsx'
import type { FigureOfYear } from './behind.tsx'
import { moneyCells } from './money-cells.tsx'

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
      <PillarsTable id={`pillars-${id}`} year={told} />
      <LinesTable
        id={`recipients-${id}`}
        caption={t.ledger.byRecipient}
        head={t.ledger.facts.recipient}
        lines={told.recipients.map((line) => ({ ...line, name: line.name || t.ledger.recipientUnknown }))}
      />
    </>
  )
}

/** Whether the money is predictable: more or less than before, and how much of it by agreements of more than one year. */
export const YearSummary = (about: {
  change: YearChange | undefined
  multiYearShare: number | undefined
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
        ...(multiYearShare === undefined ? [] : [{ key: t.ledger.multiYear, value: percent(multiYearShare) }]),
        ...more,
      ]}
    />
  )
}

/** A year's money by pillar, each figure with the movements behind it. */
export const PillarsTable = ({
  id,
  year,
}: {
  id: string
  year: FigureOfYear & Pick<OfSource, 'pillars' | 'paidUsd'>
}) => {
  const { t } = useFrame()
  return (
    <LinesTable
      id={id}
      caption={t.ledger.byPillar}
      head={t.ledger.pillar}
      lines={year.pillars}
      named={sayTerm}
      cells={(line) => moneyCells(year, line, { pillar: line.name || UNSTATED_PILLAR }, t)}
    />
  )
}

/** The parts of a year's money, a line each. */
const LinesTable = (table: {
  id: string
  caption: string
  head: string
  lines: readonly AnalysisLine[]
  /** What a line is called by its name. */
  named?: (name: string) => string
  cells?: (line: AnalysisLine) => Child[]
}) => {
  const { t } = useFrame()
  const { usd, percent } = t.formats
  const plain = (line: AnalysisLine): Child[] => [
    usd(line.paidUsd),
    table.lines.every(({ paidUsd }) => paidUsd === 0) ? t.funding.nothingPaid : percent(line.share),
    usd(line.committedUsd),
    usd(line.pledgedUsd),
  ]
  const { cells = plain, named = (name) => name } = table
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
      rows={table.lines.map((line) => [line.name === '' ? t.ledger.notStated : named(line.name), ...cells(line)])}
    />
  )
}
