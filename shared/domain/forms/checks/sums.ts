import { isAvailable } from '../figure.ts'
import type { Spell } from '../figure-in-words.ts'
import { type Check, figureAt, type Row, type Sum } from '../form.ts'

const addedUp = (row: Row, paths: readonly string[]): number | undefined => {
  const figures = paths.map((path) => figureAt(row, path))
  return figures.every(isAvailable) ? figures.reduce((total, value) => total + value, 0) : undefined
}

interface Sides {
  readonly left: number
  readonly right: number
}

/** Both sides of a sum in a row, or undefined while any of its figures is not available. */
export const sidesOf = (row: Row, sum: Sum): Sides | undefined => {
  const [left, plus, minus] = [sum.left, sum.plus, sum.minus].map((paths) => addedUp(row, paths))
  return left === undefined || plus === undefined || minus === undefined ? undefined : { left, right: plus - minus }
}

const sumCheck = (
  id: string,
  level: Check['level'],
  sum: Sum,
  broken: (sides: Sides, spell: Spell) => string | undefined,
): Check => ({
  id,
  level,
  fields: [...sum.left, ...sum.plus, ...sum.minus],
  sum,
  test: (row, _, spell) => {
    const sides = sidesOf(row, sum)
    if (!sides) return undefined
    const holds = sum.relation === 'equals' ? sides.left === sides.right : sides.left <= sides.right
    return holds ? undefined : broken(sides, spell)
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
  { parts: partsNoun, total: noun }: { parts: string; total: string },
): Check[] => {
  const sum: Sum = { left: [total], relation: 'equals', plus: parts, minus: [] }
  const exact = sumCheck(id, 'block', sum, ({ left, right }, spell) =>
    isRounding(left, right)
      ? undefined
      : `The ${partsNoun} add up to ${spell(right, parts[0])}, the ${noun} is ${spell(left, total)}: make them agree`,
  )
  const { sum: _, ...rounded } = sumCheck(`rounded:${id}`, 'warn', sum, ({ left, right }, spell) =>
    isRounding(left, right)
      ? `The ${noun} of ${spell(left, total)} seems to be rounded, its parts add up to ${spell(right, parts[0])}`
      : undefined,
  )
  return [exact, rounded]
}

/** What was there + what came − what went = what is there. */
export const balanceCheck = (
  id: string,
  paths: { opening: string; plus: readonly string[]; minus: readonly string[]; closing: string },
  mend = 'mend it, or enter and explain an adjustment',
): Check =>
  sumCheck(
    id,
    'block',
    { left: [paths.closing], relation: 'equals', plus: [paths.opening, ...paths.plus], minus: paths.minus },
    ({ left, right }, spell) =>
      `The movements of the quarter give ${spell(right, paths.closing)}, the closing figure is ${spell(left, paths.closing)}: ${mend}`,
  )

/** A part is not more than its whole, both as sums. @param says what must not exceed what: `Referrals completed must not exceed referrals made` */
export const atMostCheck = (
  id: string,
  less: readonly string[],
  whole: readonly string[],
  says: string,
  level: Check['level'] = 'block',
): Check =>
  sumCheck(
    id,
    level,
    { left: less, relation: 'at-most', plus: whole, minus: [] },
    ({ left, right }, spell) => `${says} (${spell(left, less[0])} against ${spell(right, whole[0])})`,
  )

/** Above zero, one figure needs another above zero. */
export const needsCheck = (id: string, figure: string, needed: string, says: string): Check => ({
  id,
  level: 'block',
  fields: [needed, figure],
  needs: [figure, needed],
  test: (row) => {
    const value = figureAt(row, figure)
    return isAvailable(value) && value > 0 && figureAt(row, needed) === 0 ? says : undefined
  },
})
