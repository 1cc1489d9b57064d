import type { Field } from '#shared/domain/forms/form.ts'

/** What was answered in one part of a report, to be checked or kept. */
export interface Answers {
  readonly heading: string
  readonly fields: readonly Field[]
  /** The value of a field in words; empty when nothing was given. */
  readonly text: (field: Field) => string
  /** The page on which it can be changed; nothing when it is only read. */
  readonly changePath?: string
}

/** Each field with its value in words. Optional fields that were left empty are not listed, others say `nothing`. */
export const givenAnswers = ({ fields, text }: Answers, nothing: string) =>
  fields
    .map((field) => ({ field, value: text(field) }))
    .filter(({ field, value }) => value !== '' || !field.optional)
    .map(({ field, value }) => ({ field, value: value || nothing }))
