import { addMs } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import type { Mail, MailContent } from '#shared/domain/mail.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { eventWrites } from '#shared/records/events.ts'
import { mailItem } from '#shared/records/mails.ts'
import type { Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

/** A planned mail that nobody took up by then is requested again by the sweep. */
export const FORGOTTEN_MS = 60 * 60_000

export interface MailRequest {
  readonly contact: string
  readonly content: MailContent
  /** What the mail is about, with the version that caused it: the same pair never mails the same person twice. */
  readonly subject: string
  readonly version: string | number
}

/** The rest of what it says is no part of its id. */
type KnownMail = Omit<MailRequest, 'content'> & { readonly content: Pick<MailContent, 'kind'> }

export const mailIdOf = ({ content, subject, version, contact }: KnownMail): string =>
  fingerprint(content.kind, subject, String(version), contact).slice(0, 32)

/** The writes that ask for one mail to one person. The first fails with a conflict when it was asked for before. */
export const mailWrites = ({ platform }: Pick<Deps, 'platform'>, request: MailRequest, cause: Cause): Write[] => {
  const mail: Mail = {
    id: mailIdOf(request),
    contact: request.contact,
    subject: request.subject,
    content: request.content,
    status: 'PLANNED',
    version: 1,
    attempts: 0,
    requestedAt: cause.now,
  }
  return [
    { put: mailItem(mail, addMs(cause.now, FORGOTTEN_MS)), when: 'absent' },
    ...mailRequestedWrites(platform, mail, cause),
  ]
}

/** The event that makes send-mail take the mail up. */
export const mailRequestedWrites = (platform: Deps['platform'], mail: Mail, cause: Cause): Write[] =>
  eventWrites(
    eventOf(
      {
        id: platform.newId(cause.now),
        type: 'MailRequested',
        subject: `mail/${mail.id}`,
        sequence: mail.version,
        data: { mail: mail.id, kind: mail.content.kind },
      },
      cause,
    ),
  )
