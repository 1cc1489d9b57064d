import { HAND_OVER_DAYS, seatTurns } from '#shared/domain/calendar/seat.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import type { HandOver } from '#shared/domain/mail.ts'
import { openActionPoints } from '#shared/records/action-points.ts'
import { latestBriefs } from '#shared/records/briefs.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import { readSeat } from '#shared/records/seat.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'
import { seatHolders } from './seat-holders.ts'
import { handedOverBy, seatWriteAfter } from './seat-writes.ts'

/** Days into the new turn until which a hand-over is still worth its mail. */
const USEFUL_DAYS = 30
const BRIEFS_LOOKED_AT = 60

/** Mails outgoing and incoming holder of the donor seat when its turn is about to change, each once a turn and holder; then waits for the next. */
export const handOverSeat =
  (deps: Deps) =>
  async (now: Instant): Promise<void> => {
    const { records, sector } = deps
    const seat = await readSeat(records)
    if (!seat) return
    const { changes } = seat.value
    const today = dayAt(now, sector.timeZone)
    const turns = seatTurns(addDays(today, HAND_OVER_DAYS), sector, changes)
    const [outgoing, incoming] = turns.slice(-2)
    if (outgoing && incoming && today <= addDays(incoming.from, USEFUL_DAYS) && outgoing.donor !== incoming.donor) {
      const content = {
        kind: 'hand-over' as const,
        ...(await handOverOf(deps, outgoing.donor, incoming.donor, incoming.from)),
      }
      const subject = `seat/${incoming.from}`
      const version = `${outgoing.donor} ${incoming.donor}`
      for (const contact of await seatHolders(deps, [outgoing, incoming], today))
        await transactOnce(records, mailWrites(deps, { contact, content, subject, version }, { now, actor: 'system' }))
    }
    await transactOnce(records, [seatWriteAfter(handedOverBy(now, sector), changes, seat, sector)])
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
