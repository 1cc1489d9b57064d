import { Reminder } from '#shared/domain/calendar/reminder.ts'
import { reminderWrite } from '#shared/records/calendar.ts'
import { keys } from '#shared/records/keys.ts'
import { readItem, type Stored } from '#shared/records/record.ts'
import type { Deps } from '../deps.ts'

/**
 * Makes the reminders of a subject what is wanted now: sets those wanted (anew, when the date moved), takes back the open ones of
 * other rules, and leaves what stands as wanted or was settled for the same date.
 * @throws ConflictError when a sweep settles one at this moment; whoever tries again sees it settled
 */
export const setReminders = async (
  { records }: Pick<Deps, 'records'>,
  subject: string,
  rules: readonly string[],
  wanted: readonly Reminder[],
): Promise<void> => {
  for (const rule of rules) {
    const stored = readItem(Reminder, await records.get(keys.reminder(subject, rule)))
    const next = wanted.find((candidate) => candidate.rule === rule) ?? takenBack(stored)
    if (next && !stands(stored, next)) await records.transact([reminderWrite(next, stored)])
  }
}

const takenBack = (stored: Stored<Reminder> | undefined): Reminder | undefined =>
  stored?.value.status === 'open' ? { ...stored.value, status: 'cancelled' } : undefined

const stands = (stored: Stored<Reminder> | undefined, next: Reminder): boolean =>
  stored !== undefined &&
  stored.value.due === next.due &&
  stored.value.expires === next.expires &&
  (stored.value.status === next.status || (next.status === 'open' && stored.value.status !== 'cancelled'))
