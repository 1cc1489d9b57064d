import { measuredBy } from '#shared/domain/forms/field.ts'
import { type Total, totalOf } from '#shared/domain/forms/figure.ts'
import { type Field, figureAt, type Row } from '#shared/domain/forms/form.ts'
import { rowKey } from '#shared/domain/forms/read-draft.ts'
import { rowsOf, type Typed } from '#shared/domain/report.ts'
import type { ReportSheet } from '../services.ts'
import type { Part } from './part.ts'

/** What earlier quarters say of the part that is being written. */
export interface Past {
  /** The same part one quarter earlier, without what names a row: that is the same. */
  readonly previous: Row | undefined
  /** The sum of this year's earlier quarters; undefined in the first two, and where a sum over quarters says nothing. */
  readonly yearBefore: (field: Field) => Total | undefined
}

/** Rows are matched by what names them. Only what happens in a quarter is a sum over quarters: stocks and shares are not. */
export const pastOf = (sheet: ReportSheet, part: Part, typed: Typed): Past | undefined =>
  part.section === 'row' ? pastOfRow(sheet, typed) : { previous: wordsBefore(sheet, part), yearBefore: () => undefined }

const wordsBefore = ({ earlier }: ReportSheet, { section }: Part): Row | undefined => {
  const last = earlier[0]?.content
  if (section === 'header') return last?.header
  return section === 'narrative' ? last?.narrative : undefined
}

const pastOfRow = ({ form: { rows }, round, earlier }: ReportSheet, typed: Typed): Past | undefined => {
  if (!rows) return undefined
  const past = earlier.map((report) => rowsOf(report).find((row) => rowKey(rows, row) === rowKey(rows, typed)))
  const thisYear = past.slice(0, Number(round.slice(-1)) - 1).filter((row) => row !== undefined)
  return {
    previous: past[0] && Object.fromEntries(Object.entries(past[0]).filter(([path]) => !rows.key.includes(path))),
    yearBefore: (field) =>
      thisYear.length > 1 && measuredBy(field) === 'flow'
        ? totalOf(thisYear.map((row) => figureAt(row, field.path)))
        : undefined,
  }
}
