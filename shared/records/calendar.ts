import { type Meeting, Meeting as MeetingSchema, meetingStart } from '#shared/domain/calendar/meeting.ts'
import { type Reminder, Reminder as ReminderSchema } from '#shared/domain/calendar/reminder.ts'
import { nextChangeOf, type Round, Round as RoundSchema } from '#shared/domain/calendar/round.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { keys, lists } from './keys.ts'
import { FOR_EVER, itemOf, readItem, type Stored, unchanged } from './record.ts'
import { collect, type RecordStore, type Write } from './record-store.ts'

/** A round shows up in the sweep when its next change is due. */
export const roundWrite = (round: Round, stored: Stored<Round> | undefined, timeZone: string): Write => {
  const due = nextChangeOf(round, timeZone)
  return {
    put: itemOf(keys.round(round.id), round, (stored?.version ?? 0) + 1, {
      list: [lists.rounds, round.quarterStart],
      ...(due === undefined ? {} : { due }),
    }),
    when: unchanged(stored),
  }
}

export const readRound = async (records: RecordStore, id: string): Promise<Stored<Round> | undefined> =>
  readItem(RoundSchema, await records.get(keys.round(id)))

/** @param due when the sweep must look at the meeting: its brief is due, or it is over */
export const meetingWrite = (
  meeting: Meeting,
  stored: Stored<Meeting> | undefined,
  timeZone: string,
  due?: Instant,
): Write => ({
  put: itemOf(keys.meeting(meeting.id), meeting, (stored?.version ?? 0) + 1, {
    list: [lists.calendar, `${meetingStart(meeting, timeZone)}#${meeting.id}`],
    ...(due === undefined ? {} : { due }),
  }),
  when: unchanged(stored),
})

export const readMeeting = async (records: RecordStore, id: string): Promise<Stored<Meeting> | undefined> =>
  readItem(MeetingSchema, await records.get(keys.meeting(id)))

/** Holds a transaction to the meeting as it was read. */
export const sameMeeting = ({ value, version }: Stored<Meeting>): Write => ({
  check: keys.meeting(value.id),
  when: { version },
})

/** Meetings that start between two instants, in order. Read from an index: a moment late. */
export const meetingsBetween = async (records: RecordStore, from: Instant, until: Instant): Promise<Meeting[]> =>
  (await collect(records.query({ index: 'GSI1', partition: lists.calendar, sort: { between: [from, until] } }))).map(
    (item) => MeetingSchema.parse(item.data),
  )

export const readReminder = async (
  records: RecordStore,
  subject: string,
  rule: string,
): Promise<Stored<Reminder> | undefined> => readItem(ReminderSchema, await records.get(keys.reminder(subject, rule)))

/** A reminder is in the sweep's view while it is open, and in a list of its own when nobody could be told. */
export const reminderWrite = (reminder: Reminder, stored: Stored<Reminder> | undefined): Write => ({
  put: itemOf(keys.reminder(reminder.subject, reminder.rule), reminder, (stored?.version ?? 0) + 1, {
    ...(reminder.status === 'open' ? { due: reminder.due } : {}),
    ...(reminder.unaddressed ? { list: [lists.unaddressed, `${reminder.expires}#${reminder.subject}`] } : {}),
  }),
  when: unchanged(stored),
})

/** Reminders that nobody could be told of and that are still of use. Read from an index: a moment late. */
export const unaddressedReminders = async (records: RecordStore, now: Instant, limit: number): Promise<Reminder[]> =>
  (
    await collect(
      records.query({ index: 'GSI1', partition: lists.unaddressed, sort: { between: [now, FOR_EVER] }, limit }),
    )
  ).map((item) => ReminderSchema.parse(item.data))
