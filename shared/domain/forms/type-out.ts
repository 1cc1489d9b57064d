import { dayInWords } from '../day-in-words.ts'
import type { Draft, TwgReport, Typed } from '../report.ts'
import { readIn } from '../words/say.ts'
import type { NotAvailable } from './figure.ts'
import { typedFollowUp } from './follow-up.ts'
import { type Field, type Form, fieldsOf, type Row, valueAt } from './form.ts'
import { Header, Narrative, NilReturn } from './narrative.ts'

/** Values as they would be typed, by field path: reading them gives the same values again. */
export const typedOut = (fields: readonly Field[], values: Row): Typed =>
  Object.fromEntries(fields.map(({ path, kind }) => [path, typedValue(valueAt(values, path), kind)]))

const typedValue = (value: unknown, kind: Field['kind']): string => {
  // a draft is everybody's, whoever begins it
  if (kind === 'date' && typeof value === 'string' && value !== '') return readIn(undefined, () => dayInWords(value))
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'object' ? `n/a: ${(value as NotAvailable).notAvailable}` : String(value ?? '')
}

/** A submitted version as a draft again, as its author left it: nothing has to be entered twice. */
export const draftFrom = (form: Form, { content, submittedAt, submittedBy, amendment }: TwgReport): Draft => {
  const { header, narrative, nil, actions, rows, comments, warnings } = content
  const rowFields = form.rows ? fieldsOf(form.rows.schema) : []
  return {
    header: typedOut(fieldsOf(Header()), header),
    narrative: narrative ? typedOut(fieldsOf(Narrative()), narrative) : {},
    ...(nil ? { nil: typedOut(fieldsOf(NilReturn()), nil) } : {}),
    ...(actions ? { actions: typedFollowUp(actions) } : {}),
    rows: rows.map((row) => typedOut(rowFields, row)),
    comments: { ...comments },
    ...(warnings ? { answered: { ...warnings } } : {}),
    ...(amendment ? { amendment } : {}),
    savedAt: submittedAt,
    savedBy: submittedBy.name,
  }
}
