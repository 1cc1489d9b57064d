import { obligationsBetween } from '#shared/domain/calendar/obligation.ts'
import {
  obligationReminders,
  occurrenceAt,
  occurrencesUntil,
  Reminder,
  reminderTime,
  roundReminders,
} from '#shared/domain/calendar/reminder.ts'
import { type Round, Round as RoundSchema, roundFor } from '#shared/domain/calendar/round.ts'
import { donorName, HAND_OVER_DAYS, handOverDay, seatTurns } from '#shared/domain/calendar/seat.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { readContact } from '#shared/records/contacts.ts'
import { lists } from '#shared/records/keys.ts'
import { readOnce } from '#shared/records/read-once.ts'
import { DUE } from '#shared/records/record.ts'
import { collect } from '#shared/records/record-store.ts'
import { readSeatChanges } from '#shared/records/seat.ts'
import type { Deps } from '../deps.ts'
import { seatHolders } from '../seat/seat-holders.ts'
import { roundBriefLines, waitingBriefLines } from './briefs-ahead.ts'
import { comingMeetingLines, meetingLines, meetingsAhead, meetingsToPropose } from './meetings-ahead.ts'
import type { Line, PlannedLine } from './planned-line.ts'
import { resolveReminder } from './reminder-subjects.ts'

const AHEAD_DAYS = 90
/** Days before an obligation at which its first reminder is due. */
const FIRST_OBLIGATION_DAYS = 60

/** Everything that the calendar will send in the next 90 days, as far as it can be known now: what, to whom, when, by which rule. @throws UserError `forbidden` */
export const readPlanAhead =
  (given: Deps) =>
  async (actor: Actor, now: Instant): Promise<PlannedLine[]> => {
    const deps = { ...given, records: readOnce(given.records) }
    const { records, sector } = deps
    const today = dayAt(now, sector.timeZone)
    if (!isSecretariat(actor.roles, today)) throw new UserError('forbidden', say`The plan is for the secretariat`)
    const until = reminderTime(addDays(today, AHEAD_DAYS), sector)
    const [rounds, meetings, recorded] = await Promise.all([
      collect(records.query({ index: 'GSI1', partition: lists.rounds })).then((items) =>
        items.map((item) => RoundSchema.parse(item.data)),
      ),
      meetingsAhead(deps, now, until),
      openReminders(deps, now, until),
    ])
    const known = new Set(recorded.map(({ subject, rule }) => `${subject} ${rule}`))
    const expected = [...roundsAhead(deps, rounds, now), ...obligationsAhead(deps, now)].filter(
      ({ subject, rule }) => !known.has(`${subject} ${rule}`),
    )
    const lines = await Promise.all([
      ...[...recorded, ...expected].map((reminder) => reminderLine(deps, reminder, now)),
      ...meetings.map((meeting) => meetingLines(deps, meeting, now)),
      ...meetingsToPropose(sector, rounds, meetings, now, until).map((coming) => comingMeetingLines(deps, coming)),
      ...rounds.map((round) => roundBriefLines(deps, round, now)),
      waitingBriefLines(deps, now),
      handOverLines(deps, now, until),
    ])
    const within = lines.flat().filter(({ at }) => now <= at && at <= until)
    return Promise.all(
      within
        .toSorted((a, b) => a.at.localeCompare(b.at))
        .map(async ({ contacts, ...line }) => ({
          ...line,
          to: await namesOf(deps, contacts),
        })),
    )
  }

const namesOf = async ({ records }: Deps, contacts: readonly string[]): Promise<string[]> =>
  Promise.all(contacts.map(async (id) => (await readContact(records, id))?.contact.value.name ?? ''))

/** Recorded reminders; one that recurs at each of its times. */
const openReminders = async ({ records, sector }: Deps, now: Instant, until: Instant): Promise<Reminder[]> =>
  (await collect(records.query({ index: 'GSI2', partition: DUE, sort: { upTo: until } })))
    .filter(({ SK }) => SK.startsWith('REMIND#'))
    .flatMap((item) => occurrencesUntil(occurrenceAt(Reminder.parse(item.data), now, sector), until, sector))

/** Reminders of rounds, whether they have opened and are recorded or not. */
const roundsAhead = ({ sector }: Deps, rounds: readonly Round[], now: Instant): Reminder[] =>
  rounds.flatMap((round) =>
    sector.twgs.flatMap((twg) => roundReminders(roundFor(round, twg.id, sector), twg.id, now, sector)),
  )

const obligationsAhead = ({ sector }: Deps, now: Instant): Reminder[] => {
  const today = dayAt(now, sector.timeZone)
  return obligationsBetween(today, addDays(today, AHEAD_DAYS + FIRST_OBLIGATION_DAYS), sector).flatMap(({ id, due }) =>
    obligationReminders(`obligation/${id}/${due}`, due, now, sector),
  )
}

/** What the reminder would say on its day, to whom by then. One that is overdue goes out with the next sweep. */
const reminderLine = async (deps: Deps, reminder: Reminder, now: Instant): Promise<Line[]> => {
  const at = reminder.due < now ? now : reminder.due
  const found = await resolveReminder(deps)(reminder, dayAt(at, deps.sector.timeZone))
  if (!found) return []
  return [{ at, rule: reminder.rule, what: found.item.title, contacts: found.recipients, onceConfirmed: false }]
}

const handOverLines = async (deps: Deps, now: Instant, until: Instant): Promise<Line[]> => {
  const { records, sector } = deps
  const lastDay = addDays(dayAt(until, sector.timeZone), HAND_OVER_DAYS)
  const [outgoing, incoming] = seatTurns(lastDay, sector, await readSeatChanges(records)).slice(-2)
  if (!outgoing || !incoming || outgoing.donor === incoming.donor) return []
  return [
    {
      at: reminderTime(handOverDay(incoming.from), sector),
      rule: 'hand-over',
      what: `${donorName(outgoing.donor, sector)}, ${donorName(incoming.donor, sector)}`,
      contacts: await seatHolders(deps, [outgoing, incoming], dayAt(now, sector.timeZone)),
      onceConfirmed: false,
    },
  ]
}
