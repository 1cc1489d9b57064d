import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { seatTurnOn } from '#shared/domain/calendar/seat.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { holdsOn } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { unaddressedReminders } from '#shared/records/calendar.ts'
import { rolesInGroup } from '#shared/records/contacts.ts'
import { readOnce } from '#shared/records/read-once.ts'
import { readSeatChanges } from '#shared/records/seat.ts'
import { resolveReminder } from '../calendar/reminder-subjects.ts'
import type { Deps } from '../deps.ts'
import { participants } from '../meetings/participants.ts'
import type { Desk } from './read-desk.ts'

const REMINDERS_SHOWN = 20
/** Days before a turn of the donor seat begins at which somebody must be named for it. */
const NAMED_BEFORE_DAYS = 60

/** Reminders that went to nobody while they are of use and nobody was named since, meetings to which nobody is invited, and a donor seat that will have nobody. */
export const calendarTasks = async (deps: Deps, meetings: readonly Meeting[], now: Instant): Promise<Desk['tasks']> => {
  const today = dayAt(now, deps.sector.timeZone)
  const reminders = await unaddressedReminders(deps.records, now, REMINDERS_SHOWN)
  const found = await Promise.all(reminders.map((reminder) => resolveReminder(deps)(reminder, today)))
  const unaddressed = found.flatMap((due) => (due && due.recipients.length === 0 ? [due.item] : []))
  const bySubject = new Map(unaddressed.map((item) => [item.subject, item]))
  return [
    ...[...bySubject.values()].map(({ title, subject }) => ({
      text: `Nobody could be reminded, name a contact: ${title}`,
      path: subject.startsWith('action/') ? `/actions/${subject.slice('action/'.length)}` : '/contacts',
    })),
    ...(await uninvitedTasks(deps, meetings, today)),
    ...(await comingSeatTasks(deps, today)),
  ]
}

const uninvitedTasks = async (deps: Deps, meetings: readonly Meeting[], today: string): Promise<Desk['tasks']> => {
  const scheduled = meetings.filter(({ status }) => status === 'scheduled')
  const reading = { ...deps, records: readOnce(deps.records) }
  const invited = await Promise.all(scheduled.map((meeting) => participants(reading)(meeting, today)))
  return scheduled
    .filter((_, index) => invited[index]?.length === 0)
    .map(({ title, day }) => ({
      text: `Nobody is invited, name a contact: ${title}, ${dayInWords(day)}`,
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
  const donor = sector.donorSeat.donors.find(({ id }) => id === turn.donor)?.name ?? turn.donor
  return named
    ? []
    : [
        {
          text: `Name the co-chair of ${donor}, whose turn in the donor seat begins on ${dayInWords(turn.from)}`,
          path: '/contacts',
        },
      ]
}
