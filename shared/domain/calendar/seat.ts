import * as z from 'zod'
import type { Sector } from '#shared/sector/schema.ts'
import { addDays, PlainDate } from '../dates.ts'

/** The donor seat rotates alphabetically by protocol sort name; a turn may be skipped or swapped, with a reason. */
export const SeatTurn = z.lazy(() =>
  z.strictObject({
    donor: z.string(),
    from: PlainDate,
    until: PlainDate,
    reason: z.string().optional(),
  }),
)
export type SeatTurn = z.infer<typeof SeatTurn>

const collator = new Intl.Collator('en')

/** The donors in the order of their turns. */
export const seatOrder = (sector: Sector) =>
  sector.donorSeat.donors.toSorted((a, b) => collator.compare(a.sortName ?? a.name, b.sortName ?? b.name))

/** The turn that covers `day` by the alphabet, or undefined before the rotation began. */
export const seatTurnOn = (day: PlainDate, sector: Sector): SeatTurn | undefined => {
  const { from, termYears } = sector.donorSeat
  if (day < from) return undefined
  const startYear = Number(from.slice(0, 4))
  const begun = Number(day.slice(0, 4)) - startYear - (day.slice(5) < from.slice(5) ? 1 : 0)
  const turn = Math.floor(begun / termYears)
  const order = seatOrder(sector)
  const donor = order[turn % order.length]
  if (!donor) return undefined
  const begins = `${startYear + turn * termYears}${from.slice(4)}`
  return { donor: donor.id, from: begins, until: addDays(`${startYear + (turn + 1) * termYears}${from.slice(4)}`, -1) }
}
