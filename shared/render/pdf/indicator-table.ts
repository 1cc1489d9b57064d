import type { IndicatorLine } from '#shared/domain/briefs/model.ts'
import { NOT_AVAILABLE, percentInWords, scaleFor } from '../figures-in-words.ts'
import { type Cell, leftOutOf } from './figure-cells.ts'

export interface IndicatorTable {
  readonly rows: readonly { readonly label: string; readonly unit: string; readonly cells: readonly Cell[] }[]
  readonly notes: readonly { readonly mark: string; readonly text: string }[]
}

const plain = (text: string): Cell => ({ text, mark: '' })

/** Quarter, previous quarter, same quarter last year, year to date, target of the year, % of the target. */
export const indicatorTable = (lines: readonly IndicatorLine[]): IndicatorTable => {
  const figuresOf = (line: IndicatorLine) => [line.quarter, line.previous, line.lastYear, line.yearToDate]
  const leftOut = leftOutOf(lines.flatMap(figuresOf))
  const rowOf = (line: IndicatorLine) => {
    const figures = figuresOf(line)
    const scale = scaleFor(line.unit, [...figures.map((figure) => figure.value), line.target])
    const reached = achieved(line)
    const { mark } = leftOut.cell(line.yearToDate, scale)
    return {
      label: line.label,
      unit: scale.unit,
      cells: [
        ...figures.map((figure) => leftOut.cell(figure, scale)),
        plain(line.target === undefined ? '–' : scale.spell(line.target)),
        { text: reached, mark: reached === '–' ? '' : mark },
      ],
    }
  }
  return { rows: lines.map(rowOf), notes: leftOut.notes }
}

const achieved = ({ yearToDate, target }: IndicatorLine): string => {
  if (target === undefined || target === 0) return '–'
  return yearToDate.value === undefined ? NOT_AVAILABLE : percentInWords(yearToDate.value / target)
}
