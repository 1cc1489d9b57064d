import { type Field, type Form, fieldsOf, type Row } from './form.ts'
import { rowKey } from './read-draft.ts'

/** What a comment speaks about, from the key of its warning: a field of a row. Undefined for what is in none of these rows. */
export const commentedOn = (
  key: string,
  { rows: form }: Form,
  rows: readonly Row[],
): { readonly field: Field; readonly row: Row } | undefined => {
  if (!form) return undefined
  for (const row of rows) {
    const check = form.checks.find(({ id }) => key === `${id}:${rowKey(form, row)}`)
    const field = check && fieldsOf(form.schema).find(({ path }) => path === check.fields[0])
    if (field) return { field, row }
  }
  return undefined
}
