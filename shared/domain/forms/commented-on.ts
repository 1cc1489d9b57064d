import { type Field, type Form, fieldsOf, type Row } from './form.ts'
import { Narrative } from './narrative.ts'
import { GONE, namesIn, rowKey } from './read-draft.ts'

/** What a comment speaks about, from the key of its warning: a field of a row or of the narrative, or a row that is not there. Undefined for anything else. */
export const commentedOn = (
  key: string,
  { rows: form }: Form,
  rows: readonly Row[],
): { readonly field?: Field; readonly row?: Row } | undefined => {
  const [section, path] = key.split(':')
  if (section === 'narrative') {
    const field = fieldsOf(Narrative()).find((candidate) => candidate.path === path)
    return field && { field }
  }
  if (!form) return undefined
  if (key.startsWith(GONE)) return { row: namesIn(form, key.slice(GONE.length)) }
  for (const row of rows) {
    const check = form.checks.find(({ id }) => key === `${id}:${rowKey(form, row)}`)
    const field = check && fieldsOf(form.schema).find(({ path }) => path === check.fields[0])
    if (field) return { field, row }
  }
  return undefined
}
