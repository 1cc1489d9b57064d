import { areaInWords, numberInWords } from '../number-in-words.ts'
import type { Field } from './form.ts'

/** A figure with what it is in, as its field says: `8,120,000 m² (812 ha)`, `1 person`, `412 people`, `12,500 USD`. */
export const figureInWords = (value: number, { unit, counts }: Pick<Field, 'unit' | 'counts'>): string => {
  if (unit === 'm²') return areaInWords(value)
  return [numberInWords(value), unit ?? counts?.[value === 1 ? 0 : 1]].filter((word) => word !== undefined).join(' ')
}

/** Spells a figure of the field at a path. */
export type Spell = (value: number, path: string | undefined) => string

/** How the figures of these fields are spelt in sentences about them. */
export const spellingOf = (fields: readonly Field[]): Spell => {
  const byPath = new Map(fields.map((field) => [field.path, field]))
  return (value, path) => figureInWords(value, byPath.get(path ?? '') ?? {})
}
