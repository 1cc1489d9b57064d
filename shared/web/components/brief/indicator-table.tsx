import type { Brief, IndicatorLine } from '#shared/domain/briefs/model.ts'
import { useFrame } from '../frame.ts'
import { Table } from '../table.tsx'
import { Figure } from './figure.tsx'

/** Indicators over time; each figure leads to the reports behind it. */
export const IndicatorTable = ({
  id,
  caption,
  lines,
  brief,
  twg,
}: {
  id: string
  caption: string
  lines: readonly IndicatorLine[]
  brief: Pick<Brief, 'key' | 'version'>
  twg: string
}) => {
  const { t } = useFrame()
  if (lines.length === 0) return null
  const { indicator, columns, target, share } = t.briefs
  const figure = (line: IndicatorLine, column: keyof typeof columns) => (
    <Figure figure={line[column]} brief={brief} place={{ twg, indicator: line.id, column }} />
  )
  return (
    <Table
      id={id}
      caption={caption}
      columns={[
        { head: indicator },
        ...[columns.quarter, columns.previous, columns.lastYear, columns.yearToDate, target, share].map((head) => ({
          head,
          numeric: true,
        })),
      ]}
      rows={lines.map((line) => [
        line.unit ? `${line.label} (${line.unit})` : line.label,
        figure(line, 'quarter'),
        figure(line, 'previous'),
        figure(line, 'lastYear'),
        figure(line, 'yearToDate'),
        line.target === undefined ? '' : t.formats.number(line.target),
        line.target && line.yearToDate.value !== undefined
          ? t.formats.percent(line.yearToDate.value / line.target)
          : '',
      ])}
    />
  )
}
