import * as z from 'zod'
import type { Instant } from '#shared/domain/dates.ts'
import { type Mail, type MailStatus, withoutSecrets } from '#shared/domain/mail.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { contactWrite, readContact } from '#shared/records/contacts.ts'
import { eventWrites } from '#shared/records/events.ts'
import { mailItem, readMail } from '#shared/records/mails.ts'
import type { Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

/** What is read of an SES event (https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html). */
export const SesEvent = z.object({
  eventType: z.string(),
  mail: z.object({ messageId: z.string(), tags: z.record(z.string(), z.array(z.string())) }),
  bounce: z.object({ bounceType: z.string() }).optional(),
})
export type SesEvent = z.infer<typeof SesEvent>

/** How far a mail has come; evidence only ever moves it forward, in whatever order it arrives. */
const PROGRESS: Record<MailStatus, number> = {
  PLANNED: 0,
  RETRY: 0,
  CLAIMED: 0,
  UNCERTAIN: 0,
  WITHHELD: 0,
  SENT: 1,
  DELIVERED: 2,
  BOUNCED: 3,
  COMPLAINED: 4,
}

const statusOf = ({ eventType, bounce }: SesEvent): MailStatus | undefined => {
  switch (eventType) {
    case 'Send':
      return 'SENT'
    case 'Delivery':
      return 'DELIVERED'
    case 'Bounce':
      return bounce?.bounceType === 'Transient' ? undefined : 'BOUNCED'
    case 'Reject':
      return 'BOUNCED'
    case 'Complaint':
      return 'COMPLAINED'
    default:
      return undefined
  }
}

/** Records what SES says of a mail; settles a lost answer; suspends an address that bounces for good or complains. */
export const trackMail =
  (deps: Deps) =>
  async (sesEvent: SesEvent, now: Instant): Promise<void> => {
    const { records, platform } = deps
    const id = sesEvent.mail.tags.mail?.[0]
    const status = statusOf(sesEvent)
    const mail = id === undefined || status === undefined ? undefined : await readMail(records, id)
    if (!mail || !status || PROGRESS[status] <= PROGRESS[mail.status]) return
    const moved: Mail = {
      ...withoutSecrets(mail),
      status,
      version: mail.version + 1,
      sentAt: mail.sentAt ?? now,
      messageId: sesEvent.mail.messageId,
    }
    const cause: Cause = { now, actor: 'system' }
    await records.transact([
      { put: mailItem(moved), when: { version: mail.version } },
      ...eventWrites(
        eventOf(
          { id: platform.newId(now), subject: `mail/${mail.id}`, sequence: moved.version, ...factsOf(moved, now) },
          cause,
        ),
      ),
      ...(status === 'BOUNCED' || status === 'COMPLAINED' ? await suspensionWrites(deps, moved, cause) : []),
    ])
  }

const factsOf = (mail: Mail, now: Instant) => {
  const about = { mail: mail.id, kind: mail.content.kind }
  if (mail.status === 'SENT') return { type: 'MailSent', data: { ...about, messageId: mail.messageId ?? '' } } as const
  if (mail.status === 'DELIVERED') return { type: 'MailDelivered', data: { ...about, at: now } } as const
  return { type: 'MailBounced', data: { ...about, reason: mail.status.toLowerCase() } } as const
}

const suspensionWrites = async ({ records, platform }: Deps, mail: Mail, cause: Cause): Promise<Write[]> => {
  const found = await readContact(records, mail.contact)
  if (!found || found.contact.value.mailSuspended) return []
  return [
    contactWrite({ ...found.contact.value, mailSuspended: true }, found.contact),
    ...eventWrites(
      eventOf(
        {
          id: platform.newId(cause.now),
          type: 'ContactMailSuspended',
          subject: `contact/${mail.contact}`,
          sequence: found.contact.version + 1,
          data: { contact: mail.contact, reason: mail.status.toLowerCase() },
        },
        cause,
      ),
    ),
  ]
}
