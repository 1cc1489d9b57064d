import type { Figure } from '#shared/domain/forms/figure.ts'
import { isAvailable } from '#shared/domain/forms/figure.ts'
import type { Field, RowForm } from '#shared/domain/forms/form.ts'
import { readDate } from '#shared/domain/forms/read-date.ts'
import { chosenIn, optionsOf } from '#shared/domain/forms/read-fields.ts'
import { readFigure } from '#shared/domain/forms/read-figure.ts'
import { isFigure } from '#shared/domain/forms/table.ts'
import type { Typed } from '#shared/domain/report.ts'
import type { Sector } from '#shared/sector/schema.ts'
import type { Messages } from '../../messages/index.ts'

const figureText = (field: Field, figure: Figure, { formats }: Messages): string =>
  isAvailable(figure) ? formats.quantity(figure, field.unit) : formats.notAvailableBecause(figure.notAvailable)

/** What is no option stays as it was typed, also when it is a name that every object has. */
export const optionText = (options: Readonly<Record<string, string>>, value: string): string =>
  Object.hasOwn(options, value) ? (options[value] ?? value) : value

/** A stored value in words: `12,500 m²`, `n/a: …`, the option's label, the day. */
export const valueText = (field: Field, value: unknown, sector: Sector, t: Messages): string => {
  if (value === undefined || value === '') return ''
  if (isFigure(field)) return figureText(field, value as Figure, t)
  if (field.kind === 'choice') return optionText(optionsOf(field, sector), String(value))
  if (field.kind === 'choices') {
    const options = optionsOf(field, sector)
    return (Array.isArray(value) ? value : chosenIn(String(value))).map((one) => optionText(options, one)).join(', ')
  }
  return field.kind === 'date' ? t.formats.day(String(value)) : String(value)
}

/** What was typed, as it will be understood; as it stands where it cannot be. */
export const typedText = (field: Field, typed: string, sector: Sector, t: Messages): string => {
  if (isFigure(field)) {
    const read = readFigure(typed, field.kind)
    return 'figure' in read ? figureText(field, read.figure, t) : typed
  }
  if (field.kind === 'date') {
    const read = readDate(typed)
    return 'day' in read ? t.formats.day(read.day) : typed
  }
  return valueText(field, typed, sector, t)
}

/** `Xiengkhuang · MAG`; empty while nothing of it is chosen. */
export const rowText = (
  form: RowForm,
  fields: readonly Field[],
  row: Typed | Readonly<Record<string, unknown>>,
  sector: Sector,
  t: Messages,
): string =>
  form.key
    .map((path) => {
      const field = fields.find((candidate) => candidate.path === path)
      return field ? valueText(field, row[path], sector, t) : ''
    })
    .filter(Boolean)
    .join(' · ')
