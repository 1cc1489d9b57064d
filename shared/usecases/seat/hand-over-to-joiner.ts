import { reminderTime } from '#shared/domain/calendar/reminder.ts'
import { handOverDay } from '#shared/domain/calendar/seat.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt } from '#shared/domain/dates.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { dataOf } from '#shared/events/event.ts'
import { readActivation } from '#shared/records/activation.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import { readSeatChanges } from '#shared/records/seat.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'
import { joinerMails } from './hand-over-mails.ts'
import { handingOn } from './hand-over-told.ts'
import { handedOverBy } from './seat-writes.ts'

/** Days into a turn until which whoever is named for it is still told how it was handed over. */
const USEFUL_DAYS = 90

/**
 * After a co-chair was named: whoever comes after the hand-over of the donor seat was mailed gets its mail too, once, and those who were
 * told of it before get the name. A hand-over from before the system began to act is told to nobody.
 */
export const handOverToJoiner =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> => {
    const { records, sector } = deps
    const { contact, role } = dataOf(event, 'RoleGiven')
    if (role !== 'co-chair') return
    const now = event.time
    const today = dayAt(now, sector.timeZone)
    const [changes, activated] = await Promise.all([readSeatChanges(records), readActivation(records)])
    const handing = handingOn(handedOverBy(now, sector), deps, changes)
    if (!handing || activated === undefined) return
    const { from } = handing.incoming
    if (reminderTime(handOverDay(from), sector) < activated || today > addDays(from, USEFUL_DAYS)) return
    for (const mail of await joinerMails(deps, handing, contact, today))
      await transactOnce(records, mailWrites(deps, mail, { now, actor: 'system', causedBy: event }))
  }
