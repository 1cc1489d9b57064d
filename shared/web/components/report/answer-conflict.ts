import { LateReason, WarningComment } from '#shared/domain/forms/answers.ts'
import type { Field } from '#shared/domain/forms/form.ts'
import { LATE_REASON } from '#shared/domain/report.ts'
import { savedAnswers, warningsOf } from '../../report-draft/answers.ts'
import type { Conflict } from '../../report-draft/conflict.ts'
import type { ReportSheet } from '../../services.ts'
import type { Frame } from '../frame.ts'
import { warningPlace } from './warning-place.ts'

/** Two people answered the same: what the other saved of these. @param both the keys of the answers */
export const answerConflict = (sheet: ReportSheet, both: readonly string[], frame: Frame): Conflict => {
  const saved = savedAnswers(sheet)
  const fields: Field[] = [
    ...warningsOf(sheet).map((warning) => ({
      path: warning.key,
      label: warningPlace(sheet, warning, frame),
      kind: 'long-text' as const,
      schema: WarningComment(),
      groups: [],
    })),
    {
      path: LATE_REASON,
      label: frame.t.reportCheck.lateReason,
      kind: 'long-text',
      schema: LateReason(),
      groups: [],
    },
  ]
  return {
    saved: sheet.draft && { by: sheet.draft.savedBy, at: sheet.draft.savedAt },
    rowGone: false,
    differences: fields
      .filter(({ path }) => both.includes(path))
      .map((field) => ({ field, theirs: saved[field.path] ?? '' })),
  }
}
