import {
  countingChanges,
  HAND_OVER_DAYS,
  type SeatChange,
  type SeatTurn,
  seatTurns,
} from '#shared/domain/calendar/seat.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { type Actor, isInOffice, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { eventOf } from '#shared/events/event.ts'
import { eventWrites } from '#shared/records/events.ts'
import { ConflictError } from '#shared/records/record-store.ts'
import { readSeat } from '#shared/records/seat.ts'
import type { Deps } from '../deps.ts'
import { typedText } from '../typed-text.ts'
import { seatWriteAfter } from './seat-writes.ts'

export interface SeatSheet {
  /** From the beginning of the rotation to the end of the next round of the alphabet. */
  readonly turns: readonly SeatTurn[]
  /** Newest first. */
  readonly changes: readonly SeatChange[]
  /** Rises with every change; 0 before the first. */
  readonly version: number
}

export interface ChangeSeat {
  /** `skip`, `swap` or `undo`, which takes the latest change back. */
  readonly kind: string
  /** First day of the turn; of a swap also that of the other. */
  readonly from: string
  readonly with: string
  readonly reason: string
  /** The number of changes that its author saw. */
  readonly version: number
}

const LONGEST_REASON = 500
const DAYS_A_YEAR = 366

/** The turns of the donor seat, for everyone with a role. @throws UserError `forbidden` */
export const readSeatSheet =
  ({ records, sector }: Deps) =>
  async (actor: Actor, now: Instant): Promise<SeatSheet> => {
    const today = dayAt(now, sector.timeZone)
    if (!isInOffice(actor.roles, today))
      throw new UserError('forbidden', say`The rotation is for people with a role in the sector`)
    const changes = (await readSeat(records))?.value.changes ?? []
    const { donors, termYears } = sector.donorSeat
    const turns = seatTurns(addDays(today, DAYS_A_YEAR * termYears * donors.length), sector, changes)
    return { turns, changes: changes.toReversed(), version: changes.length }
  }

/**
 * Skips a turn, swaps two, or takes the latest change back, with its event. Turns that have begun stay as they were.
 * @throws UserError `forbidden`, `invalid` with its field, `changed` when somebody was faster
 */
export const changeSeat =
  (deps: Deps) =>
  async (command: ChangeSeat, actor: Actor, now: Instant): Promise<SeatSheet> => {
    const { records, sector, platform } = deps
    const today = dayAt(now, sector.timeZone)
    if (!isSecretariat(actor.roles, today))
      throw new UserError('forbidden', say`Only the secretariat changes the rotation`)
    const { turns } = await readSeatSheet(deps)(actor, now)
    const seat = await readSeat(records)
    const changes = seat?.value.changes ?? []
    const change = readChange(
      command,
      { turns: turns.filter(({ from }) => from > today), latest: countingChanges(changes).at(-1), today },
      { by: actor.contact.name, at: now },
    )
    const last = changes.at(-1)
    if (last && command.version === changes.length - 1 && sameChange(last, change))
      return readSeatSheet(deps)(actor, now)
    if (command.version !== changes.length) throw changedMeanwhile()
    const next = [...changes, change]
    const turn = seatTurns(change.from, sector, next).at(-1) as SeatTurn
    const event = eventOf(
      {
        id: platform.newId(now),
        type: 'SeatTurnChanged',
        subject: 'seat',
        sequence: next.length,
        data: { donor: turn.donor, from: turn.from, until: turn.until },
      },
      { now, actor: `contact/${actor.contact.id}` },
    )
    try {
      // a turn that was handed over and has not begun is looked at again: whoever is new in it is told
      const after = addDays(today, -HAND_OVER_DAYS)
      await records.transact([seatWriteAfter(after, next, seat, sector), ...eventWrites(event)])
    } catch (error) {
      throw error instanceof ConflictError ? changedMeanwhile() : error
    }
    return readSeatSheet(deps)(actor, now)
  }

interface Coming {
  readonly turns: readonly SeatTurn[]
  /** The latest change that counts. */
  readonly latest: SeatChange | undefined
  readonly today: PlainDate
}

const readChange = (command: ChangeSeat, coming: Coming, made: Pick<SeatChange, 'by' | 'at'>): SeatChange => {
  const { kind } = command
  if (kind === 'undo') return { ...undoing(coming), reason: readReason(command), ...made }
  if (kind !== 'skip' && kind !== 'swap')
    throw new UserError('invalid', say`Choose whether to skip, to swap or to take a change back`, 'kind')
  const turn = coming.turns.find(({ from }) => from === command.from)
  if (!turn) throw new UserError('invalid', say`Choose a turn that has not begun`, 'from')
  const other = coming.turns.find(({ from }) => from === command.with)
  if (kind === 'swap' && (!other || other === turn))
    throw new UserError('invalid', say`Choose another turn that has not begun`, 'with')
  const reason = readReason(command)
  return {
    kind,
    from: turn.from,
    ...(kind === 'swap' && other ? { with: other.from } : {}),
    donor: turn.donor,
    reason,
    ...made,
  }
}

const readReason = ({ reason }: ChangeSeat): string =>
  typedText(reason, { field: 'reason', longest: LONGEST_REASON, ask: say`Say why`, oneLine: true })

const undoing = ({ latest, today }: Coming): Pick<SeatChange, 'kind' | 'from' | 'donor'> => {
  if (!latest)
    throw new UserError('invalid', say`There is no change to take back: the order is that of the alphabet`, 'kind')
  const { from, donor } = latest
  const begun = [from, latest.with ?? from].find((day) => day <= today)
  if (begun)
    throw new UserError(
      'invalid',
      say`The latest change cannot be taken back: its turn began on ${dayInWords(begun)}`,
      'kind',
    )
  return { kind: 'undo', from, donor }
}

const sameChange = (a: SeatChange, b: SeatChange): boolean =>
  a.kind === b.kind && a.from === b.from && a.with === b.with && a.reason === b.reason

const changedMeanwhile = () =>
  new UserError('changed', say`Somebody else changed the rotation meanwhile: look at it, then try again`, 'kind')
