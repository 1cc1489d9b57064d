import {
  type ActionPoint,
  ActionPointStatus,
  changed,
  LONGEST_ACTION_NOTE,
  mayFollowUp,
  needsNote,
} from '#shared/domain/action-point.ts'
import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { readActionPoint } from '#shared/records/action-points.ts'
import { ConflictError } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { typedText } from '../typed-text.ts'
import { actionPointWrites } from './action-point-writes.ts'
import { readDue, readOwner, readTask } from './read-fields.ts'

export interface UpdateActionPoint {
  readonly id: string
  /** The version that its author saw. */
  readonly version: number
  readonly status: string
  readonly note: string
  /** Text, owner and due date are the secretariat's to change; from others they are left as they are. */
  readonly text: string
  readonly owner: string
  readonly due: string
}

/** @throws UserError `not-found`, `forbidden` */
export const readActionPointFor =
  ({ records, sector }: Deps) =>
  async (id: string, actor: Actor, now: Instant): Promise<ActionPoint> => {
    const point = await readActionPoint(records, id)
    if (!point) throw new UserError('not-found', say`There is no such action point`)
    if (!mayFollowUp(actor, point.group, dayAt(now, sector.timeZone)))
      throw new UserError('forbidden', say`Only the chair and the alternate of its group and the secretariat change it`)
    return point
  }

/**
 * Stores a new version of an action point with its event; saying the same again stores nothing.
 * @throws UserError `not-found`, `forbidden`, `invalid` with its field, `changed` when somebody else changed it after `version`
 */
export const updateActionPoint =
  (deps: Deps) =>
  async (command: UpdateActionPoint, actor: Actor, now: Instant): Promise<ActionPoint> => {
    const { records, sector } = deps
    const point = await readActionPointFor(deps)(command.id, actor, now)
    const status = ActionPointStatus.safeParse(command.status)
    if (!status.success) throw new UserError('invalid', say`Choose how it stands`, 'status')
    const note = typedText(command.note, {
      field: 'note',
      longest: LONGEST_ACTION_NOTE,
      ...(needsNote(status.data) ? { ask: say`Say in the note why` } : {}),
    })
    const secretariats = isSecretariat(actor.roles, dayAt(now, sector.timeZone))
      ? {
          text: readTask(command.text),
          due: readDue(command.due),
          owner: command.owner.trim() === point.owner.name ? point.owner : await readOwner(records, command.owner),
        }
      : {}
    const next = changed(point, { ...secretariats, status: status.data, note }, now, actor.contact.name)
    if (!next) return point
    if (point.version !== command.version) throw changedMeanwhile()
    try {
      await records.transact(actionPointWrites(deps, next, { now, actor: `contact/${actor.contact.id}` }))
      return next
    } catch (error) {
      throw error instanceof ConflictError ? changedMeanwhile() : error
    }
  }

const changedMeanwhile = () =>
  new UserError('changed', say`Somebody else changed this action point meanwhile: look at its history, then save again`)
