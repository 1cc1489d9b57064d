import * as z from 'zod'
import type { Meeting } from './calendar/meeting.ts'
import { Instant, type PlainDate } from './dates.ts'

/** One line of a digest: what is due, why it comes to this person, and where to do it. */
export interface ReminderItem {
  readonly rule: string
  readonly subject: string
  readonly title: string
  readonly text: string
  /** Path on the web pages, `/reports/2026-Q1/survey-clearance`. */
  readonly path: string
}

/** What was decided about a TWG's report, told to whom it concerns. */
export interface ReportNotice {
  readonly notice: 'returned' | 'accepted' | 'extended' | 'withdrawn'
  readonly round: string
  readonly twg: string
  /** Of the report; of the round where its dates were extended. */
  readonly version: number
  /** The comment of a return, the reason of an extension or a withdrawal; empty for an acceptance. */
  readonly text: string
  /** Who decided. */
  readonly by: string
  /** The new due date of an extension. */
  readonly due?: PlainDate
  readonly closed?: PlainDate
}

/** A donor with the people who are named for it. */
interface SeatHolder {
  readonly donor: string
  readonly people: readonly string[]
}

/** From the donor whose turn ends to the one whose turn begins. */
export interface HandOver {
  readonly outgoing: SeatHolder
  readonly incoming: SeatHolder
  /** The donor that an earlier mail to the same reader named as incoming. */
  readonly replaces?: string
  /** Who was named since an earlier mail to the same reader. */
  readonly named?: string
  /** First day of the new turn. */
  readonly from: PlainDate
  /** The working group's latest brief; absent before the first. */
  readonly brief?: { readonly key: string; readonly version: number }
  /** The working group's open action points, the longest overdue first. */
  readonly actionPoints: readonly { readonly text: string; readonly owner: string; readonly due: PlainDate }[]
}

/** To whoever was told of a hand-over that does not come: the turn has passed to another donor. */
export interface SeatPassed {
  /** First day of the turn. */
  readonly from: PlainDate
  /** The donor that the earlier mail named. */
  readonly told: string
  readonly donor: string
  readonly reason?: string
}

/** What a mail says, by kind. Bulky parts (a report, a brief and its PDF) are named by key and read when it is sent. */
export type MailContent =
  /** The code and token are removed from the record once the mail is sent; both die after ten minutes anyhow. */
  | { readonly kind: 'sign-in'; readonly code: string; readonly token: string; readonly minutes: number }
  | { readonly kind: 'receipt'; readonly round: string; readonly twg: string; readonly version: number }
  | ({ readonly kind: 'report-notice' } & ReportNotice)
  | { readonly kind: 'reminders'; readonly day: PlainDate; readonly items: readonly ReminderItem[] }
  | {
      readonly kind: 'invitation'
      readonly method: 'REQUEST' | 'CANCEL'
      readonly meeting: Meeting
      /** As it stands in the recipient's calendar; absent from a first invitation and from early cancellations. */
      readonly before?: Meeting
    }
  /** Read by its key when it is sent. */
  | { readonly kind: 'minutes'; readonly meeting: string; readonly version: number }
  | ({ readonly kind: 'hand-over' } & HandOver)
  | ({ readonly kind: 'seat-passed' } & SeatPassed)
  | {
      readonly kind: 'brief'
      readonly title: string
      readonly briefs: readonly {
        readonly key: string
        readonly version: number
        /** A correction of it was being prepared when the mail was asked for. */
        readonly correcting?: true
      }[]
    }

export const MailStatus = z.enum([
  'PLANNED',
  'CLAIMED',
  'RETRY',
  'UNCERTAIN',
  'SENT',
  'DELIVERED',
  'BOUNCED',
  'COMPLAINED',
  'WITHHELD',
])
export type MailStatus = z.infer<typeof MailStatus>

/** One message to one person. `WITHHELD`: the address is suspended, nothing was sent. */
export const Mail = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    contact: z.string(),
    subject: z.string(),
    /** Only ever written by our own use cases: reading it back checks that there is a kind and trusts the rest. */
    content: z.custom<MailContent>((content) => typeof (content as MailContent | undefined)?.kind === 'string'),
    status: MailStatus,
    /** Raised with each change of status. */
    version: z.int().positive(),
    attempts: z.int().min(0),
    requestedAt: Instant,
    sentAt: Instant.optional(),
    messageId: z.string().optional(),
  }),
)
export type Mail = z.infer<typeof Mail>

const STRANDED: ReadonlySet<MailStatus> = new Set(['BOUNCED', 'COMPLAINED', 'WITHHELD', 'UNCERTAIN'])

/** It came to rest without a sign that it arrived: what it carried may be missing where it was expected. */
export const isStranded = ({ status }: Pick<Mail, 'status'>): boolean => STRANDED.has(status)

/** A sign-in code has done its work once it is on its way; it does not stay in the record. */
export const withoutSecrets = (mail: Mail): Mail =>
  mail.content.kind === 'sign-in' ? { ...mail, content: { ...mail.content, code: '', token: '' } } : mail
