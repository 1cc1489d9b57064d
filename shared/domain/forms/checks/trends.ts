import { numberInWords } from '../../number-in-words.ts'
import type { Counted } from '../field.ts'
import { isAvailable } from '../figure.ts'
import { type Check, figureAt, type Row, type RowHistory } from '../form.ts'

/** The mean of the last four quarters as far as they are available; undefined without any. */
export const trailingMean = ({ lastFour }: RowHistory, path: string): number | undefined => {
  const past = lastFour.map((earlier) => figureAt(earlier, path)).filter(isAvailable)
  return past.length === 0 ? undefined : past.reduce((total, value) => total + value, 0) / past.length
}

/** Outside half to twice the mean of what was before. */
export const leavesPast = (value: number, mean: number): boolean => value < mean / 2 || value > mean * 2

/** Warnings for figures that leave their own past: outside 0.5–2 times the mean of the last four quarters, or zero after non-zero. */
export const trendChecks = (paths: readonly string[]): Check[] =>
  paths.map((path) => ({
    id: `trend:${path}`,
    level: 'warn',
    fields: [path],
    test: (row, history, { spell }) => {
      const value = figureAt(row, path)
      if (!isAvailable(value)) return undefined
      const before = history.previous && figureAt(history.previous, path)
      if (value === 0)
        return isAvailable(before) && before > 0 ? `Zero, after ${spell(before, path)} last quarter` : undefined
      const mean = trailingMean(history, path)
      if (mean === undefined) return undefined
      return leavesPast(value, mean)
        ? `${spell(value, path)}, outside half to twice the mean of the last four quarters (${spell(Math.round(mean), path)})`
        : undefined
    },
  }))

/** What to say of a figure that is at least twice the mean of the last four quarters; undefined when it is not, or there is no past. */
export const spikeIn = (row: Row, history: RowHistory, path: string, noun: Counted): string | undefined => {
  const value = figureAt(row, path)
  const mean = trailingMean(history, path)
  if (!isAvailable(value) || value === 0 || mean === undefined || value < mean * 2) return undefined
  const said = (figure: number) => `${numberInWords(figure)} ${noun[figure === 1 ? 0 : 1]}`
  return `${said(value)}, at least twice the mean of the last four quarters (${said(Math.round(mean * 10) / 10)})`
}
