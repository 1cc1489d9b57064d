import { type SectorYear, sectorYear } from '#shared/domain/calendar/year.ts'
import { instantAt } from '#shared/domain/calendar-days.ts'
import { type Actor, isInOffice } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import type { ReportedDate } from '#shared/domain/forms/reported-dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { meetingsBetween, readRound } from '#shared/records/calendar.ts'
import { readSeatChanges } from '#shared/records/seat.ts'
import type { Deps } from '../deps.ts'
import { datesOfLatestReport } from '../reports/reported-dates.ts'

/** A year as it stands: meetings and rounds that are recorded take the place of those that the sector file proposes. */
export interface CalendarYear extends SectorYear {
  /** Ids of meetings that are recorded, so that they have a page. */
  readonly recorded: readonly string[]
  /** Dates that the TWGs' latest reports name. */
  readonly reported: readonly ReportedDate[]
}

const FIRST_YEAR = 1990
const LAST_YEAR = 2400

/** @throws UserError `forbidden`, `not-found` for a year that is none of ours */
export const readSectorYear =
  ({ records, sector }: Deps) =>
  async (year: number, actor: Actor, now: Instant): Promise<CalendarYear> => {
    if (!isInOffice(actor.roles, dayAt(now, sector.timeZone)))
      throw new UserError('forbidden', say`The calendar is for people with a role in the sector`)
    if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR)
      throw new UserError('not-found', say`There is no calendar of this year`)
    const proposed = sectorYear(year, sector, await readSeatChanges(records))
    const [from, until] = [year, year + 1].map((start) => instantAt(`${start}-01-01`, '00:00', sector.timeZone))
    const recorded = await meetingsBetween(records, from ?? '', until ?? '')
    const rounds = await Promise.all(
      proposed.rounds.map(async (round) => (await readRound(records, round.id))?.value ?? round),
    )
    const ids = recorded.map(({ id }) => id)
    const today = dayAt(now, sector.timeZone)
    const coming = proposed.meetings.filter(({ id, day }) => day > today && !ids.includes(id))
    const meetings = [...recorded, ...coming].toSorted((a, b) => a.day.localeCompare(b.day))
    const named = await Promise.all(sector.twgs.map(({ id }) => datesOfLatestReport({ records, sector }, id)))
    const reported = named
      .flat()
      .filter(({ due }) => due.startsWith(`${year}-`))
      .toSorted((a, b) => a.due.localeCompare(b.due))
    return { ...proposed, rounds, meetings, recorded: ids, reported }
  }
