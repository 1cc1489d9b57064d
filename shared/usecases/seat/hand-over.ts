import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import { readSeat } from '#shared/records/seat.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'
import { handOverMails } from './hand-over-mails.ts'
import { handingOn } from './hand-over-told.ts'
import { handedOverBy, seatWriteAfter } from './seat-writes.ts'

/** Days into the new turn until which a hand-over is still worth its mail. */
const USEFUL_DAYS = 30

/**
 * Mails outgoing and incoming holder of the donor seat when its turn is about to change, each once a turn and holder; then waits for the
 * next. After a change of the order, whoever was told of another hand-over and is in none now is told that it does not come.
 */
export const handOverSeat =
  (deps: Deps) =>
  async (now: Instant): Promise<void> => {
    const { records, sector } = deps
    const seat = await readSeat(records)
    if (!seat) return
    const { changes } = seat.value
    const today = dayAt(now, sector.timeZone)
    const handing = handingOn(today, deps, changes)
    if (handing && today <= addDays(handing.incoming.from, USEFUL_DAYS))
      for (const mail of await handOverMails(deps, handing, today))
        await transactOnce(records, mailWrites(deps, mail, { now, actor: 'system' }))
    await transactOnce(records, [seatWriteAfter(handedOverBy(now, sector), changes, seat, sector)])
  }
