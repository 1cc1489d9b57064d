import { type Form, fieldsOf, type Row } from '#shared/domain/forms/form.ts'
import { rowKey } from '#shared/domain/forms/read-draft.ts'
import type { Sector } from '#shared/sector/schema.ts'
import type { Messages } from '../../messages/index.ts'
import { rowText } from '../form/field-text.ts'

/** What a comment speaks about, from the key of its warning: `Area cleared, Xiengkhuang · MAG`. */
export const commentText = (
  key: string,
  { rows: form }: Form,
  rows: readonly Row[],
  sector: Sector,
  t: Messages,
): string => {
  if (!form) return key
  const fields = fieldsOf(form.schema)
  for (const row of rows) {
    const check = form.checks.find(({ id }) => key === `${id}:${rowKey(form, row)}`)
    const label = check && fields.find(({ path }) => path === check.fields[0])?.label
    if (label) return `${label}, ${rowText(form, fields, row, sector, t)}`
  }
  return key
}
