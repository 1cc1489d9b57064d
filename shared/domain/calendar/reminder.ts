import * as z from 'zod'
import type { Sector } from '#shared/sector/schema.ts'
import { addDays, Instant, instantAt, type PlainDate } from '../dates.ts'
import type { Round } from './round.ts'

export const ReminderStatus = z.enum(['open', 'sent', 'expired', 'not-needed', 'cancelled'])

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
export const TWG_MEETING_RULES = { 'meeting-7': -7, 'meeting-1': -1 } as const
export const SWG_MEETING_RULES = { 'meeting-30': -30, 'meeting-14': -14, 'meeting-7': -7, 'meeting-1': -1 } as const
export const OBLIGATION_RULES = { 'obligation-60': -60, 'obligation-30': -30, 'obligation-7': -7 } as const

export interface PlanReminders {
  readonly subject: string
  /** The day from which the rules count. */
  readonly day: PlainDate
  readonly rules: Readonly<Record<string, number>>
  readonly expires: Instant
}

/** The reminders of a subject, each due at the sector's reminder time. Those due before `after` are left out: nobody is told of days gone by. */
export const plannedReminders = (
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

/** The sector's reminder time on a day. */
export const reminderTime = (day: PlainDate, sector: Sector): Instant =>
  instantAt(day, sector.cadence.reminderTime, sector.timeZone)
