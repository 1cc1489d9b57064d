import { LONGEST_ACTION_TEXT, type Owner } from '#shared/domain/action-point.ts'
import { EmailAddress } from '#shared/domain/contact.ts'
import type { PlainDate } from '#shared/domain/dates.ts'
import { readDate } from '#shared/domain/forms/read-date.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { contactIdByAddress, readContact } from '#shared/records/contacts.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import { typedText } from '../typed-text.ts'

/** As long as an address may be. */
const LONGEST_NAME = 254

/** What is to be done. @throws UserError `invalid` (field `text`) */
export const readTask = (typed: string): string =>
  typedText(typed, { field: 'text', longest: LONGEST_ACTION_TEXT, ask: say`Say what is to be done`, oneLine: true })

/** By when. @throws UserError `invalid` (field `due`) */
export const readDue = (typed: string): PlainDate => {
  const read = readDate(typed)
  if ('mistake' in read) throw new UserError('invalid', say`Due: ${read.mistake}`, 'due')
  return read.day
}

/** By whom: an address names a contact, anything else is a name. @throws UserError `invalid` (field `owner`) */
export const readOwner = async (records: RecordStore, typed: string): Promise<Owner> => {
  const name = typedText(typed, {
    field: 'owner',
    longest: LONGEST_NAME,
    ask: say`Say who answers for it`,
    oneLine: true,
  })
  if (!name.includes('@')) return { name }
  const address = EmailAddress.safeParse(name)
  const id = address.success ? await contactIdByAddress(records, address.data) : undefined
  const found = id === undefined ? undefined : await readContact(records, id)
  if (!found)
    throw new UserError('invalid', say`No contact has this address: add the contact, or enter a name`, 'owner')
  return { contact: found.contact.value.id, name: found.contact.value.name }
}
