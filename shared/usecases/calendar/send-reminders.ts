import { nextOccurrence, occurrenceAt, type Reminder, reminderTime } from '#shared/domain/calendar/reminder.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import type { ReminderItem } from '#shared/domain/mail.ts'
import { reminderWrite } from '#shared/records/calendar.ts'
import { keys } from '#shared/records/keys.ts'
import { readOnce } from '#shared/records/read-once.ts'
import { itemOf, type Stored } from '#shared/records/record.ts'
import { collect, transactOnce, type Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'
import { type DueReminder, resolveReminder } from './reminder-subjects.ts'

/** A reminder as one person is to read it. */
interface Pending {
  readonly item: ReminderItem
  readonly reminder: Reminder
}

/** DynamoDB takes 100 writes a transaction; a digest needs three besides its markers. */
const LONGEST_DIGEST = 90

/**
 * Sends what is due, one digest mail a person and day, from the day's reminder time on. A marker for each (reminder, person) is
 * stored with the digest, so that a sweep cut short and run again, on the same day or later, tells nobody twice.
 * What fails for one reminder or one person holds up no other and stays open.
 * @returns the failures
 */
export const sendReminders =
  (deps: Deps) =>
  async (due: readonly Stored<Reminder>[], now: Instant): Promise<unknown[]> => {
    const { sector } = deps
    const today = dayAt(now, sector.timeZone)
    if (now < reminderTime(today, sector)) return []
    const reading = { ...deps, records: readOnce(deps.records) }
    const failures: unknown[] = []
    const attempt = async <T>(step: () => Promise<T>): Promise<T | undefined> => {
      try {
        return await step()
      } catch (error) {
        failures.push(error)
        return undefined
      }
    }
    const looked = await Promise.all(
      due
        .map(({ value, version }) => ({ value: occurrenceAt(value, now, sector), version }))
        .filter(({ value }) => value.due <= now)
        .map((stored) => attempt(() => look(reading, stored, today, now))),
    )
    const open = looked.filter((entry) => entry !== undefined)
    const byContact = new Map<string, Pending[]>()
    for (const { stored, item, untold } of open) {
      for (const contact of untold)
        byContact.set(contact, [...(byContact.get(contact) ?? []), { item, reminder: stored.value }])
    }
    const outcomes = new Map<Reminder, 'failed' | 'postponed'>()
    await Promise.all(
      [...byContact].map(async ([contact, pending]) => {
        const sent = await attempt(() => sendDigest(deps, contact, pending, today, now))
        if (sent) return
        for (const { reminder } of pending) {
          if (outcomes.get(reminder) !== 'failed') outcomes.set(reminder, sent === undefined ? 'failed' : 'postponed')
        }
      }),
    )
    await Promise.all(
      open.map(async ({ stored }) => {
        const outcome = outcomes.get(stored.value)
        if (outcome === 'postponed') await attempt(() => postpone(deps, stored, today))
        else if (outcome === undefined) await attempt(() => settle(deps, stored, 'sent'))
      }),
    )
    return failures
  }

/** A reminder that is still needed, and to whom it has not gone yet. */
interface Looked {
  readonly stored: Stored<Reminder>
  readonly item: ReminderItem
  readonly untold: readonly string[]
}

const look = async (
  deps: Deps,
  stored: Stored<Reminder>,
  today: PlainDate,
  now: Instant,
): Promise<Looked | undefined> => {
  const found = await stillNeeded(deps, stored, today, now)
  if (!found) return undefined
  const told = await alreadyTold(deps, stored.value)
  return { stored, item: found.item, untold: found.recipients.filter((recipient) => !told.has(recipient)) }
}

/** Looks at the subject again. What expired, is needed no more, or has nobody to go to is settled here. */
const stillNeeded = async (
  deps: Deps,
  stored: Stored<Reminder>,
  today: PlainDate,
  now: Instant,
): Promise<DueReminder | undefined> => {
  if (stored.value.expires <= now) {
    await settle(deps, stored, 'expired')
    return undefined
  }
  const found = await resolveReminder(deps)(stored.value, today)
  if (!found) await settle(deps, stored, 'not-needed')
  else if (found.recipients.length === 0) await settle(deps, stored, 'unaddressed')
  else return found
  return undefined
}

/** A reminder set anew for another date expires on another day, and is told again. */
const markerKey = ({ subject, rule, expires }: Reminder, contact: string) =>
  keys.reminded(subject, `${rule}@${expires.slice(0, 10)}`, contact)

const alreadyTold = async ({ records }: Deps, reminder: Reminder): Promise<ReadonlySet<string>> => {
  const { PK, SK } = markerKey(reminder, '')
  const markers = await collect(records.query({ partition: PK, sort: { beginsWith: SK } }))
  return new Set(markers.map((marker) => marker.SK.slice(SK.length)))
}

/** False when something is left for tomorrow: this person already had a digest today, or there was more than one mail holds. */
const sendDigest = async (
  deps: Deps,
  contact: string,
  pending: readonly Pending[],
  day: PlainDate,
  now: Instant,
): Promise<boolean> => {
  const told = pending.slice(0, LONGEST_DIGEST)
  const items = latestOfEachSubject(told).map(({ item }) => item)
  const markers = told.map(
    ({ reminder }): Write => ({ put: itemOf(markerKey(reminder, contact), { at: now }, 1), when: 'absent' }),
  )
  const sent = await transactOnce(deps.records, [
    ...mailWrites(
      deps,
      { contact, content: { kind: 'reminders', day, items }, subject: 'digest', version: day },
      { now, actor: 'system' },
    ),
    ...markers,
  ])
  return sent && told.length === pending.length
}

/** After an outage several reminders of one subject may be due: only the latest is still worth saying. */
const latestOfEachSubject = (pending: readonly Pending[]): Pending[] => {
  const latest = new Map<string, Pending>()
  for (const entry of pending) {
    const known = latest.get(entry.reminder.subject)
    if (!known || known.reminder.due < entry.reminder.due) latest.set(entry.reminder.subject, entry)
  }
  return [...latest.values()].toSorted(
    ({ reminder: a }, { reminder: b }) => a.due.localeCompare(b.due) || a.subject.localeCompare(b.subject),
  )
}

/** Closes a reminder; one that recurs waits for its next time, unless nothing needs to be said any more. */
const settle = async (
  { records, sector }: Deps,
  stored: Stored<Reminder>,
  status: Exclude<Reminder['status'], 'open' | 'cancelled'>,
): Promise<void> => {
  const { unaddressed: _, ...reminder } = stored.value
  const next = status === 'not-needed' ? undefined : nextOccurrence(reminder, sector)
  const settled: Reminder = next ?? { ...reminder, status }
  await transactOnce(records, [
    reminderWrite(status === 'unaddressed' ? { ...settled, unaddressed: true } : settled, stored),
  ])
}

const postpone = async ({ records, sector }: Deps, stored: Stored<Reminder>, today: PlainDate): Promise<void> => {
  await transactOnce(records, [
    reminderWrite({ ...stored.value, due: reminderTime(addDays(today, 1), sector) }, stored),
  ])
}
