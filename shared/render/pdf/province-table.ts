import type { TwgBrief } from '#shared/domain/briefs/model.ts'
import { scaleFor } from '../figures-in-words.ts'
import { type Cell, leftOutOf } from './figure-cells.ts'

interface Column {
  readonly label: string
  readonly unit: string
}

export interface ProvinceTable {
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly province: string; readonly cells: readonly Cell[]; readonly bar: number }[]
  /** The column that the bars draw; empty when there is nothing to draw. */
  readonly barred: string
  readonly notes: readonly { readonly mark: string; readonly text: string }[]
}

type Provinces = NonNullable<TwgBrief['provinces']>

/**
 * One line a province. The bars show the last area column (in land release the area cleared), else the first column;
 * each is a share of the longest.
 */
export const provinceTable = (provinces: Provinces, columnOf: (named: string) => Column): ProvinceTable => {
  const columns = provinces.columns.map(columnOf)
  const leftOut = leftOutOf(provinces.rows.flatMap((row) => row.cells))
  const valuesIn = (column: number) => provinces.rows.map((row) => row.cells[column]?.value)
  const scales = columns.map(({ unit }, column) => scaleFor(unit, valuesIn(column)))
  const barColumn = Math.max(0, columns.map(({ unit }) => unit).lastIndexOf('m²'))
  const longest = Math.max(0, ...valuesIn(barColumn).map((value) => value ?? 0))
  return {
    columns: columns.map(({ label }, column) => ({ label, unit: scales[column]?.unit ?? '' })),
    rows: provinces.rows.map((row) => ({
      province: row.province,
      cells: row.cells.map((figure, column) => leftOut.cell(figure, scales[column] ?? scaleFor('', []))),
      bar: longest === 0 ? 0 : Math.max(0, row.cells[barColumn]?.value ?? 0) / longest,
    })),
    barred: longest === 0 ? '' : (columns[barColumn]?.label ?? ''),
    notes: leftOut.notes,
  }
}
