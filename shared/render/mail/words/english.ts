import { englishCalendar } from '#shared/domain/day-in-words.ts'
import { movedInWords } from '../../changes-in-words.ts'
import type { MailWords, MeetingPart } from './mail-words.ts'

const things = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const MEETING_PARTS: Readonly<Record<MeetingPart, string>> = {
  when: 'When',
  place: 'Place',
  link: 'Link',
  agenda: 'Agenda',
}

export const english: MailWords = {
  language: 'en',
  calendar: englishCalendar,
  greeting: (name) => `Dear ${name},`,
  footer: (sectorName) => `Sent by the secretariat of the ${sectorName}. Questions: answer this mail.`,
  signIn: {
    subject: (sectorName) => `Your sign-in code: ${sectorName}`,
    heading: 'Sign in',
    code: 'Your sign-in code:',
    orLink: 'Or open this link on the device where you want to sign in:',
    button: 'Sign in',
    valid: (minutes) => `Code and link are valid for ${things(minutes, 'minute', 'minutes')} and can be used once.`,
    ignore: 'If you did not ask to sign in, ignore this mail: nobody can sign in without it.',
  },
  receipt: {
    subject: (reference, sectorName) => `Report received: ${reference}, ${sectorName}`,
    heading: (twgName, round) => `${twgName}: report for ${round}`,
    received: (reference) =>
      `The report was received. Its reference is ${reference}. Everything that was sent is printed below.`,
    submittedAt: 'Received',
    submittedBy: 'Submitted by',
    onBehalf: 'on behalf of the chair',
    lateReason: 'Why it was late',
    amendment: 'Why the accepted report was amended',
    nil: 'Nil return: nothing to report',
    rows: 'Figures',
    narrative: 'Narrative',
    actionPoints: 'Action points',
    comments: 'Comments on the figures',
    answer: (warning, comment) => `${warning}.\nComment: ${comment}`,
    notAvailable: (reason) => `not available (${reason})`,
    restAttached: (filename) =>
      `The report is longer than a mail can show. The attachment ${filename} holds all of it.`,
  },
  reportNotice: {
    subject: {
      returned: (report, sectorName) => `Returned to you: report ${report}: ${sectorName}`,
      accepted: (report, sectorName) => `Accepted: report ${report}: ${sectorName}`,
      extended: (report, sectorName) => `Due later: report ${report}: ${sectorName}`,
      withdrawn: (report, sectorName) => `Amendment withdrawn: report ${report}: ${sectorName}`,
    },
    heading: {
      returned: (report) => `Report returned: ${report}`,
      accepted: (report) => `Report accepted: ${report}`,
      extended: (report) => `Due date extended: ${report}`,
      withdrawn: (report) => `Amendment withdrawn: ${report}`,
    },
    lead: {
      returned: (report, version, by) => `${by} returned version ${version} of the report ${report}.`,
      accepted: (report, version, by) => `${by} accepted version ${version} of the report ${report}. Thank you.`,
      extended: (report, _, by) => `${by} extended the due date of the report ${report}.`,
      withdrawn: (report, version, by) =>
        `${by} withdrew version ${version} of the report ${report}, which had been returned.`,
    },
    text: { returned: 'Comment', accepted: 'Comment', extended: 'Reason', withdrawn: 'Reason' },
    dates: (due, closed) => [
      ['Now due', due],
      ['Closed from', closed],
    ],
    next: {
      returned: 'All that you sent is in the draft again: mend what the comment says, then submit it again.',
      accepted: 'There is nothing more to do. Should a figure change later, the report can be amended on its page.',
      extended: 'Reminders follow the new date.',
      withdrawn: 'The accepted version before it is the report again, as it was. It can be amended on its page.',
    },
    open: 'Open the report',
  },
  reminders: {
    subject: (first, more, sectorName) => `${first}${more === 0 ? '' : ` (+ ${more} more)`}: ${sectorName}`,
    heading: (count) => (count === 1 ? 'A reminder' : `${count} reminders`),
    open: 'Open the page',
  },
  minutes: {
    subject: (title, day, version) => `Minutes${version > 1 ? ` (version ${version})` : ''}: ${title}, ${day}`,
    lead: (day, by) => `These are the minutes of the meeting of ${day}, recorded by ${by}.`,
    corrected: 'They replace the minutes that you were sent before.',
    decisions: 'Decisions',
    noDecisions: 'No decision was recorded.',
    open: 'Open the meeting',
  },
  actionPoints: {
    heading: 'Action points',
    none: 'There is no open action point.',
    ownerAndDue: (owner, due) => `${owner}, due ${due}`,
  },
  handOver: {
    subject: (outgoing, incoming, day, sectorName) =>
      `Donor seat: hand-over on ${day}, ${outgoing}, then ${incoming}: ${sectorName}`,
    heading: 'Hand-over of the donor seat',
    lead: (day) => `The donor seat of the co-chairs changes hands on ${day}.`,
    replaces: (donor) =>
      `This mail replaces the one that you were sent before: the order of turns has changed, and the turn no longer belongs to the donor named there (${donor}).`,
    named: (person) => `Named since you were sent the mail on this hand-over: ${person}.`,
    until: (day) => `Until ${day}`,
    from: (day) => `From ${day}`,
    nobody: 'nobody is named yet',
    brief: (filename) => `The working group’s latest brief: ${filename}, attached.`,
    noBrief: 'There is no brief of the working group yet.',
    meet: 'This mail goes to everyone named above. Please agree on a time to hand over what is open; answer this mail if you need to be put in touch.',
    open: 'Open the pages',
  },
  seatPassed: {
    subject: (day, sectorName) => `Donor seat: the hand-over on ${day} has changed: ${sectorName}`,
    heading: 'The order of turns in the donor seat has changed',
    lead: (day) =>
      `You were sent a mail on the hand-over of the donor seat on ${day}. It does not take place as that mail said; this one replaces it.`,
    told: 'The turn was to go to',
    donor: 'It goes to',
    reason: 'Why',
    open: 'See the turns',
  },
  invitation: {
    subject: {
      invited: (title, when) => `Invitation: ${title}, ${when}`,
      moved: (title, when) => `Moved: ${title}, now ${when}`,
      changed: (title, when, changed) =>
        `Changed (${changed.map((part) => MEETING_PARTS[part].toLowerCase()).join(', ')}): ${title}, ${when}`,
      cancelled: (title, when) => `Cancelled: ${title}, ${when}`,
      released: (title, when) => `No longer for you: ${title}, now ${when}`,
      relieved: (title, when) => `No longer for you: ${title}, ${when}`,
    },
    lead: {
      invited: 'You are invited to this meeting:',
      moved: 'This meeting was moved. These are its details now:',
      changed: 'The day and the time of this meeting stay. Something else has changed; these are its details now:',
      cancelled: 'This meeting is cancelled:',
      released: 'This meeting was moved to a day on which your role has ended. It is taken out of your calendar:',
      relieved:
        'Your role no longer takes part in this meeting, which keeps its day: roles or the order of turns have changed. It is taken out of your calendar:',
    },
    changes: 'What changed',
    change: (part, before, now) => `${MEETING_PARTS[part]}: ${before} → ${now}`,
    agendaAdded: (item) => `Added to the agenda: ${item}`,
    agendaTakenOff: (item) => `Taken off the agenda: ${item}`,
    agendaReordered: 'The agenda has another order.',
    noLink: 'no link',
    when: MEETING_PARTS.when,
    place: MEETING_PARTS.place,
    agenda: 'Agenda',
    placeOpen: 'to be announced',
    online: 'Online',
    answer: 'Please accept or decline with the buttons of your calendar, or answer this mail.',
  },
  brief: {
    subject: (sectorName, title, state) =>
      `${title.includes(sectorName) ? title : `${sectorName}: ${title}`}${state === '' ? '' : ` — ${state}`}`,
    version: (version) => (version === 0 ? 'draft' : `version ${version}`),
    decisionsAsked: (count) => things(count, 'decision asked', 'decisions asked'),
    decisions: 'Decisions requested',
    from: (who) => `from ${who}`,
    due: (when) => `due ${when}`,
    attached: (filename) => `In full: ${filename}, attached.`,
    inShort: 'The brief in short',
    correcting:
      'A correction of this brief is being prepared: figures may still change. What is corrected will be sent to you.',
    noSummary: 'There is nothing to summarise.',
    corrected: (version) => `What changed since version ${version}`,
    moved: movedInWords,
    moreChanges: (count) => `${things(count, 'more change', 'more changes')}, listed in the PDF`,
  },
}
