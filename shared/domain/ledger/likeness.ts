import { daysBetween } from '../calendar-days.ts'
import { canonical } from '../canonical.ts'
import type { Movement } from './movement.ts'
import type { NewMovement } from './new-contribution.ts'

/** A movement as recorded, and one that is wanted. */
interface Pair {
  readonly was: Movement
  readonly is: NewMovement
}

/** Movements that are wanted as they are recorded, each with the one it is. */
export const alikeIn = (recorded: readonly Movement[], wanted: readonly NewMovement[]): Pair[] => {
  const left = [...recorded]
  return wanted.flatMap((is) => {
    const index = left.findIndex((movement) => canonical(stepOf(movement)) === canonical(stepOf(is)))
    const [was] = index < 0 ? [] : left.splice(index, 1)
    return was === undefined ? [] : [{ was, is }]
  })
}

const stepOf = ({ type, date, precision, amount, usdCents, usdBasis }: Movement | NewMovement) => [
  [type, date, precision, amount.currency, amount.minor, usdCents],
  Object.entries(usdBasis).toSorted(),
]

/**
 * For which movement taken back each of those wanted stands in: the one that is exactly alike, else the likest that is left.
 * Beyond these, one that counts as the same and is dated no later than one that was wrong is a part of it. The rest is new.
 */
export const standInsOf = (
  takenBack: readonly Movement[],
  wanted: readonly NewMovement[],
): ReadonlyMap<NewMovement, Movement> => {
  const alike = alikeIn(takenBack, wanted)
  const wrong = takenBack.filter((movement) => !alike.some(({ was }) => was === movement))
  const standIns = new Map(alike.map(({ was, is }) => [is, was]))
  const pairs = wanted
    .filter((is) => !standIns.has(is))
    .flatMap((is) => wrong.map((was) => ({ was, is })))
    .toSorted(likestFirst)
  const left = new Set(wrong)
  for (const { was, is } of pairs.filter(mayStandIn)) {
    if (!standIns.has(is) && left.delete(was)) standIns.set(is, was)
  }
  for (const { was, is } of pairs.filter(isPart)) if (!standIns.has(is)) standIns.set(is, was)
  return standIns
}

/** What counts as something else stands in only where the day or the amount tells that it is the same money. */
const mayStandIn = (pair: Pair): boolean => pair.was.type === pair.is.type || !isOtherMoney(pair) || !isOfOtherDay(pair)

const isPart = ({ was, is }: Pair): boolean => was.type === is.type && is.date <= was.date

const isOtherMoney = ({ was, is }: Pair): boolean =>
  was.amount.currency !== is.amount.currency || was.amount.minor !== is.amount.minor

const isOfOtherDay = ({ was, is }: Pair): boolean => was.date !== is.date

/** By type, then amount, day and currency, then the nearest day. */
const likestFirst = (a: Pair, b: Pair): number => {
  const [ofA, ofB] = [differencesIn(a), differencesIn(b)]
  return ofA.map((difference, index) => difference - (ofB[index] ?? 0)).find((order) => order !== 0) ?? 0
}

const differencesIn = (pair: Pair): number[] => {
  const { was, is } = pair
  return [
    Number(was.type !== is.type),
    Number(isOtherMoney(pair)),
    Number(isOfOtherDay(pair)),
    Number(was.amount.currency !== is.amount.currency),
    Math.abs(daysBetween(was.date, is.date)),
  ]
}
