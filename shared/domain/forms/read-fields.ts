import type { Sector } from '#shared/sector/schema.ts'
import type { Typed } from '../report.ts'
import type { Field, Row } from './form.ts'
import { readDate } from './read-date.ts'
import { readFigure } from './read-figure.ts'

export interface FieldMistake {
  readonly field: string
  readonly message: string
}

/** What a choice may be, value → label. */
export const optionsOf = (field: Field, sector: Sector): Readonly<Record<string, string>> => {
  if (field.options === 'provinces') return Object.fromEntries(sector.provinces.map(({ code, name }) => [code, name]))
  if (field.options === 'operators') return Object.fromEntries(sector.operators.map((name) => [name, name]))
  return field.options ?? {}
}

/** Reads what was typed into the nested values of a schema. Only the schema's own fields are looked at; the rest is ignored. */
export const readFields = (
  fields: readonly Field[],
  typed: Typed,
  sector: Sector,
): { readonly values: Row; readonly mistakes: readonly FieldMistake[] } => {
  const values: Record<string, unknown> = {}
  const mistakes: FieldMistake[] = []
  for (const field of fields) {
    const read = readField(field, Object.hasOwn(typed, field.path) ? (typed[field.path] ?? '') : '', sector)
    if ('mistake' in read) mistakes.push({ field: field.path, message: `${field.label}: ${read.mistake}` })
    else place(values, field.path, read.value)
  }
  return { values, mistakes }
}

const readField = (field: Field, typed: string, sector: Sector): { value: unknown } | { mistake: string } => {
  const raw = readRaw(field, typed, sector)
  if ('mistake' in raw) return raw
  const checked = field.schema.safeParse(raw.value)
  return checked.success ? { value: checked.data } : { mistake: tooLong(field, typed) ?? 'Enter a smaller number' }
}

const tooLong = (field: Field, typed: string): string | undefined =>
  field.kind === 'text' || field.kind === 'long-text'
    ? `Shorten the text; it has ${typed.trim().length.toLocaleString('en')} characters`
    : undefined

const readRaw = (field: Field, typed: string, sector: Sector): { value: unknown } | { mistake: string } => {
  switch (field.kind) {
    case 'text':
    case 'long-text': {
      const text = typed.replace(/\r\n?/g, '\n').trim()
      return text === '' && field.optional !== true ? { mistake: 'Fill this in' } : { value: text }
    }
    case 'date': {
      const read = readDate(typed)
      return 'mistake' in read ? read : { value: read.day }
    }
    case 'choice':
      return Object.hasOwn(optionsOf(field, sector), typed) ? { value: typed } : { mistake: 'Choose one of the list' }
    default: {
      const read = readFigure(typed, field.kind)
      return 'mistake' in read ? read : { value: read.figure }
    }
  }
}

/** Puts a value at `a.b`. The path comes from a schema, never from input. */
const place = (into: Record<string, unknown>, path: string, value: unknown): void => {
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    into[head] = value
    return
  }
  const inner = (into[head] ?? {}) as Record<string, unknown>
  into[head] = inner
  place(inner, rest.join('.'), value)
}
