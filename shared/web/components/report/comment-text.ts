import { commentedOn } from '#shared/domain/forms/commented-on.ts'
import { type Form, fieldsOf, type Row } from '#shared/domain/forms/form.ts'
import type { Sector } from '#shared/sector/schema.ts'
import type { Messages } from '../../messages/index.ts'
import { rowText } from '../form/field-text.ts'

/** What a comment speaks about, from the key of its warning: `Land release, Area cleared, Xiengkhuang · MAG`. */
export const commentText = (key: string, form: Form, rows: readonly Row[], sector: Sector, t: Messages): string => {
  const place = commentedOn(key, form, rows)
  if (!place) return key
  const row = form.rows && place.row && rowText(form.rows, fieldsOf(form.rows.schema), place.row, sector, t)
  return [...(place.field?.groups ?? []), place.field?.label, row].filter(Boolean).join(', ')
}
