import { measuredBy } from '#shared/domain/forms/field.ts'
import { type Total, totalOf } from '#shared/domain/forms/figure.ts'
import { type Field, figureAt, type Row } from '#shared/domain/forms/form.ts'
import { rowKey } from '#shared/domain/forms/read-draft.ts'
import { rowsOf, type Typed } from '#shared/domain/report.ts'
import type { ReportSheet } from '../services.ts'
import type { Part } from './part.ts'

/** What earlier quarters say of the row that is being written. */
export interface RowPast {
  /** The same row one quarter earlier. */
  readonly previous: Row | undefined
  /** The sum of this year's earlier quarters; undefined in the first two, and where a sum over quarters says nothing. */
  readonly yearBefore: (field: Field) => Total | undefined
}

/** Rows are matched by what names them. Only what happens in a quarter is a sum over quarters: stocks and shares are not. */
export const pastOf = ({ form, round, earlier }: ReportSheet, part: Part, typed: Typed): RowPast | undefined => {
  const { rows } = form
  if (!rows || part.section !== 'row') return undefined
  const past = earlier.map((report) => rowsOf(report).find((row) => rowKey(rows, row) === rowKey(rows, typed)))
  const thisYear = past.slice(0, Number(round.slice(-1)) - 1).filter((row) => row !== undefined)
  return {
    previous: past[0],
    yearBefore: (field) =>
      thisYear.length > 1 && measuredBy(field) === 'flow'
        ? totalOf(thisYear.map((row) => figureAt(row, field.path)))
        : undefined,
  }
}
