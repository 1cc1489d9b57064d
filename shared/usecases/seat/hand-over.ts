import { reminderTime } from '#shared/domain/calendar/reminder.ts'
import { handOverDay, seatTurns } from '#shared/domain/calendar/seat.ts'
import { addDays, dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import type { HandOver } from '#shared/domain/mail.ts'
import { openActionPoints } from '#shared/records/action-points.ts'
import { latestBriefs } from '#shared/records/briefs.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import { readSeat } from '#shared/records/seat.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'
import { seatHolders } from './seat-holders.ts'
import { seatWriteAt } from './seat-writes.ts'

/** Days into the new turn until which a hand-over is still worth its mail. */
const USEFUL_DAYS = 30
const BRIEFS_LOOKED_AT = 60

/** Days on which the hand-over before the turn is of use, by the sector's rule. */
const isDue = (from: PlainDate, now: Instant, { sector }: Pick<Deps, 'sector'>): boolean =>
  reminderTime(handOverDay(from), sector) <= now && dayAt(now, sector.timeZone) <= addDays(from, USEFUL_DAYS)

/** Mails outgoing and incoming holder of the donor seat when its turn is about to change, each once a turn and holder; then waits for the next. */
export const handOverSeat =
  (deps: Deps) =>
  async (now: Instant): Promise<void> => {
    const { records, sector } = deps
    const seat = await readSeat(records)
    if (!seat) return
    const { changes } = seat.value
    const turns = seatTurns(addDays(dayAt(now, sector.timeZone), USEFUL_DAYS), sector, changes)
    const [outgoing, incoming] = turns.slice(-2)
    if (outgoing && incoming && isDue(incoming.from, now, deps) && outgoing.donor !== incoming.donor) {
      const content = {
        kind: 'hand-over' as const,
        ...(await handOverOf(deps, outgoing.donor, incoming.donor, incoming.from)),
      }
      const subject = `seat/${incoming.from}`
      const version = `${outgoing.donor} ${incoming.donor}`
      for (const contact of await seatHolders(deps, [outgoing, incoming], dayAt(now, sector.timeZone)))
        await transactOnce(records, mailWrites(deps, { contact, content, subject, version }, { now, actor: 'system' }))
    }
    await transactOnce(records, [seatWriteAt(changes, seat, now, sector)])
  }

/** What is handed over: the working group's latest brief and its open action points. */
const handOverOf = async (
  { records, sector }: Deps,
  outgoing: string,
  incoming: string,
  from: PlainDate,
): Promise<HandOver> => {
  const name = (donor: string) => sector.donorSeat.donors.find(({ id }) => id === donor)?.name ?? donor
  const brief = (await latestBriefs(records, BRIEFS_LOOKED_AT)).find(({ model }) => model.kind === 'swg')
  const points = await openActionPoints(records, 'swg')
  return {
    outgoing: name(outgoing),
    incoming: name(incoming),
    from,
    ...(brief ? { brief: { key: brief.key, version: brief.version } } : {}),
    actionPoints: points.map(({ text, owner, due }) => ({ text, owner: owner.name, due })),
  }
}
