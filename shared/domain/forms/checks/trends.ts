import { numberInWords } from '../../number-in-words.ts'
import { type Said, say } from '../../words/say.ts'
import type { Counted } from '../field.ts'
import { isAvailable, totalOf } from '../figure.ts'
import { type Check, type Field, figureAt, type Row, type RowHistory } from '../form.ts'
import { isFigure } from '../table.ts'

/** A figure that is followed over time: one field, or the total of several under the name of what they count. */
export type Followed = string | { readonly name: string; readonly paths: readonly string[] }

interface Tolerance {
  /** False where another rule asks about a rise. @default true */
  readonly rises?: boolean
  /** While the figure and its mean are both below it, half or twice says nothing. @default 5 */
  readonly small?: number
  /** A percentage: how many points it may be from its mean, instead of half to twice. */
  readonly points?: number
}

/** Two visits after one are no trend. */
const SMALL = 5
/** Points of a percentage. */
const POINTS = 25

const pathsOf = (followed: Followed): readonly string[] => (typeof followed === 'string' ? [followed] : followed.paths)

/** Of a row, what is available of it; undefined without any. */
const knownOf = (row: Row, paths: readonly string[]): number | undefined =>
  totalOf(paths.map((path) => figureAt(row, path))).value

const knownBefore = ({ lastFour }: RowHistory, paths: readonly string[]): number[] =>
  lastFour.map((earlier) => knownOf(earlier, paths)).filter(isAvailable)

/** The mean of the last four quarters as far as they are available; undefined without any. */
export const trailingMean = (history: RowHistory, paths: readonly string[]): number | undefined => {
  const past = knownBefore(history, paths)
  return past.length === 0 ? undefined : past.reduce((total, value) => total + value, 0) / past.length
}

/** Outside half to twice the mean of what was before. */
export const leavesPast = (value: number, mean: number): boolean => value < mean / 2 || value > mean * 2

/**
 * Warnings for figures that leave their own past: outside 0.5–2 times the mean of the last four quarters, or zero after non-zero.
 * Where a total is followed, its parts are not.
 */
export const trendChecks = (followed: readonly Followed[], tolerance: Tolerance = {}): Check[] =>
  followed.map((one) => {
    const paths = pathsOf(one)
    const [path = ''] = paths
    const says = (sentence: Said | undefined) =>
      sentence === undefined || typeof one === 'string' ? sentence : say`${one.name}: ${sentence}`
    return {
      id: `trend:${path}`,
      level: 'warn',
      fields: paths,
      test: (row, history, { spell }) => {
        const [value, mean] = [knownOf(row, paths), trailingMean(history, paths)]
        if (value === undefined || mean === undefined) return undefined
        const spelt = (figure: number) => spell(figure, path)
        if (paths.every((part) => figureAt(row, part) === 0))
          return says(zeroAfter(history, paths, mean, tolerance, spelt))
        return value === 0 ? undefined : says(farFrom(value, mean, tolerance, spelt))
      },
    }
  })

type Spelt = (figure: number) => string

/** A mean, to a tenth where it is small. */
const meanIn = (mean: number, spelt: Spelt): string => spelt(mean < 10 ? Math.round(mean * 10) / 10 : Math.round(mean))

/** Zero where the newest figure known was above it, or where the mean was no small one. */
const zeroAfter = (
  history: RowHistory,
  paths: readonly string[],
  mean: number,
  { small = SMALL }: Tolerance,
  spelt: Spelt,
): Said | undefined => {
  const last = history.previous && knownOf(history.previous, paths)
  if (last !== undefined && last > 0) return say`Zero, after ${spelt(last)} last quarter`
  const [newest = 0] = knownBefore(history, paths)
  if (newest === 0 && (mean === 0 || mean < small)) return undefined
  return say`Zero, after a mean of ${meanIn(mean, spelt)} in the last four quarters`
}

const farFrom = (
  value: number,
  mean: number,
  { rises = true, small = SMALL, points }: Tolerance,
  spelt: Spelt,
): Said | undefined => {
  if (value > mean && !rises) return undefined
  if (points !== undefined)
    return Math.abs(value - mean) > points
      ? say`${spelt(value)}, more than ${points} points from the mean of the last four quarters (${meanIn(mean, spelt)})`
      : undefined
  if ((value < small && mean < small) || !leavesPast(value, mean)) return undefined
  return say`${spelt(value)}, outside half to twice the mean of the last four quarters (${meanIn(mean, spelt)})`
}

/**
 * Follows every figure that no check of the form follows yet. Not what is a part of a total, or of a figure beside it; not what
 * must begin as it ended, nor an adjustment, which need their own reasons. People by sex and age without a total are followed as one.
 */
export const trendsOfFields = (fields: readonly Field[], checks: readonly Check[]): Check[] => {
  const followed = new Set(checks.filter(({ id }) => id.startsWith('trend:')).flatMap((check) => check.fields))
  const parts = checks.flatMap(({ sum }) => (sum?.relation === 'equals' && sum.minus.length === 0 ? sum.plus : []))
  const carried = checks.flatMap(({ carries }) => (carries ? [carries.opening] : []))
  const explained = new Set([...parts, ...carried])
  const left = fields.filter(
    (field) =>
      isFigure(field) &&
      field.kind !== 'adjustment' &&
      field.within === undefined &&
      !followed.has(field.path) &&
      !explained.has(field.path),
  )
  const people = left.filter((field) => isDisaggregated(field, fields))
  const groups = [...new Set(people.map(groupOf))]
  return [
    ...trendChecks(groups.map((group) => asOne(people.filter((field) => groupOf(field) === group)))),
    ...left
      .filter((field) => !people.includes(field))
      .flatMap(({ path, kind }) => trendChecks([path], kind === 'percent' ? { points: POINTS } : {})),
  ]
}

const groupOf = ({ path }: Pick<Field, 'path'>): string => path.slice(0, path.lastIndexOf('.') + 1)

/** Whether its group says of how many among them something holds. */
const isDisaggregated = (field: Field, fields: readonly Field[]): boolean =>
  fields.some((other) => other.within !== undefined && groupOf(other) + other.within === field.path)

const asOne = (cells: readonly Field[]): Followed => ({
  name: cells[0]?.groups.at(-1) ?? '',
  paths: cells.map(({ path }) => path),
})

/** What to say of a figure that is at least twice the mean of the last four quarters; undefined when it is not, or there is no past. */
export const spikeIn = (row: Row, history: RowHistory, path: string, noun: Counted): Said | undefined => {
  const value = figureAt(row, path)
  const mean = trailingMean(history, [path])
  if (!isAvailable(value) || value === 0 || mean === undefined || value < mean * 2) return undefined
  const said = (figure: number) => `${numberInWords(figure)} ${noun[figure === 1 ? 0 : 1]}`
  return say`${said(value)}, at least twice the mean of the last four quarters (${said(Math.round(mean * 10) / 10)})`
}
