import * as z from 'zod'
import type { Sector } from '#shared/sector/schema.ts'
import { addDays } from '../calendar-days.ts'
import { Instant, PlainDate } from '../dates.ts'

/** One donor's turn in the donor seat. */
export interface SeatTurn {
  readonly donor: string
  readonly from: PlainDate
  readonly until: PlainDate
  /** Why it is not as the alphabet has it; of the latest change that touched it. */
  readonly reason?: string
}

/**
 * What the secretariat changed in the order of the alphabet. Skipped: the donor of the turn that begins on `from` gives it up, and every
 * later donor moves up by one term. Swapped: two donors exchange their turns. Undone: the latest change that still counts is taken back.
 */
export const SeatChange = z.lazy(() =>
  z.strictObject({
    kind: z.enum(['skip', 'swap', 'undo']),
    from: PlainDate,
    /** The other turn of a swap. */
    with: PlainDate.optional(),
    /** Whose turn it was, for the history. */
    donor: z.string(),
    reason: z.string(),
    by: z.string(),
    at: Instant,
  }),
)
export type SeatChange = z.infer<typeof SeatChange>

const collator = new Intl.Collator('en')

/** The donors in the order of their turns. */
export const seatOrder = (sector: Sector) =>
  sector.donorSeat.donors.toSorted((a, b) => collator.compare(a.sortName ?? a.name, b.sortName ?? b.name))

/** A donor by its name, which stands alone in texts: some need an article and some do not. */
export const donorName = (donor: string, { donorSeat }: Sector): string =>
  donorSeat.donors.find(({ id }) => id === donor)?.name ?? donor

/** The day on which turn `index` begins, counted from 0. */
const turnStart = (index: number, { donorSeat: { from, termYears } }: Sector): PlainDate =>
  `${String(Number(from.slice(0, 4)) + index * termYears).padStart(4, '0')}${from.slice(4)}`

/** The turns from the beginning of the rotation to the one that covers `until`, in order: the alphabet with every change applied to it. */
export const seatTurns = (until: PlainDate, sector: Sector, changes: readonly SeatChange[] = []): SeatTurn[] => {
  let count = 0
  while (turnStart(count, sector) <= until) count++
  const order = seatOrder(sector)
  const looked = Math.max(count, ...changes.flatMap((change) => [change.from, change.with ?? '']).map(indexOf(sector)))
  // a skip takes one turn out, so one more is needed for each
  const turns: Placed[] = Array.from({ length: looked + 1 + changes.length }, (_, index) => ({
    donor: order[index % order.length]?.id ?? '',
  }))
  for (const change of countingChanges(changes)) apply(turns, change, sector)
  return turns.slice(0, count).map((turn, index) => ({
    ...turn,
    from: turnStart(index, sector),
    until: addDays(turnStart(index + 1, sector), -1),
  }))
}

/** The changes that were not taken back, oldest first. */
export const countingChanges = (changes: readonly SeatChange[]): SeatChange[] => {
  const counting: SeatChange[] = []
  for (const change of changes) {
    if (change.kind === 'undo') counting.pop()
    else counting.push(change)
  }
  return counting
}

interface Placed {
  readonly donor: string
  readonly reason?: string
}

/** Which turn begins on a day, counted from 0. */
const indexOf =
  (sector: Sector) =>
  (from: PlainDate): number => {
    let index = 0
    while (turnStart(index, sector) < from) index++
    return index
  }

const apply = (turns: Placed[], change: SeatChange, sector: Sector): void => {
  const index = indexOf(sector)(change.from)
  const { reason } = change
  if (change.kind === 'skip') {
    turns.splice(index, 1)
    const next = turns[index]
    if (next) turns[index] = { ...next, reason }
    return
  }
  const other = indexOf(sector)(change.with ?? change.from)
  const [first, second] = [turns[index], turns[other]]
  if (!first || !second) return
  turns[index] = { donor: second.donor, reason }
  turns[other] = { donor: first.donor, reason }
}

/** The turn that covers `day`, or undefined before the rotation began. */
export const seatTurnOn = (day: PlainDate, sector: Sector, changes: readonly SeatChange[] = []): SeatTurn | undefined =>
  seatTurns(day, sector, changes).at(-1)

/** A donor that a turn passed to, and the number of changes by which it did. */
export interface TurnHolder {
  readonly donor: string
  readonly changes: number
}

/** Whose the turn that begins on `from` has been, oldest first: the alphabet's donor, then each that a change gave it to. */
export const turnHolders = (from: PlainDate, sector: Sector, changes: readonly SeatChange[]): TurnHolder[] =>
  Array.from({ length: changes.length + 1 }, (_, count) => ({
    donor: seatTurnOn(from, sector, changes.slice(0, count))?.donor ?? '',
    changes: count,
  })).filter(({ donor }, index, all) => donor !== all[index - 1]?.donor)

/** Days before a turn ends at which its holder hands over, early enough to meet. */
export const HAND_OVER_DAYS = 14

/** The day on which the holder before the turn that begins on `from` hands over to it. */
export const handOverDay = (from: PlainDate): PlainDate => addDays(from, -HAND_OVER_DAYS)
