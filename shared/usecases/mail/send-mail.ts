import { addMs } from '#shared/domain/dates.ts'
import { type Mail, withoutSecrets } from '#shared/domain/mail.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { type Cause, dataOf, eventOf } from '#shared/events/event.ts'
import type { Mailer, SendResult } from '#shared/events/mailer.ts'
import { readContact } from '#shared/records/contacts.ts'
import { eventWrites } from '#shared/records/events.ts'
import { mailItem, readMail } from '#shared/records/mails.ts'
import { ConflictError, type Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import type { ComposeMail } from './compose-mail.ts'

/** Longer than the function may run: a claim that outlives it belongs to a dead run. */
const LEASE_MS = 5 * 60_000
const THROTTLED_MS = 5 * 60_000
/** Time in which SES's events usually settle a lost answer. */
const UNCERTAIN_MS = 15 * 60_000

interface SendDeps extends Deps {
  readonly mailer: Mailer
  readonly compose: ComposeMail
}

/**
 * Sends one requested mail: claim, send, record how it ended. Exactly once, unless SES's answer was lost.
 * Leases run on the platform's clock, since a redelivered event carries its old time.
 */
export const sendMail =
  (deps: SendDeps) =>
  async (event: Envelope): Promise<void> => {
    const { records, platform, mailer, compose } = deps
    const planned = await readMail(records, dataOf(event, 'MailRequested').mail)
    if (!planned || (planned.status !== 'PLANNED' && planned.status !== 'RETRY')) return
    const recipient = (await readContact(records, planned.contact))?.contact.value
    const cause: Cause = { now: event.time, actor: 'system', causedBy: event }
    if (!recipient || recipient.mailSuspended) {
      await store(
        deps,
        { ...withoutSecrets(planned), status: 'WITHHELD', version: planned.version + 1 },
        planned.version,
      )
      return
    }
    const message = await compose(planned, recipient, event.time)
    const claimed: Mail = {
      ...planned,
      status: 'CLAIMED',
      version: planned.version + 1,
      attempts: planned.attempts + 1,
    }
    if (!(await store(deps, claimed, planned.version, addMs(platform.now(), LEASE_MS)))) return
    const result = await mailer.send({ to: recipient.email, message, mailId: planned.id })
    await recordOutcome(deps, claimed, result, cause)
  }

const recordOutcome = async (deps: SendDeps, claimed: Mail, result: SendResult, cause: Cause): Promise<void> => {
  const { platform } = deps
  const version = claimed.version + 1
  const event = <N extends 'MailSent' | 'MailBounced'>(
    type: N,
    data: Parameters<typeof eventOf<N>>[0]['data'],
  ): Write[] =>
    eventWrites(
      eventOf({ id: platform.newId(cause.now), type, subject: `mail/${claimed.id}`, sequence: version, data }, cause),
    )
  const about = { mail: claimed.id, kind: claimed.content.kind }
  switch (result.outcome) {
    case 'sent': {
      const sent: Mail = {
        ...withoutSecrets(claimed),
        status: 'SENT',
        version,
        sentAt: cause.now,
        messageId: result.messageId,
      }
      await store(deps, sent, claimed.version, undefined, event('MailSent', { ...about, messageId: result.messageId }))
      return
    }
    case 'throttled':
      await store(deps, { ...claimed, status: 'RETRY', version }, claimed.version, addMs(platform.now(), THROTTLED_MS))
      return
    case 'uncertain':
      await store(
        deps,
        { ...claimed, status: 'UNCERTAIN', version },
        claimed.version,
        addMs(platform.now(), UNCERTAIN_MS),
      )
      return
    case 'refused': {
      const refused: Mail = { ...withoutSecrets(claimed), status: 'BOUNCED', version }
      await store(deps, refused, claimed.version, undefined, event('MailBounced', { ...about, reason: result.reason }))
    }
  }
}

/** False when someone else moved the mail on: SES's own event may arrive before its answer, and then knows more. */
const store = async (
  { records }: SendDeps,
  mail: Mail,
  from: number,
  due?: string,
  events: readonly Write[] = [],
): Promise<boolean> => {
  try {
    await records.transact([{ put: mailItem(mail, due), when: { version: from } }, ...events])
    return true
  } catch (error) {
    if (error instanceof ConflictError) return false
    throw error
  }
}
