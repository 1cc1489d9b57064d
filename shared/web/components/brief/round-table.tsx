import type { Brief, RoundTable as Figures } from '#shared/domain/briefs/model.ts'
import { Table } from '../table.tsx'
import { Figure } from './figure.tsx'

/** Figures of one TWG round by round; each leads to the report behind it. */
export const RoundTable = ({
  caption,
  head,
  table,
  brief,
}: {
  caption: string
  head: string
  table: Figures
  brief: Pick<Brief, 'key' | 'version'>
}) => (
  <Table
    id={`rounds-${table.id}-${table.lines[0]?.id ?? ''}`}
    caption={caption}
    columns={[{ head }, ...table.rounds.map((round) => ({ head: round, numeric: true }))]}
    rows={table.lines.map(({ id, label, unit, figures }) => [
      unit === '' ? label : `${label} (${unit})`,
      ...figures.map((figure, index) => (
        <Figure
          figure={figure}
          brief={brief}
          place={{ twg: table.id, indicator: id, column: table.rounds[index] ?? '' }}
        />
      )),
    ])}
  />
)
