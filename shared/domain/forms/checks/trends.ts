import { numberInWords } from '../../number-in-words.ts'
import type { Counted } from '../field.ts'
import { isAvailable, totalOf } from '../figure.ts'
import { type Check, figureAt, type Row, type RowHistory } from '../form.ts'

/** A figure that is followed over time: one field, or the total of several under the name of what they count. */
export type Followed = string | { readonly name: string; readonly paths: readonly string[] }

const pathsOf = (followed: Followed): readonly string[] => (typeof followed === 'string' ? [followed] : followed.paths)

/** Of a row, what is available of it; undefined without any. */
const knownOf = (row: Row, paths: readonly string[]): number | undefined =>
  totalOf(paths.map((path) => figureAt(row, path))).value

/** The mean of the last four quarters as far as they are available; undefined without any. */
export const trailingMean = ({ lastFour }: RowHistory, paths: readonly string[]): number | undefined => {
  const past = lastFour.map((earlier) => knownOf(earlier, paths)).filter(isAvailable)
  return past.length === 0 ? undefined : past.reduce((total, value) => total + value, 0) / past.length
}

/** Outside half to twice the mean of what was before. */
export const leavesPast = (value: number, mean: number): boolean => value < mean / 2 || value > mean * 2

/**
 * Warnings for figures that leave their own past: outside 0.5–2 times the mean of the last four quarters, or zero after non-zero.
 * Where a total is followed, its parts are not.
 * @param rises false where another rule asks about a rise
 */
export const trendChecks = (followed: readonly Followed[], { rises = true } = {}): Check[] =>
  followed.map((one) => {
    const paths = pathsOf(one)
    const [path = ''] = paths
    const says = (sentence: string) => (typeof one === 'string' ? sentence : `${one.name}: ${sentence}`)
    return {
      id: `trend:${path}`,
      level: 'warn',
      fields: paths,
      test: (row, history, { spell }) => {
        const value = knownOf(row, paths)
        if (value === undefined) return undefined
        const before = history.previous && knownOf(history.previous, paths)
        if (value === 0) {
          const isZero = paths.every((part) => figureAt(row, part) === 0)
          return isZero && before !== undefined && before > 0
            ? says(`Zero, after ${spell(before, path)} last quarter`)
            : undefined
        }
        const mean = trailingMean(history, paths)
        if (mean === undefined || !leavesPast(value, mean) || (value > mean && !rises)) return undefined
        return says(
          `${spell(value, path)}, outside half to twice the mean of the last four quarters (${spell(Math.round(mean), path)})`,
        )
      },
    }
  })

/** What to say of a figure that is at least twice the mean of the last four quarters; undefined when it is not, or there is no past. */
export const spikeIn = (row: Row, history: RowHistory, path: string, noun: Counted): string | undefined => {
  const value = figureAt(row, path)
  const mean = trailingMean(history, [path])
  if (!isAvailable(value) || value === 0 || mean === undefined || value < mean * 2) return undefined
  const said = (figure: number) => `${numberInWords(figure)} ${noun[figure === 1 ? 0 : 1]}`
  return `${said(value)}, at least twice the mean of the last four quarters (${said(Math.round(mean * 10) / 10)})`
}
