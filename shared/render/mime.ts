import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import { epochMsOf, type Instant } from '#shared/domain/dates.ts'
import type { Mailbox, RenderedMail } from './mail/mail-to-render.ts'
import { oneLine } from './mail/plain-text.ts'

export interface Envelope {
  readonly from: Mailbox
  readonly to: Mailbox
  readonly date: Instant
  /** Names this message among all others; the local part of its Message-ID. */
  readonly messageTag: string
}

/** A rendered mail as an RFC 5322 message with CRLF line ends. The same input gives the same bytes. */
export const toMime = async (mail: RenderedMail, envelope: Envelope): Promise<Uint8Array> => {
  const tag = envelope.messageTag.replace(/[^A-Za-z0-9._-]+/g, '-')
  const composer = new MailComposer({
    from: named(envelope.from),
    to: named(envelope.to),
    subject: mail.subject,
    date: new Date(epochMsOf(envelope.date)),
    messageId: `<${tag}@${domainOf(envelope.from)}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    text: mail.text,
    html: mail.html,
    ...(mail.calendar
      ? { icalEvent: { method: mail.calendar.method, filename: 'invite.ics', content: mail.calendar.text } }
      : {}),
    attachments: (mail.attachments ?? []).map(({ filename, contentType, bytes }) => ({
      filename,
      contentType,
      content: Buffer.from(bytes),
    })),
    baseBoundary: boundaryOf(mail, tag),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  })
  return composer.compile().build()
}

const named = ({ name, address }: Mailbox) => ({ name: oneLine(name), address: oneLine(address) })

const domainOf = ({ address }: Mailbox): string => oneLine(address).split('@').at(-1) ?? 'localhost'

/** Taken from the whole content, so that nobody who writes a part of it can know the boundary and forge a part. */
const boundaryOf = (mail: RenderedMail, tag: string): string => {
  const hash = createHash('sha256')
  for (const part of [tag, mail.subject, mail.text, mail.html, mail.calendar?.text ?? ''])
    hash.update(part).update('\0')
  return hash.digest('hex').slice(0, 32)
}
