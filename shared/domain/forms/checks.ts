import { isAvailable } from './figure.ts'
import { type Check, figureAt, type Row } from './form.ts'

const numbers = (row: Row, paths: readonly string[]): number[] | undefined => {
  const figures = paths.map((path) => figureAt(row, path))
  return figures.every(isAvailable) ? figures : undefined
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const spell = (value: number) => value.toLocaleString('en')

/** Parts add up to their total. Silent while any of the figures is not available. */
export const partsCheck = (id: string, parts: readonly string[], total: string, noun: string): Check => ({
  id,
  level: 'block',
  fields: [total, ...parts],
  test: (row) => {
    const values = numbers(row, parts)
    const whole = figureAt(row, total)
    if (!values || !isAvailable(whole) || sum(values) === whole) return undefined
    return `The parts add up to ${spell(sum(values))}, the ${noun} is ${spell(whole)}: make them agree`
  },
})

/** What was there + what came − what went = what is there. Silent while any of the figures is not available. */
export const balanceCheck = (
  id: string,
  paths: { opening: string; plus: readonly string[]; minus: readonly string[]; closing: string },
): Check => ({
  id,
  level: 'block',
  fields: [paths.closing, paths.opening, ...paths.plus, ...paths.minus],
  test: (row) => {
    const plus = numbers(row, [paths.opening, ...paths.plus])
    const minus = numbers(row, paths.minus)
    const closing = figureAt(row, paths.closing)
    if (!plus || !minus || !isAvailable(closing)) return undefined
    const expected = sum(plus) - sum(minus)
    return closing === expected
      ? undefined
      : `The movements of the quarter give ${spell(expected)}, the closing figure is ${spell(closing)}: mend it, or enter and explain an adjustment`
  },
})

/** Warnings for figures that leave their own past: outside 0.5–2 times the mean of the last four quarters, or zero after non-zero. */
export const trendChecks = (paths: readonly string[]): Check[] =>
  paths.map((path) => ({
    id: `trend:${path}`,
    level: 'warn',
    fields: [path],
    test: (row, { previous, lastFour }) => {
      const value = figureAt(row, path)
      if (!isAvailable(value)) return undefined
      const before = previous && figureAt(previous, path)
      if (value === 0)
        return isAvailable(before) && before > 0 ? `Zero, after ${spell(before)} last quarter` : undefined
      const past = lastFour.map((earlier) => figureAt(earlier, path)).filter(isAvailable)
      if (past.length === 0) return undefined
      const mean = sum(past) / past.length
      return value < mean / 2 || value > mean * 2
        ? `${spell(value)} is outside half to twice the mean of the last four quarters (${spell(Math.round(mean))})`
        : undefined
    },
  }))
