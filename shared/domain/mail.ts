import * as z from 'zod'
import { Meeting } from './calendar/meeting.ts'
import { Instant } from './dates.ts'

/** One line of a digest: what is due, why it comes to this person, and where to do it. */
export const ReminderItem = z.strictObject({
  rule: z.string(),
  subject: z.string(),
  title: z.string(),
  text: z.string(),
  /** Path on the web pages, `/reports/2026-Q1/survey-clearance`. */
  path: z.string(),
})
export type ReminderItem = z.infer<typeof ReminderItem>

/** What a mail says, by kind. Bulky parts (a report, a brief and its PDF) are named by key and read when it is sent. */
export const MailContent = z.discriminatedUnion('kind', [
  /** The code and token are removed from the record once the mail is sent; both die after ten minutes anyhow. */
  z.strictObject({ kind: z.literal('sign-in'), code: z.string(), token: z.string(), minutes: z.int() }),
  z.strictObject({ kind: z.literal('receipt'), round: z.string(), twg: z.string(), version: z.int() }),
  z.strictObject({ kind: z.literal('reminders'), day: z.string(), items: z.array(ReminderItem).min(1) }),
  z.strictObject({ kind: z.literal('invitation'), method: z.enum(['REQUEST', 'CANCEL']), meeting: Meeting }),
  z.strictObject({
    kind: z.literal('brief'),
    title: z.string(),
    briefs: z.array(z.strictObject({ key: z.string(), version: z.int() })).min(1),
  }),
])
export type MailContent = z.infer<typeof MailContent>

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
export const Mail = z.strictObject({
  id: z.string(),
  contact: z.string(),
  subject: z.string(),
  content: MailContent,
  status: MailStatus,
  /** Raised with each change of status. */
  version: z.int().positive(),
  attempts: z.int().min(0),
  requestedAt: Instant,
  sentAt: Instant.optional(),
  messageId: z.string().optional(),
  /** The record that the mail came from, for tracing: `round-opens:2026-Q1`. */
  about: z.string(),
})
export type Mail = z.infer<typeof Mail>
