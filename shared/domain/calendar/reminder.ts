import * as z from 'zod'
import type { Sector } from '#shared/sector/schema.ts'
import { addDays, instantAt } from '../calendar-days.ts'
import { dayAt, Instant, type PlainDate } from '../dates.ts'
import { type Meeting, meetingStart } from './meeting.ts'
import type { Round } from './round.ts'

/** `unaddressed`: it fell due and nobody held the role it goes to. */
export const ReminderStatus = z.enum(['open', 'sent', 'expired', 'not-needed', 'cancelled', 'unaddressed'])

/** A recorded obligation to remind: one record a rule and subject. Its recipients are resolved when it is due. */
export const Reminder = z.lazy(() =>
  z.strictObject({
    rule: z.string(),
    /** `report/2026-Q1/survey-clearance`, `meeting/<id>`, `obligation/ccm-7/2026-04-30` */
    subject: z.string(),
    due: Instant,
    /** From this instant on it is no longer of use and never sent. */
    expires: Instant,
    status: ReminderStatus,
    /** The last time it fell due nobody held the role it goes to: the secretariat's task while it is of use. */
    unaddressed: z.literal(true).optional(),
  }),
)
export type Reminder = z.infer<typeof Reminder>

/** Days from the subject's own day (due date of a report, day of a meeting or obligation) by rule (domain §3). */
export const REPORT_RULES = {
  'report-due-7': -7,
  'report-due-2': -2,
  'report-due': 0,
  'report-late-1': 1,
  'report-late-3': 3,
  'report-escalation-5': 5,
  'report-escalation-7': 7,
} as const
const TWG_MEETING_RULES = { 'meeting-7': -7, 'meeting-1': -1 } as const
const SWG_MEETING_RULES = { 'meeting-30': -30, 'meeting-14': -14, 'meeting-7': -7, 'meeting-1': -1 } as const
export const OBLIGATION_RULES = { 'obligation-60': -60, 'obligation-30': -30, 'obligation-7': -7 } as const
export const MINUTES_RULES = { 'minutes-3': 3, 'minutes-7': 7 } as const
/** Then weekly, until it is done or cancelled. */
export const ACTION_RULES = { 'action-7': -7, 'action-due': 0, 'action-weekly': 7 } as const

const WEEK_DAYS = 7
/** Rules that fall due again and again: days from one time to the next. Each time is of use until the next. */
const RECURS: Readonly<Record<string, number>> = { 'action-weekly': WEEK_DAYS }

interface PlanReminders {
  readonly subject: string
  /** The day from which the rules count. */
  readonly day: PlainDate
  readonly rules: Readonly<Record<string, number>>
  readonly expires: Instant
}

/** The reminders of a subject, each due at the sector's reminder time. Those due before `after` are left out: nobody is told of days gone by. */
const plannedReminders = (
  { subject, day, rules, expires }: PlanReminders,
  after: Instant,
  sector: Sector,
): Reminder[] =>
  Object.entries(rules)
    .map(
      ([rule, days]): Reminder => ({
        rule,
        subject,
        due: reminderTime(addDays(day, days), sector),
        expires,
        status: 'open',
      }),
    )
    .filter((reminder) => reminder.due >= after)

/** The reminders of a TWG's report that count from its due date; none once the round is closed for it. */
export const reportReminders = (
  { id, due, closed }: Pick<Round, 'id' | 'due' | 'closed'>,
  twg: string,
  after: Instant,
  sector: Sector,
): Reminder[] =>
  plannedReminders(
    {
      subject: `report/${id}/${twg}`,
      day: due,
      rules: REPORT_RULES,
      expires: instantAt(closed, '00:00', sector.timeZone),
    },
    after,
    sector,
  )

/** All reminders of a TWG's report in a round: that it opens, and those that count from its due date. */
export const roundReminders = (round: Round, twg: string, after: Instant, sector: Sector): Reminder[] => {
  const opening: Reminder = {
    rule: 'report-opens',
    subject: `report/${round.id}/${twg}`,
    due: reminderTime(round.opens, sector),
    expires: reminderTime(addDays(round.due, 1), sector),
    status: 'open',
  }
  return [...(opening.due >= after ? [opening] : []), ...reportReminders(round, twg, after, sector)]
}

