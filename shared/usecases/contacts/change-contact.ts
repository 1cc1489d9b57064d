import { addDays } from '#shared/domain/calendar-days.ts'
import { type Actor, type Contact, EmailAddress, holdsOn, Language, type Role } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import {
  addressMoveWrites,
  type ContactWithRoles,
  contactWrite,
  readContact,
  roleRemoval,
  roleWrite,
} from '#shared/records/contacts.ts'
import { ConflictError, type Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { onlySecretariat } from './manage-contacts.ts'

export interface ChangeContact {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly organisation: string
  /** Stays as it is where it is none that is known. */
  readonly language?: string
}

export type RoleKey = Pick<Role, 'group' | 'role' | 'from'>

const LONGEST = 120

/** One person with all roles, past ones too. @throws UserError `forbidden`, `not-found` */
export const readContactFor =
  (deps: Deps) =>
  async (id: string, actor: Actor, now: Instant): Promise<{ contact: Contact; roles: readonly Role[] }> => {
    const { contact, roles } = await forChange(deps, id, actor, now)
    return { contact: contact.value, roles }
  }

/**
 * Changes name, organisation, language and address. With another address the person signs in anew: sessions and codes that the
 * old address was good for end, and mail goes out again.
 * @throws UserError `forbidden`, `not-found`, `invalid` and `address-known` with their field, `changed`
 */
export const changeContact =
  (deps: Deps) =>
  async (command: ChangeContact, actor: Actor, now: Instant): Promise<void> => {
    const { contact } = await forChange(deps, command.id, actor, now)
    const name = command.name.replace(/\s+/g, ' ').trim()
    if (name === '') throw new UserError('invalid', say`Enter the name of the person`, 'name')
    const email = EmailAddress.safeParse(command.email.trim())
    if (!email.success) throw new UserError('invalid', say`Enter an e-mail address such as name@example.org`, 'email')
    const moved = email.data !== contact.value.email
    const changed: Contact = {
      ...contact.value,
      name: name.slice(0, LONGEST),
      organisation: command.organisation.replace(/\s+/g, ' ').trim().slice(0, LONGEST),
      language: Language.safeParse(command.language).data ?? contact.value.language,
      ...(moved ? { email: email.data, mailSuspended: false, signInsFrom: now } : {}),
    }
    try {
      await deps.records.transact([
        contactWrite(changed, contact),
        ...(moved ? addressMoveWrites(contact.value, email.data) : []),
      ])
    } catch (error) {
      if (!(error instanceof ConflictError) || error.failed.includes(0)) throw orChanged(error)
      throw new UserError('address-known', say`This address already belongs to a contact`, 'email')
    }
  }

/**
 * Ends a role from this moment: yesterday was its last day. One that began today or later is taken back altogether.
 * @throws UserError `forbidden`, `not-found`, `own-role` for one's own role in the secretariat
 */
export const endRole =
  (deps: Deps) =>
  async ({ id, ...key }: RoleKey & { id: string }, actor: Actor, now: Instant): Promise<void> => {
    const { roles } = await forChange(deps, id, actor, now)
    const today = dayAt(now, deps.sector.timeZone)
    const role = roles.find((one) => one.group === key.group && one.role === key.role && one.from === key.from)
    if (!role) throw new UserError('not-found', say`There is no such role`)
    if (role.role === 'secretariat' && id === actor.contact.id)
      throw new UserError(
        'own-role',
        say`Your own role in the secretariat is ended by another person of the secretariat`,
      )
    if (!holdsOn(role, today) && role.from <= today) return
    await deps.records.transact([
      role.from >= today ? roleRemoval(id, role) : roleWrite(id, { ...role, until: addDays(today, -1) }),
    ])
  }

/** Mail goes out again to an address that had failed. @throws UserError `forbidden`, `not-found`, `changed` */
export const liftMailSuspension = changing((contact) => ({ ...contact, mailSuspended: false }))

/** Ends every session of a person and every sign-in on its way: a lost laptop is locked out. @throws UserError `forbidden`, `not-found`, `changed` */
export const endSessionsOf = changing((contact, now) => ({ ...contact, signInsFrom: now }))

function changing(change: (contact: Contact, now: Instant) => Contact) {
  return (deps: Deps) =>
    async (id: string, actor: Actor, now: Instant): Promise<void> => {
      const { contact } = await forChange(deps, id, actor, now)
      await transactChanged(deps, [contactWrite(change(contact.value, now), contact)])
    }
}

const forChange = async (deps: Deps, id: string, actor: Actor, now: Instant): Promise<ContactWithRoles> => {
  onlySecretariat(deps, actor, now)
  const found = await readContact(deps.records, id)
  if (!found) throw new UserError('not-found', say`There is no such contact`)
  return found
}

const transactChanged = async ({ records }: Deps, writes: readonly Write[]): Promise<void> => {
  try {
    await records.transact(writes)
  } catch (error) {
    throw orChanged(error)
  }
}

const orChanged = (error: unknown): unknown =>
  error instanceof ConflictError
    ? new UserError('changed', say`Somebody else changed this contact meanwhile: look at it and try again`)
    : error
