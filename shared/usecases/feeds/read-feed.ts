import { concerns } from '#shared/domain/action-point.ts'
import type { DayEntry, Feed } from '#shared/domain/calendar/entry.ts'
import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { roundFor } from '#shared/domain/calendar/round.ts'
import type { SeatChange } from '#shared/domain/calendar/seat.ts'
import { sectorYear } from '#shared/domain/calendar/year.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { type Actor, holdsOn, isInOffice, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { openActionPoints } from '#shared/records/action-points.ts'
import { meetingsBetween, readRound } from '#shared/records/calendar.ts'
import { readContact } from '#shared/records/contacts.ts'
import { readFeedOwner } from '#shared/records/feeds.ts'
import { readOnce } from '#shared/records/read-once.ts'
import { readSeatChanges } from '#shared/records/seat.ts'
import type { Deps } from '../deps.ts'
import { participants } from '../meetings/participants.ts'
import { datesOfLatestReport } from '../reports/reported-dates.ts'

type Sectoral = Pick<Deps, 'records' | 'sector'>

const BACK_DAYS = 180
const AHEAD_DAYS = 400

/** What everyone may know: rounds, obligations, turns of the seat, and confirmed meetings without place, link and agenda. */
export const readPublicFeed =
  (deps: Sectoral) =>
  async (now: Instant): Promise<Feed> => {
    const [meetings, days] = await Promise.all([meetingsAround(deps, now), sectorDays(deps, now)])
    return {
      name: deps.sector.name,
      days,
      meetings: meetings
        .filter(({ status, sequence }) => status !== 'proposed' && sequence > 0)
        .map((meeting) => ({ ...meeting, place: '', link: '', agenda: [] })),
    }
  }

/**
 * As a person sees it: also what reports name, their own meetings whole, their reports' due dates and their action points.
 * @throws UserError `not-found` for an address that never was, was revoked, or whose owner left or was signed out everywhere since
 */
export const readPersonalFeed =
  (deps: Sectoral) =>
  async (token: string, now: Instant): Promise<Feed> => {
    const { sector } = deps
    const owner = await readFeedOwner(deps.records, fingerprint(token))
    const found = owner && (await readContact(deps.records, owner.contact))
    const today = dayAt(now, sector.timeZone)
    const signInsFrom = found?.contact.value.signInsFrom
    const revoked = owner && signInsFrom !== undefined && owner.since <= signInsFrom
    if (!found || revoked || !isInOffice(found.roles, today))
      throw new UserError('not-found', say`There is no such calendar`)
    const actor: Actor = { contact: found.contact.value, roles: found.roles }
    const own = { ...deps, records: readOnce(deps.records) }
    const [days, named, reports, points, meetings] = await Promise.all([
      sectorDays(own, now),
      reportedDays(own),
      reportDays(own, actor, now),
      actionDays(own, actor, today),
      ownMeetings(own, actor, now),
    ])
    return { name: `${sector.name}: ${actor.contact.name}`, days: [...days, ...named, ...reports, ...points], meetings }
  }

const meetingsAround = async ({ records, sector }: Sectoral, now: Instant): Promise<Meeting[]> => {
  const at = (days: number) => instantAt(addDays(dayAt(now, sector.timeZone), days), '00:00', sector.timeZone)
  return meetingsBetween(records, at(-BACK_DAYS), at(AHEAD_DAYS))
}

/** The secretariat sees every meeting, everyone else those that they take part in. */
const ownMeetings = async (deps: Sectoral, { contact, roles }: Actor, now: Instant): Promise<Meeting[]> => {
  const meetings = await meetingsAround(deps, now)
  if (isSecretariat(roles, dayAt(now, deps.sector.timeZone))) return meetings
  const takesPart = await Promise.all(
    meetings.map(async (meeting) => (await participants(deps)(meeting, meeting.day)).includes(contact.id)),
  )
  return meetings.filter((_, index) => takesPart[index])
}

const yearsAround = (today: PlainDate): number[] => {
  const year = Number(today.slice(0, 4))
  return [year, year + 1]
}

