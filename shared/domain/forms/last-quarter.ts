import type { Typed } from '../report.ts'
import { leftBy } from './checks/carry-over.ts'
import { type CarryOver, isPassing, type Row, type RowForm, valueAt } from './form.ts'
import { rowKey } from './read-draft.ts'

/** What carries over from quarter to quarter, as the form's checks say. Nothing else does. */
export const carriedOver = (form: RowForm): CarryOver[] => form.checks.flatMap(({ carries }) => carries ?? [])

/** Last quarter's row as this quarter begins it: its names and what carries over. A figure that was not available is not invented. */
export const rowToBegin = (form: RowForm, row: Row): Typed =>
  Object.fromEntries([
    ...form.key.map((path) => [path, String(valueAt(row, path) ?? '')]),
    ...carriedOver(form).flatMap((carries) => {
      const left = leftBy(row, carries)
      return left === undefined ? [] : [[carries.opening, left.toLocaleString('en')]]
    }),
  ])

/** The rows of last quarter that this one goes on with and a draft does not have yet, in their order. */
export const rowsToCopy = (form: RowForm, draft: readonly Typed[], lastQuarter: readonly Row[]): Typed[] => {
  const names = new Set(draft.map((row) => rowKey(form, row)))
  return lastQuarter
    .filter((row) => !isPassing(form, row) && !names.has(rowKey(form, row)))
    .map((row) => rowToBegin(form, row))
}
