import type { Brief, RoundTable as Figures } from '#shared/domain/briefs/model.ts'
import { scaleFor } from '#shared/render/figures-in-words.ts'
import { Table } from '../table.tsx'
import { Figure, withUnit } from './figure.tsx'

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
    rows={table.lines.map(({ id, label, unit, figures }) => {
      const values = figures.map(({ value }) => value)
      const scale = scaleFor(unit, values)
      return [
        withUnit(label, scale),
        ...figures.map((figure, index) => (
          <Figure
            figure={figure}
            scale={scale}
            brief={brief}
            place={{ twg: table.id, indicator: id, column: table.rounds[index] ?? '' }}
          />
        )),
      ]
    })}
  />
)
