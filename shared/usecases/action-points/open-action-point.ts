import { type ActionPoint, MOST_FOLLOWED_UP, opened } from '#shared/domain/action-point.ts'
import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { openActionPoints, readActionPoint } from '#shared/records/action-points.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { actionPointWrites } from './action-point-writes.ts'
import { readDue, readOwner, readTask } from './read-fields.ts'

export interface OpenActionPoint {
  /** A TWG's id, or `swg`. */
  readonly group: string
  readonly text: string
  /** A name, or the address of a contact. */
  readonly owner: string
  readonly due: string
}

/**
 * Opens an action point. The same text for the same group and day is the same point, so that a form sent twice opens one.
 * @throws UserError `forbidden`, `invalid` with its field, `known` when this point was opened before and has moved on
 */
export const openActionPoint =
  (deps: Deps) =>
  async (command: OpenActionPoint, actor: Actor, now: Instant): Promise<ActionPoint> => {
    const { records, sector } = deps
    if (!isSecretariat(actor.roles, dayAt(now, sector.timeZone)))
      throw new UserError('forbidden', say`Only the secretariat opens action points`)
    const { group } = command
    if (group !== 'swg' && !sector.twgs.some(({ id }) => id === group))
      throw new UserError('invalid', say`Choose a group`, 'group')
    const text = readTask(command.text)
    const due = readDue(command.due)
    const owner = await readOwner(records, command.owner)
    const id = fingerprint('action-point', group, text, due).slice(0, 20)
    const known = await readActionPoint(records, id)
    if (known) return openedBefore(known)
    if (group !== 'swg' && (await openActionPoints(records, group)).length >= MOST_FOLLOWED_UP)
      throw new UserError('invalid', say`This group has ${MOST_FOLLOWED_UP} open points: close some first`, 'group')
    const point = opened({ id, group, text, owner, due }, now, actor.contact.name)
    const cause = { now, actor: `contact/${actor.contact.id}` }
    if (await transactOnce(records, actionPointWrites(deps, point, cause))) return point
    return openedBefore((await readActionPoint(records, id)) ?? point)
  }

const openedBefore = (point: ActionPoint): ActionPoint => {
  if (point.version === 1) return point
  throw new UserError('known', say`This action point is already in the list: update it there`, 'text')
}
