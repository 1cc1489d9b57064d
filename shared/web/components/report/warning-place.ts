import type { Problem } from '#shared/domain/forms/problem.ts'
import { partFields } from '../../report-draft/part.ts'
import type { ReportSheet } from '../../services.ts'
import { rowText } from '../form/field-text.ts'
import type { Frame } from '../frame.ts'
import { commentText } from './comment-text.ts'

/** What a warning of a draft speaks about: `Land release, Area cleared, Xiengkhuang · MAG`. */
export const warningPlace = (
  sheet: ReportSheet,
  { section, row, field, key }: Problem,
  { sector, t }: Pick<Frame, 'sector' | 't'>,
): string => {
  const { rows } = sheet.form
  if (section === 'rows') return commentText(key, sheet.form, [], sector, t)
  const fields = partFields(sheet.form, section === 'narrative' ? { section } : { section: 'row', index: 'new' })
  const about = fields.find(({ path }) => path === field)
  const saved = row === undefined ? undefined : sheet.draft?.rows[row]
  return [...(about?.groups ?? []), about?.label, rows && saved && rowText(rows, fields, saved, sector, t)]
    .filter(Boolean)
    .join(', ')
}
