import type { Brief } from '#shared/domain/briefs/model.ts'
import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import type { Instant } from '#shared/domain/dates.ts'
import type { MailContent } from '#shared/domain/mail.ts'
import type { Minutes } from '#shared/domain/minutes.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import type { Sector } from '#shared/sector/schema.ts'

type Content<K extends MailContent['kind']> = Extract<MailContent, { kind: K }>

export interface Mailbox {
  readonly name: string
  readonly address: string
}

/** A mail's content with the parts that it names by key, loaded. */
export type MailToRender =
  | Content<'sign-in'>
  | (Content<'receipt'> & {
      readonly report: TwgReport
      /** For the names of the TWG and of the provinces, which a report holds by id and code. */
      readonly sector: Pick<Sector, 'twgs' | 'provinces'>
    })
  /** With the sector, for the name of the TWG. */
  | (Content<'report-notice'> & { readonly sector: Pick<Sector, 'twgs'> })
  /** Most urgent first: the first names the mail. */
  | Content<'reminders'>
  | (Content<'invitation'> & {
      readonly organizer: Mailbox
      readonly attendee: Mailbox
      /** Ends the event's UID. It must never change for a meeting that was sent: the sector's id, not a host name. */
      readonly uidDomain: string
      /** When this state of the meeting came about; the DTSTAMP. */
      readonly at: Instant
    })
  | { readonly kind: 'minutes'; readonly meeting: Meeting; readonly minutes: Minutes }
  | (Content<'hand-over'> & {
      /** Undefined before the first brief, and while its PDF is being set. */
      readonly attached: { readonly brief: Brief; readonly pdf: Uint8Array } | undefined
    })
  | Content<'seat-passed'>
  | (Omit<Content<'brief'>, 'briefs'> & {
      readonly briefs: readonly { readonly brief: Brief; readonly pdf: Uint8Array; readonly correcting?: true }[]
    })

/** What every mail says around its content. */
export interface MailAbout {
  readonly sectorName: string
  /** Of the web pages, without a slash at the end. */
  readonly webUrl: string
  readonly recipientName: string
  readonly timeZone: string
}

interface Attachment {
  readonly filename: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

export interface RenderedMail {
  /** One line, at most 150 characters. */
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments?: readonly Attachment[]
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string }
}
