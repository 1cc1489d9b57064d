import { type Meeting, standingOf } from '#shared/domain/calendar/meeting.ts'
import { donorName, seatTurnOn } from '#shared/domain/calendar/seat.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { holdsOn } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { say } from '#shared/domain/words/say.ts'
import { meetingsBetween, unaddressedReminders } from '#shared/records/calendar.ts'
import { rolesInGroup } from '#shared/records/contacts.ts'
import { readOnce } from '#shared/records/read-once.ts'
import { readSeatChanges } from '#shared/records/seat.ts'
import { resolveReminder } from '../calendar/reminder-subjects.ts'
import type { Deps } from '../deps.ts'
import { coChairsOn, participants } from '../meetings/participants.ts'
import type { Desk } from './read-desk.ts'

const REMINDERS_SHOWN = 20
/** Days before a turn of the donor seat begins at which somebody must be named for it. */
const NAMED_BEFORE_DAYS = 60
/** Days after its day for which a meeting that nobody confirmed waits for the secretariat. */
const NEVER_CONFIRMED_DAYS = 365

/**
 * Meetings that were never confirmed, reminders that went to nobody while they are of use and nobody was named since, meetings to which
 * nobody is invited, and seats of co-chairs that have nobody or will have nobody.
 */
export const calendarTasks = async (deps: Deps, meetings: readonly Meeting[], now: Instant): Promise<Desk['tasks']> => {
  const today = dayAt(now, deps.sector.timeZone)
  const reminders = await unaddressedReminders(deps.records, now, REMINDERS_SHOWN)
  const found = await Promise.all(reminders.map((reminder) => resolveReminder(deps)(reminder, today)))
  const unaddressed = found.flatMap((due) => (due && due.recipients.length === 0 ? [due.item] : []))
  const bySubject = new Map(unaddressed.map((item) => [item.subject, item]))
  return [
    ...(await neverConfirmedTasks(deps, now)),
    ...[...bySubject.values()].map(({ title, subject }) => ({
      text: say`Nobody could be reminded, name a contact: ${title}`,
      path: subject.startsWith('action/') ? `/actions/${subject.slice('action/'.length)}` : '/contacts',
    })),
    ...(await uninvitedTasks(deps, meetings, today)),
    ...(await comingSeatTasks(deps, today)),
    ...(await emptySeatTasks(deps, today)),
  ]
}

const neverConfirmedTasks = async ({ records, sector }: Deps, now: Instant): Promise<Desk['tasks']> => {
  const from = instantAt(addDays(dayAt(now, sector.timeZone), -NEVER_CONFIRMED_DAYS), '00:00', sector.timeZone)
  return (await meetingsBetween(records, from, now))
    .filter((meeting) => standingOf(meeting, now, sector.timeZone) === 'never-confirmed')
    .map(({ id, title, day }) => ({
      text: say`Never confirmed, say that it took place, move it or cancel it: ${title}, proposed for ${dayInWords(day)}`,
      path: `/meetings/${encodeURIComponent(id)}`,
    }))
}

const uninvitedTasks = async (deps: Deps, meetings: readonly Meeting[], today: string): Promise<Desk['tasks']> => {
  const scheduled = meetings.filter(({ status }) => status === 'scheduled')
  const reading = { ...deps, records: readOnce(deps.records) }
  const invited = await Promise.all(scheduled.map((meeting) => participants(reading)(meeting, today)))
  return scheduled
    .filter((_, index) => invited[index]?.length === 0)
    .map(({ title, day }) => ({
      text: say`Nobody is invited, name a contact: ${title}, ${dayInWords(day)}`,
      path: '/contacts',
    }))
}

const comingSeatTasks = async ({ records, sector }: Deps, today: string): Promise<Desk['tasks']> => {
  const [changes, members] = await Promise.all([readSeatChanges(records), rolesInGroup(records, 'swg')])
  const turn = seatTurnOn(addDays(today, NAMED_BEFORE_DAYS), sector, changes)
  if (!turn || turn.from <= today) return []
  const named = members.some(
    ({ role }) => role.role === 'co-chair' && role.seat === turn.donor && holdsOn(role, turn.from),
  )
  const begins = say`whose turn in the donor seat begins on ${dayInWords(turn.from)}`
  return named ? [] : [{ text: say`Name the co-chair ${begins}: ${donorName(turn.donor, sector)}`, path: '/contacts' }]
}

const emptySeatTasks = async (deps: Deps, today: string): Promise<Desk['tasks']> => {
  const { records, sector } = deps
  const [held, changes] = await Promise.all([coChairsOn(deps)(today), readSeatChanges(records)])
  const turn = seatTurnOn(today, sector, changes)
  const seats = [...sector.fixedSeats.map(({ name }) => name), ...(turn ? [donorName(turn.donor, sector)] : [])]
  return seats
    .filter((name) => !held.some(({ seat }) => seat === name))
    .map((name) => ({ text: say`A co-chair’s seat has nobody, name a contact: ${name}`, path: '/contacts' }))
}
