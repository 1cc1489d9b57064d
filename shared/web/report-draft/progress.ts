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

/** A report is written while its round takes reports and nothing stands submitted, or the secretariat gave it back. */
export const mayBeWritten = ({ phase, current }: ReportSheet): boolean =>
  (phase === 'open' || phase === 'late') && (current === undefined || current.status === 'returned')
