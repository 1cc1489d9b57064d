import * as z from 'zod'
import { Instant, PlainDate } from '#shared/domain/dates.ts'
import type { EventName } from './catalogue.ts'

const report = { round: z.string(), twg: z.string(), version: z.int().positive() }
const meeting = { meeting: z.string(), group: z.string(), day: PlainDate, time: z.string(), sequence: z.int() }
const mail = { mail: z.string(), kind: z.string() }
const brief = { brief: z.string(), kind: z.enum(['twg', 'swg']) }

/** The data of each event. A new optional field is a minor change; anything else is a new schema version with an upcaster. */
export const eventData = {
  ReportingRoundOpened: z.strictObject({ round: z.string(), due: PlainDate, closed: PlainDate }),
  ReportingRoundClosed: z.strictObject({ round: z.string() }),
  TwgReportSubmitted: z.strictObject({ ...report, nil: z.boolean(), onTime: z.boolean() }),
  TwgReportReturned: z.strictObject(report),
  TwgReportAccepted: z.strictObject(report),
  TwgReportAmended: z.strictObject(report),
  ContributionRecorded: z.strictObject({ contribution: z.string(), donor: z.string(), years: z.array(z.int()) }),
  ContributionCorrected: z.strictObject({ contribution: z.string(), donor: z.string(), years: z.array(z.int()) }),
  MeetingProposed: z.strictObject(meeting),
  MeetingScheduled: z.strictObject(meeting),
  MeetingMoved: z.strictObject(meeting),
  MeetingCancelled: z.strictObject(meeting),
  MinutesRecorded: z.strictObject({ meeting: z.string() }),
  ActionPointOpened: z.strictObject({ actionPoint: z.string(), twg: z.string() }),
  ActionPointUpdated: z.strictObject({ actionPoint: z.string(), twg: z.string() }),
  BriefRequested: z.strictObject(brief),
  BriefCompiled: z.strictObject({ ...brief, hash: z.string() }),
  BriefReleased: z.strictObject({ ...brief, version: z.int().positive() }),
  MailRequested: z.strictObject(mail),
  MailSent: z.strictObject({ ...mail, messageId: z.string() }),
  MailDelivered: z.strictObject({ ...mail, at: Instant }),
  MailBounced: z.strictObject({ ...mail, reason: z.string() }),
  ContactMailSuspended: z.strictObject({ contact: z.string(), reason: z.string() }),
  SeatTurnChanged: z.strictObject({ donor: z.string(), from: PlainDate, until: PlainDate }),
  IntakeRejected: z.strictObject({
    intake: z.string(),
    source: z.string(),
    type: z.string(),
    reasons: z.array(z.string()),
  }),
} satisfies Record<EventName, z.ZodType>
