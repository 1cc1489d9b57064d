import type { Sector } from '#shared/sector/schema.ts'
import type { Typed } from '../report.ts'
import { type Field, fieldsOf, type RowForm } from './form.ts'
import { rowKey } from './read-draft.ts'
import { readFields } from './read-fields.ts'

/** What a table would do to the rows of a draft. */
export interface TableChange {
  /** The rows of the draft afterwards, in their order, new ones at the end. */
  readonly rows: readonly Typed[]
  readonly added: readonly Typed[]
  readonly replaced: readonly Typed[]
  readonly unchanged: readonly Typed[]
  /** Rows of the draft that the table does not name: they stay. */
  readonly kept: readonly Typed[]
}

/**
 * Lays a table over the rows of a draft, by their names: operators send their returns one by one, so a row that the table does not
 * name stays. A row that says the same in other words (407 ha, 4070000) is unchanged and keeps its words.
 */
export const changeBy = (
  form: RowForm,
  rows: readonly Typed[],
  table: readonly Typed[],
  sector: Sector,
): TableChange => {
  const fields = fieldsOf(form.schema)
  const isSame = (a: Typed, b: Typed) => differingFields(fields, a, b, sector).length === 0
  const incoming = new Map(table.map((row) => [rowKey(form, row), row]))
  const names = new Set(rows.map((row) => rowKey(form, row)))
  const change = { replaced: [] as Typed[], unchanged: [] as Typed[], kept: [] as Typed[] }
  const laid = rows.map((row) => {
    const by = incoming.get(rowKey(form, row))
    if (by === undefined) change.kept.push(row)
    else if (isSame(by, row)) change.unchanged.push(row)
    else change.replaced.push(by)
    return by === undefined || isSame(by, row) ? row : by
  })
  const added = table.filter((row) => !names.has(rowKey(form, row)))
  return { ...change, added, rows: [...laid, ...added] }
}

/** The fields in which two rows say different things. */
export const differingFields = (fields: readonly Field[], a: Typed, b: Typed, sector: Sector): Field[] =>
  fields.filter(
    (field) => meaningOf(field, a[field.path] ?? '', sector) !== meaningOf(field, b[field.path] ?? '', sector),
  )

const meaningOf = (field: Field, typed: string, sector: Sector): string => {
  const { values, mistakes } = readFields([field], { [field.path]: typed }, sector)
  return mistakes.length > 0 ? JSON.stringify(typed.trim()) : JSON.stringify(values)
}
