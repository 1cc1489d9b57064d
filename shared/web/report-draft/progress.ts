import { isPossible, reportStateOf } from '#shared/domain/report-life.ts'
import type { ReportSheet } from '../services.ts'
import { blocking, type Part, partProblems, savedPart } from './part.ts'

/** How far a part is: never saved, saved with so many things to mend, or complete. */
export type Progress =
  | { readonly state: 'not-started' | 'complete' }
  | { readonly state: 'attention'; readonly count: number }

export const progressOf = (sheet: ReportSheet, part: Part): Progress => {
  if (!savedPart(sheet, part)) return { state: 'not-started' }
  const count = blocking(partProblems(sheet, part)).length
  return count === 0 ? { state: 'complete' } : { state: 'attention', count }
}

/** A report is written while its round takes reports; what was returned, or is amended, whenever that is done. */
export const mayBeWritten = ({ phase, current, draft }: ReportSheet): boolean => {
  const state = reportStateOf(current, draft)
  return isPossible('save', state) && (state !== 'draft' || phase === 'open' || phase === 'late')
}
