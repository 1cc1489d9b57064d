import type { Typed } from '../report.ts'
import { isAvailable } from './figure.ts'
import { fieldsOf, figureAt, type Row, type RowForm, valueAt } from './form.ts'
import { rowKey } from './read-draft.ts'

/** A figure that begins as another one ended a quarter before. */
export interface CarryOver {
  readonly from: string
  readonly to: string
}

/** What carries over from quarter to quarter: a field named `opening` begins as the `closing` beside it ended. Nothing else does. */
export const carriedOver = (form: RowForm): CarryOver[] => {
  const paths = fieldsOf(form.schema).map(({ path }) => path)
  return paths.flatMap((to) => {
    const from = to.replace(/(^|\.)opening$/, '$1closing')
    return from !== to && paths.includes(from) ? [{ from, to }] : []
  })
}

/** Last quarter's row as this quarter begins it: its names and what carries over. A figure that was not available is not invented. */
const rowToBegin = (form: RowForm, row: Row): Typed =>
  Object.fromEntries([
    ...form.key.map((path) => [path, String(valueAt(row, path) ?? '')]),
    ...carriedOver(form).flatMap(({ from, to }) => {
      const figure = figureAt(row, from)
      return isAvailable(figure) ? [[to, figure.toLocaleString('en')]] : []
    }),
  ])

/** The rows of last quarter that a draft does not have yet, in their order. */
export const rowsToCopy = (form: RowForm, draft: readonly Typed[], lastQuarter: readonly Row[]): Typed[] => {
  const names = new Set(draft.map((row) => rowKey(form, row)))
  return lastQuarter.filter((row) => !names.has(rowKey(form, row))).map((row) => rowToBegin(form, row))
}
