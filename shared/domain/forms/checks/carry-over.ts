import { say } from '../../words/say.ts'
import { isAvailable } from '../figure.ts'
import { type CarryOver, type Check, figureAt, type Row } from '../form.ts'

/** What a row leaves to the next quarter; undefined while any of its figures is not available. */
export const leftBy = (row: Row, { plus, minus }: CarryOver): number | undefined => {
  const [added, taken] = [plus, minus].map((paths) => paths.map((path) => figureAt(row, path)))
  if (!added?.every(isAvailable) || !taken?.every(isAvailable)) return undefined
  return added.reduce((sum, value) => sum + value, 0) - taken.reduce((sum, value) => sum + value, 0)
}

/** What was left at the end of a quarter is there at the start of the next; only an adjustment of that very size explains a difference. */
export const continuityCheck = (opening: string, left: Omit<CarryOver, 'opening'>): Check => {
  const carries: CarryOver = { opening, ...left }
  return {
    id: `continuity:${opening}`,
    level: 'warn',
    fields: [opening],
    carries,
    test: (row, { previous }, { spell }) => {
      const [starts, ended] = [figureAt(row, opening), previous && leftBy(previous, carries)]
      if (!isAvailable(starts) || ended === undefined || starts === ended) return undefined
      const adjusted = carries.adjustment === undefined ? undefined : figureAt(row, carries.adjustment)
      if (isAvailable(adjusted) && starts + adjusted === ended) return undefined
      const says = say`${spell(starts, opening)} at the start of the quarter, but the last report closed with ${spell(ended, opening)}`
      return isAvailable(adjusted) && adjusted !== 0
        ? say`${says}; an adjustment of ${spell(adjusted, opening)} does not explain the difference of ${spell(ended - starts, opening)}`
        : says
    },
  }
}
