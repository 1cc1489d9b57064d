import { type Said, say } from '../../words/say.ts'
import { isAvailable } from '../figure.ts'
import type { Spell } from '../figure-in-words.ts'
import { type Check, figureAt, type Least, type Row, type Sum } from '../form.ts'

/** What a side of a sum can be. Both are the same while all of its figures are available. */
interface Range {
  readonly least: number
  readonly most: number
}

const ZERO: Range = { least: 0, most: 0 }

const addedUp = (row: Row, paths: readonly string[], least: Least, explained?: string): Range =>
  paths.reduce((total, path) => {
    const figure = figureAt(row, path)
    if (path === explained && !isAvailable(figure)) return total
    return isAvailable(figure)
      ? { least: total.least + figure, most: total.most + figure }
      : { least: total.least + least(row, path), most: Number.POSITIVE_INFINITY }
  }, ZERO)

interface Sides {
  readonly left: Range
  readonly right: Range
}

/** Both sides of a sum in a row. What is not available can be anything from its known parts up. */
export const sidesOf = (row: Row, sum: Sum, least: Least): Sides => {
  const [left, plus, minus] = [sum.left, sum.plus, sum.minus].map((paths) => addedUp(row, paths, least, sum.explained))
  const [added, taken] = [plus ?? ZERO, minus ?? ZERO]
  return { left: left ?? ZERO, right: { least: added.least - taken.most, most: added.most - taken.least } }
}

/** Whether a sum holds, or can still hold for some values of what is not available. */
const canHold = ({ left, right }: Sides, { relation }: Sum): boolean =>
  left.least <= right.most && (relation === 'at-most' || left.most >= right.least)

type SpellRange = (range: Range, path: string | undefined) => string
const rangesBy =
  (spell: Spell): SpellRange =>
  ({ least, most }, path) => {
    if (least === most) return spell(least, path)
    return Number.isFinite(least) ? say`at least ${spell(least, path)}` : say`at most ${spell(most, path)}`
  }

const sumCheck = (
  id: string,
  level: Check['level'],
  sum: Sum,
  broken: (sides: Sides, spell: SpellRange) => Said | undefined,
): Check => ({
  id,
  level,
  fields: [...sum.left, ...sum.plus, ...sum.minus],
  sum,
  test: (row, _, { spell, least }) => {
    const sides = sidesOf(row, sum, least)
    return canHold(sides, sum) ? undefined : broken(sides, rangesBy(spell))
  },
})

const SMALLEST_ROUNDED = 1000
/** A rounding hides at most this share of the total. */
const LARGEST_GAP = 1 / 200

/** Whether a total of two digits and zeros is its parts rounded: 7,500 ha for 407 + 7,097 ha (the sector's report for 2021). */
export const isRounding = (total: number, parts: number): boolean => {
  if (total < SMALLEST_ROUNDED || total === parts) return false
  const step = 10 ** (String(total).length - 2)
  return total % step === 0 && Math.abs(total - parts) <= Math.min(step / 2, total * LARGEST_GAP)
}

/** Parts add up to their total; a total that only rounds them is asked about and not refused. The words: `casualties by device`, `number of casualties`. */
export const partsChecks = (
  id: string,
  parts: readonly string[],
  total: string,
  { parts: partsNoun, total: noun }: { parts: Said; total: Said },
): Check[] => {
  const sum: Sum = { left: [total], relation: 'equals', plus: parts, minus: [] }
  const exact = sumCheck(id, 'block', sum, ({ left, right }, spell) =>
    isRounding(left.least, right.least)
      ? undefined
      : say`The ${partsNoun} add up to ${spell(right, parts[0])}, the ${noun} is ${spell(left, total)}: make them agree`,
  )
  const { sum: _, ...rounded } = sumCheck(`rounded:${id}`, 'warn', sum, ({ left, right }, spell) =>
    isRounding(left.least, right.least)
      ? say`The ${noun} of ${spell(left, total)} seems to be rounded, its parts add up to ${spell(right, parts[0])}`
      : undefined,
  )
  return [exact, rounded]
}

/** What was there + what came − what went = what is there. */
export const balanceCheck = (
  id: string,
  paths: {
    opening: string
    plus: readonly string[]
    minus: readonly string[]
    closing: string
    /** An adjustment by either sign. */
    explained?: string
  },
  mend = say`mend it, or enter and explain an adjustment`,
): Check =>
  sumCheck(
    id,
    'block',
    {
      left: [paths.closing],
      relation: 'equals',
      plus: [paths.opening, ...paths.plus, ...(paths.explained === undefined ? [] : [paths.explained])],
      minus: paths.minus,
      ...(paths.explained === undefined ? {} : { explained: paths.explained }),
    },
    ({ left, right }, spell) =>
      say`The movements of the quarter give ${spell(right, paths.closing)}, the closing figure is ${spell(left, paths.closing)}: ${mend}`,
  )

/** A part is not more than its whole, both as sums. @param says what must not exceed what: `Referrals completed must not exceed referrals made` */
export const atMostCheck = (
  id: string,
  less: readonly string[],
  whole: readonly string[],
  says: Said,
  level: Check['level'] = 'block',
): Check =>
  sumCheck(
    id,
    level,
    { left: less, relation: 'at-most', plus: whole, minus: [] },
    ({ left, right }, spell) => say`${says} (${spell(left, less[0])} against ${spell(right, whole[0])})`,
  )

/** Above zero, be it by its known parts alone, one figure needs another above zero. */
export const needsCheck = (id: string, figure: string, needed: string, says: Said): Check => ({
  id,
  level: 'block',
  fields: [needed, figure],
  needs: [figure, needed],
  test: (row, _, { least }) => (least(row, figure) > 0 && figureAt(row, needed) === 0 ? says : undefined),
})
