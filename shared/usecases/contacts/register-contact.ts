import * as z from 'zod'
import { Contact, Language, Role } from '#shared/domain/contact.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { newContactWrites, readContact } from '#shared/records/contacts.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import { transactOnce, type Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

export const NewContact = z.lazy(() =>
  Contact.unwrap()
    .pick({ name: true, email: true, organisation: true })
    .extend({ language: Language.default('en'), roles: z.array(Role).min(1) }),
)
export type NewContact = z.input<typeof NewContact>

/**
 * Records a person with their roles. The address has one owner, so that the same command twice is one contact.
 * @param also what is stored with the person
 * @throws UserError `address-known` when the address already belongs to a contact
 */
export const registerContact =
  ({ records }: Pick<Deps, 'records'>) =>
  async (command: NewContact, also: (contact: Contact) => readonly Write[] = () => []): Promise<Contact> => {
    const { roles, ...person } = NewContact.parse(command)
    const contact: Contact = {
      ...person,
      id: await freeId(records, person.email),
      mailSuspended: false,
    }
    if (await transactOnce(records, [...newContactWrites(contact, roles), ...also(contact)])) return contact
    throw new UserError('address-known', say`This address already belongs to a contact`, 'email')
  }

/** From the address; a contact that has moved on to another address keeps its id, so the next owner of the address gets another. */
const freeId = async (records: RecordStore, email: string): Promise<string> => {
  for (let taken = 0; ; taken++) {
    const id = fingerprint(email, ...(taken === 0 ? [] : [String(taken)])).slice(0, 20)
    const holder = (await readContact(records, id))?.contact.value
    if (holder === undefined || holder.email === email) return id
  }
}
