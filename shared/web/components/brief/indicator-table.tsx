import type { BriefFigure, IndicatorLine } from '#shared/domain/briefs/model.ts'
import type { Messages } from '../../messages/index.ts'
import { useFrame } from '../frame.ts'
import { Table } from '../table.tsx'

/** A figure of a brief; what is not available stays so, and a sum says how many of its parts it leaves out. */
export const figureText = ({ value, leftOut }: BriefFigure, { formats }: Messages): string => {
  if (value === undefined) return formats.notAvailable
  return leftOut > 0 ? formats.leftOut(formats.number(value), leftOut) : formats.number(value)
}

export const IndicatorTable = ({
  id,
  caption,
  lines,
}: {
  id: string
  caption: string
  lines: readonly IndicatorLine[]
}) => {
  const { t } = useFrame()
  if (lines.length === 0) return null
  const { indicator, quarter, previous, lastYear, yearToDate, target } = t.briefs
  return (
    <Table
      id={id}
      caption={caption}
      columns={[
        { head: indicator },
        ...[quarter, previous, lastYear, yearToDate, target].map((head) => ({ head, numeric: true })),
      ]}
      rows={lines.map((line) => [
        line.unit ? `${line.label} (${line.unit})` : line.label,
        figureText(line.quarter, t),
        figureText(line.previous, t),
        figureText(line.lastYear, t),
        figureText(line.yearToDate, t),
        line.target === undefined ? '' : t.formats.number(line.target),
      ])}
    />
  )
}
