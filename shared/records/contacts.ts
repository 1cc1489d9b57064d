import type * as z from 'zod'
import { Contact, type EmailAddress, Role } from '#shared/domain/contact.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { keys, lists } from './keys.ts'
import { itemOf, readItem, type Stored } from './record.ts'
import { collect, type RecordStore, type Write } from './record-store.ts'

type Address = z.infer<typeof EmailAddress>

/** The writes for a new contact; the address has one owner, whoever was first. */
export const newContactWrites = (contact: Contact, roles: readonly Role[]): Write[] => [
  { put: itemOf(keys.addressOwner(fingerprint(contact.email)), { contact: contact.id }, 1), when: 'absent' },
  contactWrite(contact, undefined),
  ...roles.map((role) => roleWrite(contact.id, role)),
]

export const contactWrite = (contact: Contact, stored: Stored<Contact> | undefined): Write => ({
  put: itemOf(keys.contact(contact.id), contact, (stored?.version ?? 0) + 1, {
    list: [lists.contacts, contact.name.toLowerCase()],
  }),
  when: stored ? { version: stored.version } : 'absent',
})

export const roleWrite = (contact: string, role: Role): Write => ({
  put: itemOf(keys.role(contact, role.group, role.role, role.from), role, 1, {
    list: [lists.group(role.group), `${role.role}#${contact}`],
  }),
})

export const roleRemoval = (contact: string, role: Role): Write => ({
  remove: keys.role(contact, role.group, role.role, role.from),
})

/** From one address to another. The first fails where the new one has an owner. */
export const addressMoveWrites = (contact: Contact, to: Address): Write[] => [
  { put: itemOf(keys.addressOwner(fingerprint(to)), { contact: contact.id }, 1), when: 'absent' },
  { remove: keys.addressOwner(fingerprint(contact.email)) },
]

export interface ContactWithRoles {
  readonly contact: Stored<Contact>
  readonly roles: readonly Role[]
}

/** A contact and all its roles, in one read of its partition. */
export const readContact = async (records: RecordStore, id: string): Promise<ContactWithRoles | undefined> => {
  const items = await collect(records.query({ partition: keys.contact(id).PK }))
  const contact = readItem(
    Contact,
    items.find((item) => item.SK === 'PROFILE'),
  )
  return (
    contact && {
      contact,
      roles: items.filter((item) => item.SK.startsWith('ROLE#')).map((item) => Role.parse(item.data)),
    }
  )
}

export const contactIdByAddress = async (records: RecordStore, address: Address): Promise<string | undefined> => {
  const owner = await records.get(keys.addressOwner(fingerprint(address)))
  return (owner?.data as { contact: string } | undefined)?.contact
}

/** Who has a role in a group: contact ids with the role. Read from an index: for mail, never for permission. */
export const rolesInGroup = async (records: RecordStore, group: string): Promise<{ contact: string; role: Role }[]> =>
  (await collect(records.query({ index: 'GSI1', partition: lists.group(group) }))).map((item) => ({
    contact: item.PK.slice('CONTACT#'.length),
    role: Role.parse(item.data),
  }))
