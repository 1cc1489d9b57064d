import { isAvailable } from '../figure.ts'
import { type Check, figureAt, type Least } from '../form.ts'

/**
 * How much there is of a figure at least: itself, or while it is not available, what the rules that must hold count as parts of it.
 * Nothing that is counted is below zero.
 */
export const leastBy = (checks: readonly Check[]): Least => {
  const breakdowns = new Map<string, (readonly string[])[]>()
  for (const { sum, level } of checks) {
    if (level !== 'block' || sum === undefined || sum.minus.length > 0) continue
    const [wholes, parts] = sum.relation === 'equals' ? [sum.left, sum.plus] : [sum.plus, sum.left]
    const [whole] = wholes
    if (whole !== undefined && wholes.length === 1) breakdowns.set(whole, [...(breakdowns.get(whole) ?? []), parts])
  }
  const least = (row: Parameters<Least>[0], path: string, wholes: readonly string[]): number => {
    const figure = figureAt(row, path)
    if (isAvailable(figure)) return figure
    if (wholes.includes(path)) return 0
    const sums = (breakdowns.get(path) ?? []).map((parts) =>
      parts.reduce((total, part) => total + least(row, part, [...wholes, path]), 0),
    )
    return Math.max(0, ...sums)
  }
  return (row, path) => least(row, path, [])
}
