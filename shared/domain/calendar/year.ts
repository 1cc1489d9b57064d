import type { Sector } from '#shared/sector/schema.ts'
import type { PlainDate } from '../dates.ts'
import { type Meeting, swgMeetings, twgMeeting } from './meeting.ts'
import { type ObligationDue, obligationsBetween } from './obligation.ts'
import { type Round, type RoundId, roundOf } from './round.ts'
import { type SeatChange, type SeatTurn, seatTurns } from './seat.ts'

/** What the sector file says of a year, before anybody confirms or moves anything. */
export interface SectorYear {
  readonly year: number
  /** The rounds that open in it: on the quarter before and the first three of its own. */
  readonly rounds: readonly Round[]
  /** As the system would propose them: of the working group, and of each TWG on the quarters of those rounds. */
  readonly meetings: readonly Meeting[]
  readonly obligations: readonly ObligationDue[]
  readonly holidays: readonly PlainDate[]
  /** Turns of the donor seat that cover a day of it. */
  readonly turns: readonly SeatTurn[]
}

/** The calendar of any year. Days are local days of the sector's zone. */
export const sectorYear = (year: number, sector: Sector, changes: readonly SeatChange[] = []): SectorYear => {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const rounds: RoundId[] = [`${year - 1}-Q4`, `${year}-Q1`, `${year}-Q2`, `${year}-Q3`]
  return {
    year,
    rounds: rounds.map((id) => roundOf(id, sector)),
    meetings: [
      ...rounds.flatMap((round) => sector.twgs.map((twg) => twgMeeting(round, twg, sector))),
      ...swgMeetings(year, sector),
    ].toSorted((a, b) => a.day.localeCompare(b.day)),
    obligations: obligationsBetween(first, last, sector),
    holidays: [
      ...new Set([
        ...sector.holidays.every.map((day) => `${year}-${day}`).filter(isDay),
        ...sector.holidays.on.filter((day) => first <= day && day <= last),
      ]),
    ].toSorted(),
    turns: seatTurns(last, sector, changes).filter(({ until }) => until >= first),
  }
}

/** 29 February is a day in leap years only. */
const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
