import { rowsToCopy } from '#shared/domain/forms/last-quarter.ts'
import { rowKey } from '#shared/domain/forms/read-draft.ts'
import { rowsOf, type Typed } from '#shared/domain/report.ts'
import { isPossible, reportStateOf } from '#shared/domain/report-life.ts'
import type { ReportSheet } from '../services.ts'
import { blocking, type Part, partProblems, savedPart } from './part.ts'

/** How far a part is: never saved, begun as last quarter's row, saved with so many things to mend, or complete. */
export type Progress =
  | { readonly state: 'not-started' | 'begun' | 'complete' }
  | { readonly state: 'attention'; readonly count: number }

/** A row that was copied from last quarter and that nobody has written since: what it lacks is no mistake of anybody's yet. */
export const isAsCopied = ({ form, previous }: ReportSheet, row: Typed | undefined): boolean => {
  const { rows } = form
  if (!rows || !row) return false
  const begun = rowsToCopy(rows, [], rowsOf(previous)).find((one) => rowKey(rows, one) === rowKey(rows, row))
  return begun !== undefined && Object.entries(row).every(([path, text]) => text === '' || text === begun[path])
}

export const progressOf = (sheet: ReportSheet, part: Part): Progress => {
  const saved = savedPart(sheet, part)
  if (!saved) return { state: 'not-started' }
  const count = blocking(partProblems(sheet, part)).length
  if (count === 0) return { state: 'complete' }
  return part.section === 'row' && isAsCopied(sheet, saved) ? { state: 'begun' } : { state: 'attention', count }
}

/** A report is written while its round takes reports; what was returned, or is amended, whenever that is done. */
export const mayBeWritten = ({ phase, current, draft }: ReportSheet): boolean => {
  const state = reportStateOf(current, draft)
  return isPossible('save', state) && (state !== 'draft' || phase === 'open' || phase === 'late')
}
