import { type Figure, isKept, type Skipped } from './figure.ts'

const HEADS = ['figure', 'measured', 'budget', '', 'from']

/** The figures as one table of text. */
export const figureTable = (figures: readonly (Figure | Skipped)[]): string => {
  const rows = [HEADS, ...figures.map(rowOf)]
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((text, column) => padded(text, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const padded = (text: string, width: number, column: number) =>
  column === 1 || column === 2 ? text.padStart(width) : text.padEnd(width)

const rowOf = (figure: Figure | Skipped): string[] => {
  if ('skipped' in figure) return [figure.name, '–', '–', 'skipped', figure.skipped]
  const { name, unit, value, budget, detail = '' } = figure
  const verdict = { true: 'ok', false: 'over', undefined: '' }[String(isKept(figure))] ?? ''
  const limit =
    budget === undefined
      ? '–'
      : 'atMost' in budget
        ? `≤ ${quantity(budget.atMost, unit)}`
        : `≥ ${quantity(budget.atLeast, unit)}`
  return [name, quantity(value, unit, 2), limit, verdict, detail]
}

const quantity = (value: number, unit: Figure['unit'], digits = 1) =>
  `${value.toFixed(unit === 'KB' || (unit === '' && Number.isInteger(value)) ? 0 : digits)}${unit === '' ? '' : ` ${unit}`}`
