import { addMs, type Instant } from '#shared/domain/dates.ts'
import type { Mail } from '#shared/domain/mail.ts'
import { mailItem, readMail } from '#shared/records/mails.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { mailRequestedWrites } from './request-mail.ts'

const AGAIN_MS = 60 * 60_000
/** Refusals are tried again this often; then the mail waits for a person. */
const ATTEMPTS = 5

/**
 * Looks after a mail that did not come to rest: forgotten, throttled, claimed by a run that died, or without an answer from SES.
 * A reminder without an answer is sent once more; a brief waits for a person, since two copies of it would confuse more than a delay.
 */
export const settleMail =
  ({ records, platform }: Deps) =>
  async (id: string, now: Instant): Promise<void> => {
    const mail = await readMail(records, id)
    if (!mail) return
    const next = nextOf(mail)
    if (!next) return
    const moved = { ...mail, ...next, version: mail.version + 1 }
    const again = moved.status === 'RETRY'
    await transactOnce(records, [
      { put: mailItem(moved, again ? addMs(now, AGAIN_MS) : undefined), when: { version: mail.version } },
      ...(again ? mailRequestedWrites(platform, moved, { now, actor: 'system' }) : []),
    ])
  }

const nextOf = (mail: Mail): Pick<Mail, 'status'> | undefined => {
  switch (mail.status) {
    case 'PLANNED':
    case 'RETRY':
      return { status: mail.attempts < ATTEMPTS ? 'RETRY' : 'UNCERTAIN' }
    case 'CLAIMED':
    case 'UNCERTAIN':
      return { status: mail.content.kind === 'brief' || mail.attempts > 1 ? 'UNCERTAIN' : 'RETRY' }
    default:
      return undefined
  }
}
