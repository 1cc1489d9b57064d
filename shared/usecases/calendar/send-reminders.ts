import { type Reminder, reminderTime } from '#shared/domain/calendar/reminder.ts'
import { addDays, dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import { reminderWrite } from '#shared/records/calendar.ts'
import { keys } from '#shared/records/keys.ts'
import { itemOf, type Stored } from '#shared/records/record.ts'
import { collect, transactOnce, type Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'
import { type DueReminder, resolveReminder } from './reminder-subjects.ts'

interface Pending extends DueReminder {
  readonly reminder: Reminder
}

/** DynamoDB takes 100 writes a transaction; a digest needs three besides its markers. */
const LONGEST_DIGEST = 90

/**
 * Sends what is due, one digest mail a person and day. A marker for each (reminder, person) is stored with the digest,
 * so that a sweep cut short and run again, on the same day or later, tells nobody twice.
 */
export const sendReminders =
  (deps: Deps) =>
  async (due: readonly Stored<Reminder>[], now: Instant): Promise<void> => {
    const today = dayAt(now, deps.sector.timeZone)
    const byContact = new Map<string, Pending[]>()
    const open: Stored<Reminder>[] = []
    for (const stored of due) {
      const found = stored.value.expires <= now ? undefined : await resolveReminder(deps)(stored.value, today)
      if (!found) {
        await settle(deps, stored, stored.value.expires <= now ? 'expired' : 'not-needed')
        continue
      }
      open.push(stored)
      const told = await alreadyTold(deps, stored.value)
      for (const contact of found.recipients.filter((recipient) => !told.has(recipient))) {
        byContact.set(contact, [...(byContact.get(contact) ?? []), { ...found, reminder: stored.value }])
      }
    }
    const postponed = new Set<string>()
    for (const [contact, pending] of byContact) {
      if (await sendDigest(deps, contact, pending, today, now)) continue
      for (const { reminder } of pending) postponed.add(`${reminder.subject} ${reminder.rule}`)
    }
    for (const stored of open) {
      if (postponed.has(`${stored.value.subject} ${stored.value.rule}`)) await postpone(deps, stored, today)
      else await settle(deps, stored, 'sent')
    }
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
  return [...latest.values()].toSorted((a, b) => a.reminder.due.localeCompare(b.reminder.due))
}

const settle = async ({ records }: Deps, stored: Stored<Reminder>, status: Reminder['status']): Promise<void> => {
  await transactOnce(records, [reminderWrite({ ...stored.value, status }, stored)])
}

const postpone = async ({ records, sector }: Deps, stored: Stored<Reminder>, today: PlainDate): Promise<void> => {
  await transactOnce(records, [
    reminderWrite({ ...stored.value, due: reminderTime(addDays(today, 1), sector) }, stored),
  ])
}
