import {
  type Actor,
  type Contact,
  EmailAddress,
  isSecretariat,
  Language,
  type Role,
  RoleName,
} from '#shared/domain/contact.ts'
import { dayAt, epochMsOf, type Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { eventOf } from '#shared/events/event.ts'
import { contactIdByAddress, readContact, roleWrite } from '#shared/records/contacts.ts'
import { eventWrites } from '#shared/records/events.ts'
import { lists } from '#shared/records/keys.ts'
import { collect } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { registerContact } from './register-contact.ts'

export interface RecordContact {
  readonly name: string
  readonly email: string
  readonly organisation: string
  /** What the person reads the pages in; English where it is none that is known. */
  readonly language?: string
  readonly role: string
  /** A TWG's id, `swg`, or `donor:<id>`. */
  readonly group: string
  /** For a co-chair: the seat. */
  readonly seat: string
}

/** @throws UserError `forbidden` */
export const onlySecretariat = ({ sector }: Deps, actor: Actor, now: Instant): void => {
  if (!isSecretariat(actor.roles, dayAt(now, sector.timeZone)))
    throw new UserError('forbidden', say`Only the secretariat keeps the contacts`)
}

/** Everyone with their roles, by name. @throws UserError `forbidden` */
export const listContacts =
  (deps: Deps) =>
  async (actor: Actor, now: Instant): Promise<{ contact: Contact; roles: readonly Role[] }[]> => {
    onlySecretariat(deps, actor, now)
    const items = await collect(deps.records.query({ index: 'GSI1', partition: lists.contacts }))
    const found = await Promise.all(items.map((item) => readContact(deps.records, item.PK.slice('CONTACT#'.length))))
    return found.flatMap((entry) => (entry ? [{ contact: entry.contact.value, roles: entry.roles }] : []))
  }

/**
 * Records a person with a role from today, or gives a known person another role.
 * @throws UserError `forbidden`, `invalid` with its field
 */
export const recordContact =
  (deps: Deps) =>
  async (command: RecordContact, actor: Actor, now: Instant): Promise<void> => {
    onlySecretariat(deps, actor, now)
    const role = roleFrom(deps, command, now)
    const email = EmailAddress.safeParse(command.email.trim())
    if (!email.success) throw new UserError('invalid', say`Enter an e-mail address such as name@example.org`, 'email')
    const known = await contactIdByAddress(deps.records, email.data)
    const given = (contact: string) =>
      eventWrites(
        eventOf(
          {
            id: deps.platform.newId(now),
            type: 'RoleGiven',
            subject: `contact/${contact}`,
            // A role has no version: the moment orders them.
            sequence: epochMsOf(now),
            data: { contact, group: role.group, role: role.role, from: role.from },
          },
          { now, actor: `contact/${actor.contact.id}` },
        ),
      )
    if (known !== undefined) {
      await deps.records.transact([roleWrite(known, role), ...given(known)])
      return
    }
    if (command.name.trim() === '') throw new UserError('invalid', say`Enter the name of the person`, 'name')
    const { name, organisation } = command
    await registerContact(deps)(
      {
        name: name.slice(0, 120),
        email: email.data,
        organisation: organisation.slice(0, 120),
        language: Language.safeParse(command.language).data,
        roles: [role],
      },
      ({ id }) => given(id),
    )
  }

const roleFrom = ({ sector }: Deps, { role, group, seat }: RecordContact, now: Instant): Role => {
  const from = dayAt(now, sector.timeZone)
  const name = RoleName.safeParse(role)
  if (!name.success) throw new UserError('invalid', say`Choose a role`, 'role')
  const twgs = sector.twgs.map(({ id }) => id)
  const donors = sector.donorSeat.donors.map(({ id }) => id)
  const allowed = {
    chair: twgs,
    alternate: twgs,
    member: twgs,
    'co-chair': ['swg'],
    secretariat: ['swg'],
    'donor-focal-point': donors.map((id) => `donor:${id}`),
  }[name.data]
  if (!allowed.includes(group)) throw new UserError('invalid', say`Choose a group that has this role`, 'group')
  if (name.data !== 'co-chair') return { group, role: name.data, from }
  if (![...sector.fixedSeats.map(({ id }) => id), ...donors].includes(seat))
    throw new UserError('invalid', say`Choose the seat of the co-chair`, 'seat')
  return { group, role: name.data, seat, from }
}
