import * as z from 'zod'
import { swgMeetings } from '#shared/domain/calendar/meeting.ts'
import { obligationsBetween } from '#shared/domain/calendar/obligation.ts'
import { obligationReminders, reminderTime } from '#shared/domain/calendar/reminder.ts'
import { type Round, roundAfter, roundOf, roundOfDay } from '#shared/domain/calendar/round.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant, later, PlainDate } from '#shared/domain/dates.ts'
import { readRound, reminderWrite, roundWrite } from '#shared/records/calendar.ts'
import { keys } from '#shared/records/keys.ts'
import { itemOf, readItem } from '#shared/records/record.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import { readSeat } from '#shared/records/seat.ts'
import type { Deps } from '../deps.ts'
import { handedOverBy, seatWriteAfter } from '../seat/seat-writes.ts'
import { proposeMeeting } from './propose-meeting.ts'

const Planning = z.strictObject({
  until: PlainDate,
  /** Subjects of the obligations in view whose reminders are recorded. */
  obligations: z.array(z.string()),
})
type Planning = z.infer<typeof Planning>

/** As it stands before the first plan, which then begins on the next day. */
export const nothingPlanned = (until: PlainDate): Planning => ({ until, obligations: [] })

/** Days ahead for which rounds and obligations are recorded before they matter. */
const HORIZON_DAYS = 100
/** Days before a working group meeting at which its date is proposed: early enough to confirm it before the first reminder. */
export const SWG_PROPOSAL_DAYS = 90

/**
 * Once a local day: records what newly comes into view. Nothing is set for a day before the last that was planned,
 * so an edited sector file never fires for days gone by. Every write is once only; a plan cut short is simply made again.
 */
export const plan =
  (deps: Deps) =>
  async (now: Instant, activated: Instant): Promise<void> => {
    const { records, sector } = deps
    const stored = readItem(Planning, await records.get(keys.planning()))
    const today = dayAt(now, sector.timeZone)
    if (!stored || stored.value.until > today) return
    const first = addDays(stored.value.until, 1)
    const obligations = obligationsInView(deps, today)
    const known = new Set(stored.value.obligations)
    await Promise.all([
      planRounds(deps, first, today, activated),
      planObligations(
        deps,
        obligations.filter(({ subject }) => !known.has(subject)),
        later(activated, reminderTime(first, sector)),
      ),
      proposeSwgMeetings(deps, stored.value.until, today, now),
      beginSeat(deps, now),
    ])
    const planned: Planning = { until: today, obligations: obligations.map(({ subject }) => subject) }
    await transactOnce(records, [
      {
        put: itemOf(keys.planning(), planned, stored.version + 1, {
          due: instantAt(addDays(today, 1), '00:00', sector.timeZone),
        }),
        when: { version: stored.version },
      },
    ])
  }

/**
 * Rounds that open within the horizon of the new days, unless their briefs were already due when the system began to act. The round whose
 * due date had passed by then is due after its days of grace, so that nobody was late before anybody was asked.
 */
const planRounds = async (
  { records, sector }: Deps,
  from: PlainDate,
  until: PlainDate,
  activated: Instant,
): Promise<void> => {
  const rounds: Round[] = []
  const began = dayAt(activated, sector.timeZone)
  const last = roundOfDay(addDays(until, HORIZON_DAYS))
  for (let id = roundOfDay(addDays(from, -HORIZON_DAYS)); id <= last; id = roundAfter(id)) {
    const round = roundOf(id, sector)
    if (instantAt(round.briefsDue, '00:00', sector.timeZone) < activated) continue
    rounds.push(round.due < began ? roundOf(id, sector, addDays(began, sector.cadence.graceDays)) : round)
  }
  await Promise.all(
    rounds.map(async (round) => {
      const stored = await readRound(records, round.id)
      if (!stored || hasOtherDates(stored.value, round, until))
        await transactOnce(records, [roundWrite(round, stored, sector.timeZone)])
    }),
  )
}

/** A round that has not opened follows an edited cadence, unless it would have opened already. */
const hasOtherDates = (known: Round, { opens, due, closed, briefsDue }: Round, today: PlainDate): boolean =>
  known.opens > today &&
  opens > today &&
  (known.opens !== opens || known.due !== due || known.closed !== closed || known.briefsDue !== briefsDue)

const obligationsInView = ({ sector }: Deps, today: PlainDate) =>
  obligationsBetween(today, addDays(today, HORIZON_DAYS), sector).map(({ id, due }) => ({
    subject: `obligation/${id}/${due}`,
    due,
  }))

/** The reminders, from `after` on, of obligations that came into view: by the day, or because the sector file names them only now. */
const planObligations = async (
  { records, sector }: Deps,
  obligations: ReturnType<typeof obligationsInView>,
  after: Instant,
): Promise<void> => {
  for (const { subject, due } of obligations) {
    const reminders = obligationReminders(subject, due, after, sector)
    if (reminders.length > 0)
      await transactOnce(
        records,
        reminders.map((reminder) => reminderWrite(reminder, undefined)),
      )
  }
}

const proposeSwgMeetings = async (deps: Deps, after: PlainDate, today: PlainDate, now: Instant): Promise<void> => {
  const year = Number(today.slice(0, 4))
  for (const meeting of [...swgMeetings(year, deps.sector), ...swgMeetings(year + 1, deps.sector)]) {
    const proposed = addDays(meeting.day, -SWG_PROPOSAL_DAYS)
    if (proposed > after && proposed <= today && meeting.day > today) await proposeMeeting(deps)(meeting, now)
  }
}

const beginSeat = async ({ records, sector }: Deps, now: Instant): Promise<void> => {
  if (!(await readSeat(records)))
    await transactOnce(records, [seatWriteAfter(handedOverBy(now, sector), [], undefined, sector)])
}
