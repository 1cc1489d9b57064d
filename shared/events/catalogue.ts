/** The source of every event this system publishes; events under any other source come from outside. */
export const OWN_SOURCE = 'sector-secretariat'

/** Every event of the system, by its past-tense name (EventBridge `detail-type`). */
export const EVENT_NAMES = [
  'ReportingRoundOpened',
  'ReportingRoundClosed',
  'TwgReportSubmitted',
  'TwgReportReturned',
  'TwgReportAccepted',
  'TwgReportAmended',
  'TwgReportAmendmentWithdrawn',
  'TwgReportExtended',
  'ContributionRecorded',
  'ContributionCorrected',
  'ContributionsImported',
  'ImportPartRecorded',
  'DifferenceExplained',
  'MeetingProposed',
  'MeetingScheduled',
  'MeetingMoved',
  'MeetingCancelled',
  'MeetingHeld',
  'MinutesRecorded',
  'ActionPointOpened',
  'ActionPointUpdated',
  'BriefRequested',
  'BriefCompiled',
  'BriefReleased',
  'MailRequested',
  'MailSent',
  'MailDelivered',
  'MailBounced',
  'ContactMailSuspended',
  'RoleGiven',
  'SeatTurnChanged',
  'IntakeRejected',
  'IntakeDealtWith',
] as const
export type EventName = (typeof EVENT_NAMES)[number]

/** What keep-calendar follows between two sweeps. */
export const CALENDAR_FOLLOWS = [
  'MeetingScheduled',
  'MeetingMoved',
  'MeetingCancelled',
  'RoleGiven',
  'SeatTurnChanged',
  'MinutesRecorded',
  'ActionPointOpened',
  'ActionPointUpdated',
  'TwgReportSubmitted',
  'TwgReportAmended',
  'ImportPartRecorded',
] as const satisfies readonly EventName[]
