import * as z from 'zod'
import { Instant, PlainDate } from '#shared/domain/dates.ts'
import { FundingSource } from '#shared/domain/ledger/contribution.ts'
import type { EventName } from './catalogue.ts'

const report = { round: z.string(), twg: z.string(), version: z.int().positive() }
const meeting = { meeting: z.string(), group: z.string(), day: PlainDate, time: z.string(), sequence: z.int() }
const mail = { mail: z.string(), kind: z.string() }
const brief = { brief: z.string(), kind: z.enum(['twg', 'swg']) }

/**
 * The data of each event, built when it is first needed: a function that starts knows few of them. A new optional field is a minor change; anything else is a new schema version with an upcaster.
 */
export const eventData = {
  ReportingRoundOpened: z.lazy(() => z.strictObject({ round: z.string(), due: PlainDate, closed: PlainDate })),
  ReportingRoundClosed: z.lazy(() => z.strictObject({ round: z.string() })),
  TwgReportSubmitted: z.lazy(() => z.strictObject({ ...report, nil: z.boolean(), onTime: z.boolean() })),
  TwgReportReturned: z.lazy(() => z.strictObject(report)),
  TwgReportAccepted: z.lazy(() => z.strictObject(report)),
  TwgReportAmended: z.lazy(() => z.strictObject(report)),
  /** `version` was withdrawn, `stands` is the report again. */
  TwgReportAmendmentWithdrawn: z.lazy(() => z.strictObject({ ...report, stands: z.int().positive() })),
  TwgReportExtended: z.lazy(() => z.strictObject({ round: z.string(), twg: z.string(), due: PlainDate })),
  ContributionRecorded: z.lazy(() =>
    z.strictObject({ contribution: z.string(), donor: z.string(), years: z.array(z.int()) }),
  ),
  ContributionCorrected: z.lazy(() =>
    z.strictObject({ contribution: z.string(), donor: z.string(), years: z.array(z.int()) }),
  ),
  ContributionsImported: z.lazy(() =>
    z.strictObject({ import: z.string(), source: FundingSource, years: z.array(z.int()) }),
  ),
  ImportPartRecorded: z.lazy(() => z.strictObject({ import: z.string(), written: z.int(), chunks: z.int() })),
  DifferenceExplained: z.lazy(() => z.strictObject({ year: z.int(), sources: z.string(), donor: z.string() })),
  MeetingProposed: z.lazy(() => z.strictObject(meeting)),
  MeetingScheduled: z.lazy(() => z.strictObject(meeting)),
  MeetingMoved: z.lazy(() => z.strictObject(meeting)),
  MeetingCancelled: z.lazy(() => z.strictObject(meeting)),
  MeetingHeld: z.lazy(() => z.strictObject(meeting)),
  MinutesRecorded: z.lazy(() => z.strictObject({ meeting: z.string(), version: z.int().positive() })),
  ActionPointOpened: z.lazy(() => z.strictObject({ actionPoint: z.string(), twg: z.string() })),
  ActionPointUpdated: z.lazy(() => z.strictObject({ actionPoint: z.string(), twg: z.string() })),
  BriefRequested: z.lazy(() => z.strictObject(brief)),
  BriefCompiled: z.lazy(() => z.strictObject({ ...brief, hash: z.string() })),
  BriefReleased: z.lazy(() => z.strictObject({ ...brief, version: z.int().positive() })),
  MailRequested: z.lazy(() => z.strictObject(mail)),
  MailSent: z.lazy(() => z.strictObject({ ...mail, messageId: z.string() })),
  MailDelivered: z.lazy(() => z.strictObject({ ...mail, at: Instant })),
  MailBounced: z.lazy(() => z.strictObject({ ...mail, reason: z.string() })),
  ContactMailSuspended: z.lazy(() => z.strictObject({ contact: z.string(), reason: z.string() })),
  RoleGiven: z.lazy(() =>
    z.strictObject({ contact: z.string(), group: z.string(), role: z.string(), from: PlainDate }),
  ),
  SeatTurnChanged: z.lazy(() => z.strictObject({ donor: z.string(), from: PlainDate, until: PlainDate })),
  IntakeRejected: z.lazy(() =>
    z.strictObject({
      intake: z.string(),
      source: z.string(),
      type: z.string(),
      reasons: z.array(z.string()),
    }),
  ),
  IntakeDealtWith: z.lazy(() => z.strictObject({ intake: z.string() })),
} satisfies Record<EventName, z.ZodType>
