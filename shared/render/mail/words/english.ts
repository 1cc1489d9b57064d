import { englishCalendar } from '../../days-in-words.ts'
import type { MailWords } from './mail-words.ts'

const things = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

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
    nil: 'Nil return: nothing to report',
    rows: 'Figures',
    narrative: 'Narrative',
    actionPoints: 'Action points',
    comments: 'Comments on the figures',
    notAvailable: (reason) => `not available (${reason})`,
    restAttached: (filename) =>
      `The report is longer than a mail can show. The attachment ${filename} holds all of it.`,
  },
  reminders: {
    subject: (first, more, sectorName) => `${first}${more === 0 ? '' : ` (+ ${more} more)`}: ${sectorName}`,
    heading: (count) => (count === 1 ? 'A reminder' : `${count} reminders`),
    open: 'Open the page',
  },
  invitation: {
    subject: {
      invited: (title, when) => `Invitation: ${title}, ${when}`,
      changed: (title, when) => `Changed: ${title}, now ${when}`,
      cancelled: (title, when) => `Cancelled: ${title}, ${when}`,
    },
    lead: {
      invited: 'You are invited to this meeting:',
      changed: 'This meeting has changed. These are its details now:',
      cancelled: 'This meeting is cancelled:',
    },
    when: 'When',
    place: 'Where',
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
    noSummary: 'There is nothing to summarise.',
  },
}