/** From the sector file; a round that is recorded has the dates it was recorded with. */
const sectorDays = async ({ records, sector }: Sectoral, now: Instant): Promise<DayEntry[]> => {
  const changes: readonly SeatChange[] = await readSeatChanges(records)
  const years = yearsAround(dayAt(now, sector.timeZone)).map((year) => sectorYear(year, sector, changes))
  const rounds = await Promise.all(
    years.flatMap((year) => year.rounds).map(async (round) => (await readRound(records, round.id))?.value ?? round),
  )
  return [
    ...rounds.flatMap(({ id, opens, due, closed }) => [
      {
        id: `round-${id}-opens`,
        day: opens,
        title: say`Reports on ${id} open`,
        text: say`Due ${dayInWords(due)}, closed from ${dayInWords(closed)}.`,
      },
      {
        id: `round-${id}-due`,
        day: due,
        title: say`Reports on ${id} are due`,
        text: say`Closed from ${dayInWords(closed)}.`,
      },
    ]),
    ...years.flatMap((year) =>
      year.obligations.map(({ id, due, name, source }) => ({
        id: `obligation-${id}-${due}`,
        day: due,
        title: say`${name} is due`,
        text: say`Source: ${source}.`,
      })),
    ),
    ...turnDays(
      years.flatMap((year) => year.turns),
      sector,
    ),
  ]
}

const turnDays = (turns: readonly { donor: string; from: PlainDate }[], { donorSeat }: Deps['sector']): DayEntry[] => {
  const byStart = new Map(turns.map((turn) => [turn.from, turn.donor]))
  return [...byStart].map(([from, donor]) => ({
    id: `seat-${from}`,
    day: from,
    title: say`Donor seat: ${donorSeat.donors.find(({ id }) => id === donor)?.name ?? donor}`,
    text: say`The turn in the donor seat of the co-chairs begins.`,
  }))
}

/** Due dates of the TWGs that a person reports for, with their extensions. */
const reportDays = async ({ records, sector }: Sectoral, { roles }: Actor, now: Instant): Promise<DayEntry[]> => {
  const today = dayAt(now, sector.timeZone)
  const own = sector.twgs.filter(({ id }) =>
    roles.some(
      (role) => holdsOn(role, today) && role.group === id && (role.role === 'chair' || role.role === 'alternate'),
    ),
  )
  const rounds = await Promise.all(
    yearsAround(today)
      .flatMap((year) => sectorYear(year, sector).rounds)
      .map(async (round) => (await readRound(records, round.id))?.value ?? round),
  )
  return own.flatMap((twg) =>
    rounds.map((round) => {
      const { due, closed } = roundFor(round, twg.id, sector)
      return {
        id: `report-${round.id}-${twg.id}`,
        day: due,
        title: say`${twg.name}: report on ${round.id} is due`,
        text: say`Closed from ${dayInWords(closed)}.`,
      }
    }),
  )
}

/** What the TWGs' latest reports name: due dates of coordination, decisions that are asked for by a day. */
const reportedDays = async (deps: Sectoral): Promise<DayEntry[]> =>
  (await Promise.all(deps.sector.twgs.map(({ id }) => datesOfLatestReport(deps, id)))).flat().map((date) => ({
    id: `reported-${date.id}-${date.due}`,
    day: date.due,
    title: date.name,
    text: say`Source: report ${date.source}.`,
  }))

const actionDays = async ({ records, sector }: Sectoral, actor: Actor, today: PlainDate): Promise<DayEntry[]> => {
  const groups = ['swg', ...sector.twgs.map(({ id }) => id)]
  const points = (await Promise.all(groups.map((group) => openActionPoints(records, group)))).flat()
  return points
    .filter((point) => concerns(point, actor, today))
    .map(({ id, due, text, owner }) => ({
      id: `action-${id}`,
      day: due,
      title: say`Action point due: ${text}`,
      text: say`Owner: ${owner.name}.`,
    }))
}
