import type { Said } from '../words/say.ts'

/** Something a report's author should mend (`block`) or comment on (`warn`), with the place where it stands. */
export interface Problem {
  readonly level: 'block' | 'warn'
  /** `header`, `narrative`, `nil`, `actions` (the follow-up of action points), `rows` (the table as a whole) or `row`. */
  readonly section: 'header' | 'narrative' | 'nil' | 'actions' | 'rows' | 'row'
  /** Index of the row, from 0, when the section is `row`. */
  readonly row?: number
  /** Path of the field, when there is one. */
  readonly field?: string
  /** A full sentence that says what to do. */
  readonly message: Said
  /** The same in English, of a warning that is said in another language: what comments answer is kept in one. */
  readonly inEnglish?: string
  /** Names a warning across edits, so that its comment stays with it. */
  readonly key: string
}
