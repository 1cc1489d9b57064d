import type { Actor } from '#shared/domain/contact.ts'
import type { Typed } from '#shared/domain/report.ts'
import type { ReportSheet } from '../services.ts'
import { shownAnswers } from './answers.ts'
import { baseOf, rowNameOf } from './conflict.ts'
import { keptBy } from './kept-by.ts'
import { type Part, partPath, reportPath } from './part.ts'

/**
 * The name under which a browser keeps what it could not send: its writer, the report, and the part. A row goes by its names,
 * since places shift when rows are removed.
 */
export const keptUnder = (sheet: ReportSheet, part: Part, actor: Actor, typed: Typed): string => {
  const isOldRow = part.section === 'row' && part.index !== 'new'
  const place = isOldRow ? `${reportPath(sheet)}/rows/${rowNameOf(sheet.form, typed)}` : partPath(sheet, part)
  return `${keptBy(actor)}${place}`
}

/** The hidden fields of a part's form: which draft it was made from, what was saved of the part then, and the row's names. */
export const draftFields = (sheet: ReportSheet, part: Part, typed: Typed): Readonly<Record<string, string>> => ({
  version: String(sheet.draftVersion),
  base: part.section === 'comments' ? shownAnswers(sheet) : baseOf(sheet, part),
  ...(part.section === 'row' ? { 'row-name': rowNameOf(sheet.form, typed) } : {}),
})
