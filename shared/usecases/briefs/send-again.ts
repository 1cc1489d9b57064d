import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { addMs, dayAt, type Instant } from '#shared/domain/dates.ts'
import { isStranded, type Mail } from '#shared/domain/mail.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { mailItem, readMail } from '#shared/records/mails.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { FORGOTTEN_MS, mailRequestedWrites } from '../mail/request-mail.ts'

/**
 * Sends once more a brief that did not reach its reader, after the secretariat has mended the address. Pressed twice, it is sent once.
 * @throws UserError `forbidden`, `not-found`
 */
export const sendBriefAgain =
  (deps: Deps) =>
  async (id: string, actor: Actor, now: Instant): Promise<void> => {
    const { records, platform, sector } = deps
    if (!isSecretariat(actor.roles, dayAt(now, sector.timeZone)))
      throw new UserError('forbidden', say`Only the secretariat sends briefs again`)
    const mail = await readMail(records, id)
    if (mail?.content.kind !== 'brief') throw new UserError('not-found', say`There is no such mail`)
    if (!isStranded(mail)) return
    const again: Mail = { ...mail, status: 'PLANNED', version: mail.version + 1, attempts: 0, requestedAt: now }
    await transactOnce(records, [
      { put: mailItem(again, addMs(now, FORGOTTEN_MS)), when: { version: mail.version } },
      ...mailRequestedWrites(platform, again, { now, actor: `contact/${actor.contact.id}` }),
    ])
  }
