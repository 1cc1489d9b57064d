import { type ActionPoint, concerns } from '#shared/domain/action-point.ts'
import { type Actor, isInOffice } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { closedActionPoints, openActionPoints } from '#shared/records/action-points.ts'
import type { Deps } from '../deps.ts'

const CLOSED_SHOWN = 10

export interface ActionPointsOfGroup {
  readonly group: string
  /** The longest overdue first. */
  readonly open: readonly ActionPoint[]
  /** The latest that were done or cancelled. */
  readonly closed: readonly ActionPoint[]
}

const groupsOf = ({ sector }: Pick<Deps, 'sector'>): string[] => ['swg', ...sector.twgs.map(({ id }) => id)]

/** The action points of every group, for everyone with a role. @throws UserError `forbidden` */
export const listActionPoints =
  (deps: Deps) =>
  async (actor: Actor, now: Instant): Promise<ActionPointsOfGroup[]> => {
    const today = dayAt(now, deps.sector.timeZone)
    if (!isInOffice(actor.roles, today))
      throw new UserError('forbidden', say`Action points are for people with a role in the sector`)
    return Promise.all(
      groupsOf(deps).map(async (group) => {
        const [open, closed] = await Promise.all([
          openActionPoints(deps.records, group),
          closedActionPoints(deps.records, group, CLOSED_SHOWN),
        ])
        return { group, open, closed }
      }),
    )
  }

/** The open action points that somebody owns or whose TWG they chair, the longest overdue first. */
export const actionPointsConcerning = async (deps: Deps, actor: Actor, now: Instant): Promise<ActionPoint[]> => {
  const today = dayAt(now, deps.sector.timeZone)
  const points = await Promise.all(groupsOf(deps).map((group) => openActionPoints(deps.records, group)))
  return points
    .flat()
    .filter((point) => concerns(point, actor, today))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
}
