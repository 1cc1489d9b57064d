import { type ActionPoint, changed, type FollowUp } from '#shared/domain/action-point.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { actionPointWrite } from '#shared/records/action-points.ts'
import { eventWrites } from '#shared/records/events.ts'
import type { Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

/** A version of an action point and its event: three writes, for whatever transaction causes them. */
export const actionPointWrites = ({ platform }: Pick<Deps, 'platform'>, point: ActionPoint, cause: Cause): Write[] => [
  actionPointWrite(point),
  ...eventWrites(
    eventOf(
      {
        id: platform.newId(cause.now),
        type: point.version === 1 ? 'ActionPointOpened' : 'ActionPointUpdated',
        subject: `action-point/${point.id}`,
        sequence: point.version,
        data: { actionPoint: point.id, twg: point.group },
      },
      cause,
    ),
  ),
]

/** What a report says of the action points, applied to those that it changes. @param by who submits it */
export const followUpWrites = (
  deps: Pick<Deps, 'platform'>,
  points: readonly ActionPoint[],
  entries: readonly FollowUp[],
  by: string,
  cause: Cause,
): Write[] =>
  points.flatMap((point) => {
    const entry = entries.find(({ id }) => id === point.id)
    const next = entry && changed(point, { status: entry.status, note: entry.note }, cause.now, by)
    return next ? actionPointWrites(deps, next, cause) : []
  })
