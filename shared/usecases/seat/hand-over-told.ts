import {
  HAND_OVER_DAYS,
  type SeatChange,
  type SeatTurn,
  seatTurns,
  type TurnHolder,
  turnHolders,
} from '#shared/domain/calendar/seat.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import type { PlainDate } from '#shared/domain/dates.ts'
import { readMail } from '#shared/records/mails.ts'
import type { Deps } from '../deps.ts'
import { mailIdOf } from '../mail/request-mail.ts'

/** Two turns that follow each other, after every change of the order. */
export interface Handing {
  readonly outgoing: SeatTurn
  readonly incoming: SeatTurn
  readonly changes: readonly SeatChange[]
}

/** The latest hand-over whose day has come by `day`; undefined before the second turn. */
export const handingOn = (
  day: PlainDate,
  { sector }: Pick<Deps, 'sector'>,
  changes: readonly SeatChange[],
): Handing | undefined => {
  const [outgoing, incoming] = seatTurns(addDays(day, HAND_OVER_DAYS), sector, changes).slice(-2)
  return outgoing && incoming ? { outgoing, incoming, changes } : undefined
}

/** Whose the turn has been, oldest first. */
export const historyOf = ({ sector }: Pick<Deps, 'sector'>, { incoming, changes }: Handing) => {
  const history = turnHolders(incoming.from, sector, changes)
  return { history, current: history.at(-1) as TurnHolder, earlier: history.slice(0, -1) }
}

/** The version of the mails about a hand-over to a donor. */
export const versionOf = ({ changes, donor }: TurnHolder): string => `${changes} ${donor}`

/** The donor that a person was told of last, unless that was taken back already. */
export const toldOf =
  (deps: Deps, handing: Handing) =>
  async (contact: string): Promise<string | undefined> => {
    const wasMailed = async (kind: 'hand-over' | 'seat-passed', holder: TurnHolder) => {
      const subject = `seat/${handing.incoming.from}`
      const id = mailIdOf({ content: { kind }, subject, version: versionOf(holder), contact })
      return (await readMail(deps.records, id)) !== undefined
    }
    for (const holder of historyOf(deps, handing).history.toReversed()) {
      if (await wasMailed('seat-passed', holder)) return undefined
      if (await wasMailed('hand-over', holder)) return holder.donor
    }
    return undefined
  }
