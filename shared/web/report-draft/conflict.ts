import { fingerprint } from '#shared/domain/fingerprint.ts'
import type { Field, Form } from '#shared/domain/forms/form.ts'
import { rowKey } from '#shared/domain/forms/read-draft.ts'
import type { Typed } from '#shared/domain/report.ts'
import type { ReportSheet } from '../services.ts'
import { type Part, partFields, savedPart } from './part.ts'

/** Two people wrote the same draft: what the other saved, and where it differs from what was typed here. */
export interface Conflict {
  /** Who saved and when; undefined where the draft was discarded. */
  readonly saved: { readonly by: string; readonly at: string } | undefined
  readonly differences: readonly { readonly field: Field; readonly theirs: string }[]
  /** The row that was being written is not in the draft any more. */
  readonly rowGone: boolean
}

const sameText = (fields: readonly Field[], a: Typed | undefined, b: Typed): boolean =>
  fields.every(({ path }) => (a?.[path] ?? '') === (b[path] ?? ''))

/** What names a row as it was when its page was opened; travels with the form, since places shift when others remove rows. */
export const rowNameOf = (form: Form, row: Typed | undefined): string =>
  form.rows && row ? rowKey(form.rows, row) : ''

/** Where the part stands now: a row is looked for by its name, and is new again when it is gone. */
export const partNow = (sheet: ReportSheet, part: Part, rowName: string): Part => {
  if (part.section !== 'row' || part.index === 'new') return part
  const rows = sheet.draft?.rows ?? []
  if (rowNameOf(sheet.form, rows[part.index]) === rowName) return part
  const index = rows.findIndex((row) => rowNameOf(sheet.form, row) === rowName)
  return { section: 'row', index: index === -1 ? 'new' : index }
}

/** A nil return whose tick was removed. */
export const isTakenBack = ({ section }: Part, typed: Typed): boolean => section === 'nil' && typed.nil !== 'yes'

/** Where the same text is already saved: the answer to an earlier press was lost on the line. */
export const alreadySaved = (
  sheet: ReportSheet,
  part: Part,
  fields: readonly Field[],
  typed: Typed,
): Part | undefined => {
  if (part.section === 'row' && part.index === 'new') {
    const index = (sheet.draft?.rows ?? []).findIndex((row) => sameText(fields, row, typed))
    return index === -1 ? undefined : { section: 'row', index }
  }
  const saved = savedPart(sheet, part)
  if (isTakenBack(part, typed)) return saved ? undefined : part
  return saved && sameText(fields, saved, typed) ? part : undefined
}

/** A digest of what is saved of a part. It travels with the part's page and tells whether somebody changed the part since. */
export const baseOf = (sheet: ReportSheet, part: Part): string => {
  const saved = savedPart(sheet, part)
  return fingerprint(...partFields(sheet.form, part, sheet.actionPoints).map(({ path }) => saved?.[path] ?? '')).slice(
    0,
    16,
  )
}

/** A new row of the same names was added meanwhile, or the very row that an unanswered press had added. */
export const sameRow = ({ form, draft }: ReportSheet, typed: Typed): Part | undefined => {
  const name = rowNameOf(form, typed)
  const index = draft?.rows.findIndex((row) => rowNameOf(form, row) === name) ?? -1
  return index === -1 ? undefined : { section: 'row', index }
}

export const conflictOf = (
  sheet: ReportSheet,
  wanted: Part,
  part: Part,
  fields: readonly Field[],
  typed: Typed,
): Conflict => {
  const theirs = savedPart(sheet, part)
  return {
    saved: sheet.draft && { by: sheet.draft.savedBy, at: sheet.draft.savedAt },
    rowGone: wanted.section === 'row' && wanted.index !== 'new' && part.section === 'row' && part.index === 'new',
    differences: theirs
      ? fields
          .filter(({ path }) => (theirs[path] ?? '') !== (typed[path] ?? ''))
          .map((field) => ({ field, theirs: theirs[field.path] ?? '' }))
      : [],
  }
}
