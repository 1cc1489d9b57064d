/** What each rule means to a reader: why a mail goes out. */
const rules: Readonly<Record<string, string>> = {
  'report-opens': 'the round opens',
  'report-due-7': '7 days before the report is due, while nothing is submitted',
  'report-due-2': '2 days before the report is due, while nothing is submitted',
  'report-due': 'the report is due, while nothing is submitted',
  'report-late-1': 'the report is 1 day late',
  'report-late-3': 'the report is 3 days late',
  'report-escalation-5': 'the report is 5 days late: to the alternate',
  'report-escalation-7': 'the report is 7 days late: to the secretariat',
  'meeting-proposed': 'a meeting is proposed and waits for the secretariat',
  'meeting-30': '30 days before the meeting',
  'meeting-14': '14 days before the meeting',
  'meeting-7': '7 days before the meeting',
  'meeting-1': '1 day before the meeting',
  'minutes-3': '3 days after the meeting, while there are no minutes',
  'minutes-7': '7 days after the meeting, while there are no minutes',
  'obligation-60': '60 days before the obligation is due',
  'obligation-30': '30 days before the obligation is due',
  'obligation-7': '7 days before the obligation is due',
  'action-7': '7 days before the action point is due, while it is open',
  'action-due': 'the action point is due, while it is open',
  'action-weekly': 'the action point is overdue: every week while it is open',
  briefs: 'the briefs of the round release themselves, unless the secretariat does so before',
  'meeting-brief': 'the brief of the meeting releases itself, unless the secretariat does so before',
  'brief-correction':
    'the corrected brief releases itself, unless the secretariat does so before: to whoever has an earlier version, and the co-chairs',
  'hand-over': 'two weeks before the turn in the donor seat changes',
}

/** The plan of what will be sent. */
export const plan = {
  title: 'What will be sent',
  intro:
    'Everything that the calendar sends in the next 90 days, as it stands now. Each is looked at again when it is due: who has submitted hears nothing more, and it goes to whoever holds the role by then.',
  none: 'Nothing is planned.',
  when: 'When',
  what: 'What',
  to: 'To whom',
  why: 'Why',
  nobody: 'Nobody holds the role: name a contact',
  onceConfirmed: 'once the meeting is confirmed for this day',
  briefsOf: (round: string) => `TWG briefs ${round}`,
  briefFor: (meeting: string) => `Brief for ${meeting}`,
  handOver: (donors: string) => `Hand-over of the donor seat: ${donors}`,
  reason: (rule: string) => rules[rule] ?? rule,
}