/** The reminders of a date that the sector owes somebody: an obligation of the sector file, or one that a report named. */
export const obligationReminders = (subject: string, day: PlainDate, after: Instant, sector: Sector): Reminder[] =>
  plannedReminders(
    { subject, day, rules: OBLIGATION_RULES, expires: reminderTime(addDays(day, 1), sector) },
    after,
    sector,
  )

/** The rules by which a meeting is reminded of, with their days before it. */
export const meetingRules = ({ group }: Pick<Meeting, 'group'>): Readonly<Record<string, number>> =>
  group === 'swg' ? SWG_MEETING_RULES : TWG_MEETING_RULES

/** The reminders of a meeting that fall due from `after` on, as long as it takes place on its day. */
export const meetingReminders = (meeting: Meeting, after: Instant, sector: Sector): Reminder[] =>
  plannedReminders(
    {
      subject: `meeting/${meeting.id}`,
      day: meeting.day,
      rules: meetingRules(meeting),
      expires: meetingStart(meeting, sector.timeZone),
    },
    after,
    sector,
  )

/** Days after a meeting until which its missing minutes are worth a reminder. */
const MINUTES_USEFUL_DAYS = 28

/** The reminders to record a meeting's minutes. */
export const minutesReminders = ({ id, day }: Pick<Meeting, 'id' | 'day'>, sector: Sector): Reminder[] =>
  plannedReminders(
    {
      subject: `minutes/${id}`,
      day,
      rules: MINUTES_RULES,
      expires: reminderTime(addDays(day, MINUTES_USEFUL_DAYS), sector),
    },
    '',
    sector,
  )

/** The reminders of an open action point that fall due from `after` on; the weekly one at its next time. */
export const actionReminders = (
  { id, due }: { readonly id: string; readonly due: PlainDate },
  after: Instant,
  sector: Sector,
): Reminder[] =>
  plannedReminders(
    {
      subject: `action/${id}`,
      day: due,
      rules: ACTION_RULES,
      expires: reminderTime(addDays(due, WEEK_DAYS), sector),
    },
    '',
    sector,
  )
    .map((reminder) =>
      reminder.rule in RECURS
        ? occurrenceAt({ ...reminder, expires: stepOn(reminder.due, reminder, sector) }, after, sector)
        : reminder,
    )
    .filter((reminder) => reminder.due >= after || reminder.rule in RECURS)

const stepOn = (instant: Instant, { rule }: Pick<Reminder, 'rule'>, sector: Sector): Instant =>
  reminderTime(addDays(dayAt(instant, sector.timeZone), RECURS[rule] ?? 0), sector)

/** A recurring reminder as it stands at `now`: the latest time that is still of use. Any other stays as it is. */
export const occurrenceAt = (reminder: Reminder, now: Instant, sector: Sector): Reminder => {
  const next = nextOccurrence(reminder, sector)
  return next && reminder.expires <= now ? occurrenceAt(next, now, sector) : reminder
}

/** The next time of a recurring reminder, undefined for one that falls due once. */
export const nextOccurrence = (reminder: Reminder, sector: Sector): Reminder | undefined =>
  reminder.rule in RECURS
    ? { ...reminder, due: reminder.expires, expires: stepOn(reminder.expires, reminder, sector) }
    : undefined

/** A reminder at each of its times up to `until`, its own the first: one that falls due once, once. */
export const occurrencesUntil = (reminder: Reminder, until: Instant, sector: Sector): Reminder[] => {
  const next = nextOccurrence(reminder, sector)
  return [reminder, ...(next && next.due <= until ? occurrencesUntil(next, until, sector) : [])]
}

/** The sector's reminder time on a day. */
export const reminderTime = (day: PlainDate, sector: Sector): Instant =>
  instantAt(day, sector.cadence.reminderTime, sector.timeZone)
