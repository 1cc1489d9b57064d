import type { Sector } from '#shared/sector/schema.ts'
import type { Typed } from '../report.ts'
import { type Said, say } from '../words/say.ts'
import { type Field, fullName, type Row, stepsOf } from './form.ts'
import { readDate } from './read-date.ts'
import { readFigure } from './read-figure.ts'
import { inOneLine, readText } from './read-text.ts'

export interface FieldMistake {
  readonly field: string
  /** What to do, without saying where. */
  readonly mistake: Said
  /** The same after the field's full name, as it is said away from the field. */
  readonly message: Said
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
    if ('mistake' in read)
      mistakes.push({ field: field.path, mistake: read.mistake, message: say`${fullName(field)}: ${read.mistake}` })
    else if (read.value !== undefined) place(values, field.path, read.value)
  }
  return { values, mistakes }
}

const readField = (field: Field, typed: string, sector: Sector): { value: unknown } | { mistake: Said } => {
  const raw = readRaw(field, typed, sector)
  if ('mistake' in raw) return raw
  const checked = field.schema.safeParse(raw.value)
  return checked.success ? { value: checked.data } : { mistake: tooMuch(field) }
}

const tooMuch = ({ kind }: Field): Said =>
  kind === 'percent' ? say`Enter a share from 0 to 100` : say`Enter a smaller number`

const readRaw = (field: Field, typed: string, sector: Sector): { value: unknown } | { mistake: Said } => {
  switch (field.kind) {
    case 'text':
    case 'long-text': {
      const read = readText(typed, field.longest === undefined ? {} : { longest: field.longest })
      if ('mistake' in read) return read
      const text = field.kind === 'text' ? inOneLine(read.text) : read.text
      return text === '' && field.optional !== true ? { mistake: say`Fill this in` } : { value: text }
    }
    case 'date': {
      if (field.optional === true && typed.trim() === '') return { value: '' }
      const read = readDate(typed)
      return 'mistake' in read ? read : { value: read.day }
    }
    case 'choices':
      return readChoices(field, typed, sector)
    case 'choice':
      if (field.optional === true && typed === '') return { value: '' }
      if (Object.hasOwn(optionsOf(field, sector), typed)) return { value: typed }
      return { mistake: typed === '' ? say`Choose one of the list` : notInList(typed) }
    default: {
      if (field.optional === true && typed.trim() === '') return { value: undefined }
      const read = readFigure(typed, field.kind)
      return 'mistake' in read ? read : { value: read.figure }
    }
  }
}

const notInList = (typed: string): Said => say`“${typed.slice(0, 40)}” is not in the list: choose one of it`

/** The several of a list that were typed, with commas or semicolons between; each once. */
export const chosenIn = (typed: string): string[] =>
  [...new Set(typed.split(/[,;]/).map((one) => one.trim()))].filter((one) => one !== '')

const readChoices = (field: Field, typed: string, sector: Sector): { value: unknown } | { mistake: Said } => {
  const chosen = chosenIn(typed)
  const options = optionsOf(field, sector)
  const unknown = chosen.find((one) => !Object.hasOwn(options, one))
  return unknown === undefined ? { value: chosen } : { mistake: notInList(unknown) }
}

/** Puts a value at `a.b`. The path comes from a schema, never from input. */
const place = (into: Record<string, unknown>, path: string, value: unknown): void => {
  const steps = stepsOf(path)
  const last = steps.length - 1
  let inner = into
  for (const step of steps.slice(0, last)) {
    inner[step] ??= {}
    inner = inner[step] as Record<string, unknown>
  }
  inner[steps[last] ?? ''] = value
}
