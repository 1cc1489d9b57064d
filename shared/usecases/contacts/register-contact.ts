import * as z from 'zod'
import { Contact, Role } from '#shared/domain/contact.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { newContactWrites } from '#shared/records/contacts.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

export const NewContact = z.lazy(() =>
  Contact.unwrap()
    .pick({ name: true, email: true, organisation: true })
    .extend({ roles: z.array(Role).min(1) }),
)
export type NewContact = z.infer<typeof NewContact>

/**
 * Records a person with their roles. The id comes from the address, so that the same command twice is one contact.
 * @throws UserError `address-known` when the address already belongs to a contact
 */
export const registerContact =
  ({ records }: Pick<Deps, 'records'>) =>
  async (command: NewContact): Promise<Contact> => {
    const { roles, ...person } = NewContact.parse(command)
    const contact: Contact = {
      ...person,
      id: fingerprint(person.email).slice(0, 20),
      language: 'en',
      mailSuspended: false,
    }
    if (await transactOnce(records, newContactWrites(contact, roles))) return contact
    throw new UserError('address-known', 'This address already belongs to a contact', 'email')
  }
