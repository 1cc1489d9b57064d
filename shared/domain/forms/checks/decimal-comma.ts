import { say } from '../../words/say.ts'
import { isAvailable } from '../figure.ts'
import { type Check, type Field, figureAt, type Means, type Row, type RowHistory, type Sum } from '../form.ts'
import { inSigns } from '../read-figure.ts'
import { leftBy } from './carry-over.ts'
import { leavesPast, trailingMean } from './trends.ts'

/** Thousands, or a comma before the decimals: `12,125 ha`. */
const TWOFOLD = /^\+?([1-9]\d{0,2}),(\d{3})\s*ha$/i

const ABOUT_TYPING = 'comma:'
/** Whether a warning, by its key, asks how something was typed: in the next version it is typed otherwise, and nothing is asked. */
export const asksAboutTyping = (key: string): boolean => key.startsWith(ABOUT_TYPING)

/**
 * Hectares are read with commas between thousands, as the sector writes them (2,543 ha). One comma may also stand before decimals, as
 * in Lao: that is asked about, unless a sum with a figure written otherwise, or the row's own past, leaves one reading only.
 */
export const decimalCommaChecks = (fields: readonly Field[], checks: readonly Check[]): Check[] =>
  fields
    .filter(({ kind }) => kind === 'area')
    .map(({ path }) => {
      const sums = checks.flatMap(({ sum }) => (sum?.relation === 'equals' ? [sum] : [])).filter(names(path))
      const carried = checks.flatMap(({ carries }) => (carries?.opening === path ? [carries] : []))
      return {
        id: `${ABOUT_TYPING}${path}`,
        level: 'warn',
        fields: [path],
        test: (row, history, means) => {
          const [value, typed] = [figureAt(row, path), inSigns(means.typed[path] ?? '')]
          const [, whole, decimals] = TWOFOLD.exec(typed) ?? []
          if (!isAvailable(value) || whole === undefined) return undefined
          const begun = carried.some((left) => history.previous && leftBy(history.previous, left) === value)
          if (begun || isUsual(value, history, path) || sums.some((sum) => fixesScale(row, sum, means)))
            return undefined
          return say`“${typed}” is read as ${means.spell(value, path)}: say that this is meant, or write decimals with a point, as ${whole}.${decimals ?? ''} ha`
        },
      }
    })

const pathsOf = ({ left, plus, minus }: Sum) => [...left, ...plus, ...minus]
const names = (path: string) => (sum: Sum) => pathsOf(sum).includes(path)

const isUsual = (value: number, history: RowHistory, path: string): boolean => {
  const mean = trailingMean(history, [path])
  return mean !== undefined && mean > 0 && !leavesPast(value, mean)
}

/**
 * A thousandth of every figure would keep the sum as well, but for one that is written in a single way. While one cannot be read, the
 * sum is not weighed yet.
 */
const fixesScale = (row: Row, sum: Sum, { typed }: Means): boolean => {
  const paths = pathsOf(sum)
  if (paths.some((path) => figureAt(row, path) === undefined)) return true
  return (
    paths.every((path) => isAvailable(figureAt(row, path))) &&
    paths.some((path) => figureAt(row, path) !== 0 && !TWOFOLD.test(inSigns(typed[path] ?? '')))
  )
}
