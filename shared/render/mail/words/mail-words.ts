import type { BriefModel } from '#shared/domain/briefs/model.ts'
import type { CalendarWords } from '#shared/domain/day-in-words.ts'
import type { ReportNotice } from '#shared/domain/mail.ts'

type PerNotice<T> = Readonly<Record<ReportNotice['notice'], T>>

/** `changed`: on its day and hour as before. `released`: moved to a day on which the recipient no longer takes part. `relieved`: the recipient's role takes part no more. */
export type InvitationState = 'invited' | 'moved' | 'changed' | 'cancelled' | 'released' | 'relieved'

/** What of a meeting can change. */
export type MeetingPart = 'when' | 'place' | 'link' | 'agenda'

/** All that a mail says itself, in one language. A second language is a second object of this type. */
export interface MailWords {
  /** BCP 47, the `lang` of the page. */
  readonly language: string
  readonly calendar: CalendarWords
  readonly greeting: (name: string) => string
  readonly footer: (sectorName: string) => string
  readonly signIn: {
    readonly subject: (sectorName: string) => string
    readonly heading: string
    readonly code: string
    readonly orLink: string
    readonly button: string
    readonly valid: (minutes: number) => string
    readonly ignore: string
  }
  readonly receipt: {
    readonly subject: (reference: string, sectorName: string) => string
    readonly heading: (twgName: string, round: string) => string
    readonly received: (reference: string) => string
    readonly submittedAt: string
    readonly submittedBy: string
    readonly onBehalf: string
    readonly lateReason: string
    readonly amendment: string
    readonly nil: string
    readonly rows: string
    readonly narrative: string
    readonly actionPoints: string
    readonly comments: string
    /** A comment under the warning that it answers. */
    readonly answer: (warning: string, comment: string) => string
    readonly notAvailable: (reason: string) => string
    readonly restAttached: (filename: string) => string
  }
  readonly reportNotice: {
    readonly subject: PerNotice<(report: string, sectorName: string) => string>
    readonly heading: PerNotice<(report: string) => string>
    readonly lead: PerNotice<(report: string, version: number, by: string) => string>
    /** What stands before the comment or reason. */
    readonly text: PerNotice<string>
    readonly dates: (due: string, closed: string) => [label: string, day: string][]
    readonly next: PerNotice<string>
    readonly open: string
  }
  readonly reminders: {
    readonly subject: (first: string, more: number, sectorName: string) => string
    readonly heading: (count: number) => string
    readonly open: string
  }
  readonly minutes: {
    readonly subject: (title: string, day: string, version: number) => string
    readonly lead: (day: string, by: string) => string
    readonly corrected: string
    readonly decisions: string
    readonly noDecisions: string
    readonly open: string
  }
  /** What, by whom, by when: in minutes and in a hand-over. */
  readonly actionPoints: {
    readonly heading: string
    readonly none: string
    readonly ownerAndDue: (owner: string, due: string) => string
  }
  readonly handOver: {
    readonly subject: (outgoing: string, incoming: string, day: string, sectorName: string) => string
    readonly heading: string
    readonly lead: (day: string) => string
    readonly replaces: (donor: string) => string
    readonly named: (person: string) => string
    readonly until: (day: string) => string
    readonly from: (day: string) => string
    readonly nobody: string
    readonly brief: (filename: string) => string
    readonly noBrief: string
    readonly meet: string
    readonly open: string
  }
  readonly seatPassed: {
    readonly subject: (day: string, sectorName: string) => string
    readonly heading: string
    readonly lead: (day: string) => string
    readonly told: string
    readonly donor: string
    readonly reason: string
    readonly open: string
  }
  readonly invitation: {
    readonly subject: Readonly<
      Record<InvitationState, (title: string, when: string, changed: readonly MeetingPart[]) => string>
    >
    readonly lead: Readonly<Record<InvitationState, string>>
    readonly changes: string
    readonly change: (part: MeetingPart, before: string, now: string) => string
    readonly agendaAdded: (item: string) => string
    readonly agendaTakenOff: (item: string) => string
    readonly agendaReordered: string
    readonly noLink: string
    readonly agenda: string
    readonly when: string
    readonly place: string
    readonly placeOpen: string
    readonly online: string
    readonly answer: string
  }
  readonly brief: {
    readonly subject: (sectorName: string, title: string, state: string) => string
    readonly version: (version: number) => string
    readonly decisionsAsked: (count: number) => string
    readonly decisions: string
    readonly from: (who: string) => string
    readonly due: (when: string) => string
    readonly attached: (filename: string) => string
    readonly inShort: string
    readonly noSummary: string
    readonly correcting: string
    readonly corrected: (version: number) => string
    readonly moved: Readonly<Record<BriefModel['kind'], (day: string) => string>>
    readonly moreChanges: (count: number) => string
  }
}
