import { addMs, type Instant } from '#shared/domain/dates.ts'
import { type Mail, withoutSecrets } from '#shared/domain/mail.ts'
import { mailItem, readMail } from '#shared/records/mails.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { mailRequestedWrites } from './request-mail.ts'

const AGAIN_MS = 60 * 60_000
/** What was not sent within two days waits for a person; a sign-in code is of no use after its ten minutes. */
const WORTHWHILE_MS = { 'sign-in': 10 * 60_000, other: 48 * AGAIN_MS }
/** A claim whose run died may have sent the mail: it is sent once more at the most. */
const ATTEMPTS = 2

/**
 * Looks after a mail that did not come to rest: forgotten, throttled, claimed by a run that died, or without an answer from SES.
 * A reminder without an answer is sent once more; a brief waits for a person, since two copies of it would confuse more than a delay.
 */
export const settleMail =
  ({ records, platform }: Deps) =>
  async (id: string, now: Instant): Promise<void> => {
    const mail = await readMail(records, id)
    if (!mail) return
    const next = nextOf(mail, now)
    if (!next) return
    const again = next.status === 'RETRY'
    const moved = { ...(again ? mail : withoutSecrets(mail)), ...next, version: mail.version + 1 }
    await transactOnce(records, [
      { put: mailItem(moved, again ? addMs(now, AGAIN_MS) : undefined), when: { version: mail.version } },
      ...(again ? mailRequestedWrites(platform, moved, { now, actor: 'system' }) : []),
    ])
  }

const nextOf = (mail: Mail, now: Instant): Pick<Mail, 'status'> | undefined => {
  const worthwhile = addMs(mail.requestedAt, WORTHWHILE_MS[mail.content.kind === 'sign-in' ? 'sign-in' : 'other']) > now
  switch (mail.status) {
    case 'PLANNED':
    case 'RETRY':
      return { status: worthwhile ? 'RETRY' : 'UNCERTAIN' }
    case 'CLAIMED':
    case 'UNCERTAIN':
      return { status: worthwhile && mail.content.kind !== 'brief' && mail.attempts < ATTEMPTS ? 'RETRY' : 'UNCERTAIN' }
    default:
      return undefined
  }
}
