import type { Round } from '#shared/domain/calendar/round.ts'
import { type Form, fieldsOf } from '#shared/domain/forms/form.ts'
import { isFigure } from '#shared/domain/forms/table.ts'
import type { Typed } from '#shared/domain/report.ts'

/** Where a report's rows lie: each journey has its own, so that their past quarters do not meet. */
export interface Place {
  readonly round: Round
  readonly province: string
  readonly provinceName: string
  readonly pillar: string
}

/** What a chair reports in a journey, what they get wrong, and what the pages then say. */
export interface ReportFigures {
  readonly twg: string
  readonly name: string
  /** Rows of the round before, submitted before the journey begins. */
  readonly past?: readonly Typed[]
  /** The row that is typed on its page, and its name in the report's list. */
  readonly row: Typed
  readonly rowName: string
  /** Further rows, pasted as a table. */
  readonly pasted?: readonly Typed[]
  /** Typed wrongly at first: the words of the error, and the field where its link leads. */
  readonly blocked: { readonly typed: Typed; readonly says: string; readonly leadsTo: string }
  /** What must be commented on. */
  readonly warned: string
  /** Words that the receipt shows. */
  readonly shown: readonly string[]
  /** Changed after the return, and by the amendment. */
  readonly mended: Change
  readonly amended: Change
}

/** One field of the row typed otherwise, and the line that the list of versions then shows. */
export interface Change {
  readonly typed: Typed
  readonly line: string
}

/** Zero in every figure that must be filled in. */
export const zeros = ({ rows }: Form): Typed =>
  Object.fromEntries(
    (rows ? fieldsOf(rows.schema) : [])
      .filter((field) => isFigure(field) && !field.optional)
      .map(({ path }) => [path, '0']),
  )
