import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { eventOf } from '#shared/events/event.ts'
import { eventWrites } from '#shared/records/events.ts'
import {
  type Intake,
  intakeChangeWrite,
  type ListedIntake,
  latestIntakes,
  readIntake,
  refusedIntakes,
} from '#shared/records/intakes.ts'
import type { Stored } from '#shared/records/record.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { typedText } from '../typed-text.ts'

const REFUSED_SHOWN = 200
const OTHERS_SHOWN = 50
const LONGEST_INTAKE_NOTE = 1000

export type { ListedIntake } from '#shared/records/intakes.ts'

export interface Intakes {
  /** What was refused and waits for the secretariat, the longest waiting first. */
  readonly waiting: readonly ListedIntake[]
  /** What was taken in, or refused and dealt with: the newest first. */
  readonly others: readonly ListedIntake[]
}

const onlySecretariat = ({ sector }: Deps, actor: Actor, now: Instant): void => {
  if (!isSecretariat(actor.roles, dayAt(now, sector.timeZone)))
    throw new UserError('forbidden', say`Only the secretariat looks at what other systems sent`)
}

/** What other systems sent. @throws UserError `forbidden` */
export const listIntakes =
  (deps: Deps) =>
  async (actor: Actor, now: Instant): Promise<Intakes> => {
    onlySecretariat(deps, actor, now)
    const [waiting, others] = await Promise.all([
      refusedIntakes(deps.records, REFUSED_SHOWN),
      latestIntakes(deps.records, OTHERS_SHOWN),
    ])
    return { waiting, others }
  }

/** @throws UserError `forbidden`, `not-found` */
export const readIntakeFor =
  (deps: Deps) =>
  async (id: string, actor: Actor, now: Instant): Promise<ListedIntake> => ({
    ...(await storedIntake(deps, id, actor, now)).value,
    id,
  })

const storedIntake = async (deps: Deps, id: string, actor: Actor, now: Instant): Promise<Stored<Intake>> => {
  onlySecretariat(deps, actor, now)
  const stored = await readIntake(deps.records, id)
  if (!stored) throw new UserError('not-found', say`Nothing was received under this address`)
  return stored
}

/**
 * Takes a refused event off the desk, with what was done about it. It stays on record; what was said first stands.
 * @throws UserError `forbidden`, `not-found`, `invalid` (field `note`)
 */
export const dealWithIntake =
  (deps: Deps) =>
  async (command: { id: string; note: string }, actor: Actor, now: Instant): Promise<void> => {
    const { id } = command
    const stored = await storedIntake(deps, id, actor, now)
    const { value } = stored
    if (value.outcome !== 'rejected') throw new UserError('not-found', say`This was taken in: there is nothing to do`)
    if (value.dealtWith) return
    const ask = say`Say what was done about it`
    const note = typedText(command.note, { field: 'note', longest: LONGEST_INTAKE_NOTE, ask })
    const by = { contact: actor.contact.id, name: actor.contact.name }
    await transactOnce(deps.records, [
      intakeChangeWrite(id, { ...value, dealtWith: { by, at: now, note } }, stored),
      ...eventWrites(
        eventOf(
          {
            id: deps.platform.newId(now),
            type: 'IntakeDealtWith',
            subject: `intake/${id}`,
            sequence: stored.version + 1,
            data: { intake: id },
          },
          { now, actor: `contact/${by.contact}` },
        ),
      ),
    ])
  }
