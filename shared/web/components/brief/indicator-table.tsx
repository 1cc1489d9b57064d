import type { Brief, IndicatorLine } from '#shared/domain/briefs/model.ts'
import { type Scale, scaleFor } from '#shared/render/figures-in-words.ts'
import { useFrame } from '../frame.ts'
import { Table } from '../table.tsx'
import { Figure, withUnit } from './figure.tsx'

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
  const figure = (line: IndicatorLine, scale: Scale, column: keyof typeof columns) => (
    <Figure figure={line[column]} scale={scale} brief={brief} place={{ twg, indicator: line.id, column }} />
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
      rows={lines.map((line) => {
        const scale = scaleOf(line)
        return [
          withUnit(line.label, scale),
          figure(line, scale, 'quarter'),
          figure(line, scale, 'previous'),
          figure(line, scale, 'lastYear'),
          figure(line, scale, 'yearToDate'),
          line.target === undefined ? '' : scale.spell(line.target),
          line.target && line.yearToDate.value !== undefined
            ? t.formats.percent(line.yearToDate.value / line.target)
            : '',
        ]
      })}
    />
  )
}

const scaleOf = ({ unit, quarter, previous, lastYear, yearToDate, target }: IndicatorLine): Scale =>
  scaleFor(unit, [...[quarter, previous, lastYear, yearToDate].map(({ value }) => value), target])
