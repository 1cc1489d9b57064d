import type { Instant } from '#shared/domain/dates.ts'
import { isStranded, Mail } from '#shared/domain/mail.ts'
import { keys, lists } from './keys.ts'
import { itemOf, readItem } from './record.ts'
import { collect, type Item, type RecordStore } from './record-store.ts'

/** @param due when someone must look at the mail again; left out once it rests */
export const mailItem = (mail: Mail, due?: Instant): Item =>
  itemOf(keys.mail(mail.id), mail, mail.version, {
    list: [
      mail.content.kind === 'brief' && isStranded(mail)
        ? lists.strandedBriefs
        : lists.mail(mail.requestedAt.slice(0, 7)),
      `${mail.requestedAt}#${mail.id}`,
    ],
    ...(due === undefined ? {} : { due }),
  })

export const readMail = async (records: RecordStore, id: string): Promise<Mail | undefined> =>
  readItem(Mail, await records.get(keys.mail(id)))?.value

/** Mails with briefs that did not arrive, as far as is known: each waits for the secretariat, newest first. */
export const strandedBriefs = async (records: RecordStore, limit: number): Promise<Mail[]> =>
  (await collect(records.query({ index: 'GSI1', partition: lists.strandedBriefs, newestFirst: true, limit }))).map(
    (item) => Mail.parse(item.data),
  )
