import { dayInWords } from '#shared/domain/day-in-words.ts'
import { type Field, type Row, valueAt } from '#shared/domain/forms/form.ts'
import { numberInWords } from '#shared/domain/number-in-words.ts'
import type { Sector } from '#shared/sector/schema.ts'
import type { MailWords } from '../words/mail-words.ts'

export interface FieldValue {
  readonly label: string
  readonly value: string
  readonly groups: readonly string[]
}

/** What was sent for each field, in words and with its unit; a field without an answer is left out, zero and "not available" are not. */
export const fieldValues = (
  fields: readonly Field[],
  row: Row,
  sector: Pick<Sector, 'provinces'>,
  words: MailWords,
): FieldValue[] =>
  fields
    .map((field) => ({
      label: field.label,
      value: answerIn(field, valueAt(row, field.path), sector, words),
      groups: field.groups,
    }))
    .filter(({ value }) => value !== '')

const answerIn = (field: Field, value: unknown, sector: Pick<Sector, 'provinces'>, words: MailWords): string => {
  if (typeof value === 'number') return [numberInWords(value), field.unit ?? ''].join(' ').trim()
  if (typeof value === 'object' && value !== null && 'notAvailable' in value) {
    return words.receipt.notAvailable(String(value.notAvailable))
  }
  if (Array.isArray(value)) return value.map((one) => answerIn(field, one, sector, words)).join(', ')
  const text = typeof value === 'string' ? value : ''
  if (field.kind === 'date' && text !== '') return dayInWords(text, words.calendar)
  if (field.options === 'provinces') return sector.provinces.find(({ code }) => code === text)?.name ?? text
  return typeof field.options === 'object' ? (field.options[text] ?? text) : text
}
