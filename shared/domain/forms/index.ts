import { forms } from './every-form.ts'
import type { Form, RowForm } from './form.ts'

/** The form of a TWG, or undefined for a group that does not report. */
export const formOf = (twg: string): Form | undefined => forms.find((form) => form.twg === twg)

export const rowFormOf = (twg: string): RowForm | undefined => formOf(twg)?.rows
