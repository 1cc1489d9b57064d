import { measuredBy } from './field.ts'
import { totalOf } from './figure.ts'
import { figureInWords } from './figure-in-words.ts'
import { type Field, fieldsOf, figureAt, fullName, type Row, type RowForm } from './form.ts'
import { isFigure } from './table.ts'

const MOST = 3

/**
 * What some rows hold most of, one figure for each thing that is counted, in words: `Land release, Area cleared: 4,000,000 m² (400 ha)`.
 * What happened in the quarter; where nothing did, what stood at its end. Empty where all is zero or not available.
 */
export const largestFigures = (form: RowForm, rows: readonly Row[]): string[] => {
  const sums = fieldsOf(form.schema)
    .filter((field) => isFigure(field) && isCounted(field))
    .map((field) => ({ field, value: totalOf(rows.map((row) => figureAt(row, field.path))).value ?? 0 }))
    .filter(({ value }) => value > 0)
    .toSorted((one, other) => other.value - one.value)
  const flows = sums.filter(({ field }) => measuredBy(field) === 'flow')
  const shown = flows.length > 0 ? flows : sums
  return shown
    .filter(({ field }, index) => shown.findIndex((one) => thing(one.field) === thing(field)) === index)
    .slice(0, MOST)
    .map(({ field, value }) => `${fullName(field)}: ${figureInWords(value, field)}`)
}

const isCounted = (field: Field): boolean =>
  field.within === undefined && field.kind !== 'adjustment' && measuredBy(field) !== 'share'

const thing = ({ unit, counts }: Field): string | undefined => unit ?? counts?.[1]
