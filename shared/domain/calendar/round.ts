import * as z from 'zod'
import type { Sector } from '#shared/sector/schema.ts'
import { addDays, instantAt } from '../calendar-days.ts'
import { Instant, PlainDate } from '../dates.ts'
import { onWorkingDay } from './working-days.ts'

/** A reporting round is one quarter: `2026-Q3`. */
export const RoundId = z.string().regex(/^\d{4}-Q[1-4]$/, 'a quarter such as 2026-Q3')
export type RoundId = z.infer<typeof RoundId>

export const RoundStatus = z.enum(['announced', 'open', 'closed', 'compiled'])

/** Another due date for one TWG, and why. */
const Extension = z.lazy(() => z.strictObject({ due: PlainDate, reason: z.string(), by: z.string(), at: Instant }))

/** The dates of a round, all local days. Late counts from the day after due; closed from the day after the grace. */
export const Round = z.lazy(() =>
  z.strictObject({
    id: RoundId,
    status: RoundStatus,
    quarterStart: PlainDate,
    quarterEnd: PlainDate,
    opens: PlainDate,
    due: PlainDate,
    lateFrom: PlainDate,
    closed: PlainDate,
    briefsDue: PlainDate,
    /** By TWG; its report's dates are those of `roundFor`. */
    extensions: z.record(z.string(), Extension).optional(),
  }),
)
export type Round = z.infer<typeof Round>

const quarterParts = (id: RoundId) => ({ year: Number(id.slice(0, 4)), quarter: Number(id.slice(6)) })
const monthOf = (n: number) => String(n).padStart(2, '0')

export const roundOfDay = (day: PlainDate): RoundId => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** The round `steps` quarters later, or earlier when negative. */
export const roundAfter = (id: RoundId, steps = 1): RoundId => {
  const { year, quarter } = quarterParts(id)
  const index = year * 4 + quarter - 1 + steps
  return `${String(Math.floor(index / 4)).padStart(4, '0')}-Q${(index % 4) + 1}`
}

export const quarterStart = (id: RoundId): PlainDate => {
  const { year, quarter } = quarterParts(id)
  return `${String(year).padStart(4, '0')}-${monthOf(quarter * 3 - 2)}-01`
}
export const quarterEnd = (id: RoundId): PlainDate => addDays(quarterStart(roundAfter(id)), -1)

/**
 * The dates of a round by the sector's cadence (domain §2). A due date on a day without work moves to the next working day;
 * late, closed and the briefs count from the moved date.
 * @param due another due date than the cadence gives
 */
export const roundOf = (id: RoundId, sector: Sector, due?: PlainDate): Round => {
  const end = quarterEnd(id)
  const { cadence } = sector
  const dueDay = onWorkingDay(due ?? addDays(end, cadence.dueDaysAfterQuarter), sector)
  return {
    id,
    status: 'announced',
    quarterStart: quarterStart(id),
    quarterEnd: end,
    opens: onWorkingDay(addDays(end, 1), sector),
    due: dueDay,
    lateFrom: addDays(dueDay, 1),
    closed: addDays(dueDay, cadence.graceDays + 1),
    briefsDue: addDays(dueDay, cadence.briefDaysAfterDue),
  }
}

/** The round as it counts for one TWG: due, late from and closed follow from its extension. Opening, closing and briefs stay the round's. */
export const roundFor = (round: Round, twg: string, sector: Sector): Round => {
  const extension = round.extensions?.[twg]
  if (!extension) return round
  const { due, lateFrom, closed } = roundOf(round.id, sector, extension.due)
  return { ...round, due, lateFrom, closed }
}

/** The instant at which the round's next change is due, or undefined when it has none left. */
export const nextChangeOf = (round: Round, timeZone: string): Instant | undefined => {
  const day = { announced: round.opens, open: round.closed, closed: round.briefsDue, compiled: undefined }[round.status]
  return day && instantAt(day, '00:00', timeZone)
}
