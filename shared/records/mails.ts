import type { Instant } from '#shared/domain/dates.ts'
import { Mail } from '#shared/domain/mail.ts'
import { keys, lists } from './keys.ts'
import { itemOf, readItem } from './record.ts'
import type { Item, RecordStore } from './record-store.ts'

/** @param due when someone must look at the mail again; left out once it rests */
export const mailItem = (mail: Mail, due?: Instant): Item =>
  itemOf(keys.mail(mail.id), mail, mail.version, {
    list: [lists.mail(mail.requestedAt.slice(0, 7)), `${mail.requestedAt}#${mail.id}`],
    ...(due === undefined ? {} : { due }),
  })

export const readMail = async (records: RecordStore, id: string): Promise<Mail | undefined> =>
  readItem(Mail, await records.get(keys.mail(id)))?.value
