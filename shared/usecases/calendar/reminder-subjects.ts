import { isClosed } from '#shared/domain/action-point.ts'
import { obligationsBetween } from '#shared/domain/calendar/obligation.ts'
import type { Reminder } from '#shared/domain/calendar/reminder.ts'
import { roundFor } from '#shared/domain/calendar/round.ts'
import { daysBetween } from '#shared/domain/calendar-days.ts'
import type { RoleName } from '#shared/domain/contact.ts'
import { holdsOn, isInOffice } from '#shared/domain/contact.ts'
import type { PlainDate } from '#shared/domain/dates.ts'
import type { ReminderItem } from '#shared/domain/mail.ts'
import { type Said, say, terms } from '#shared/domain/words/say.ts'
import { readActionPoint } from '#shared/records/action-points.ts'
import { readMeeting, readRound } from '#shared/records/calendar.ts'
import { readContact, rolesInGroup } from '#shared/records/contacts.ts'
import { readMinutes } from '#shared/records/minutes.ts'
import { readReport } from '#shared/records/reports.ts'
import type { Deps } from '../deps.ts'
import { participants } from '../meetings/participants.ts'

/** A reminder looked at again when it is due: to whom it goes and what it says. */
export interface DueReminder {
  readonly recipients: readonly string[]
  readonly item: ReminderItem
}

/** Looks at the subject as it is now. Undefined when nothing needs to be said any more. */
export const resolveReminder =
  (deps: Deps) =>
  async (reminder: Reminder, today: PlainDate): Promise<DueReminder | undefined> => {
    const [kind, ...rest] = reminder.subject.split('/')
    switch (kind) {
      case 'report':
        return reportReminder(deps, reminder, rest, today)
      case 'meeting':
        return meetingReminder(deps, reminder, rest.join('/'), today)
      case 'obligation':
        return obligationReminder(deps, reminder, rest, today)
      case 'reported':
        return reportedReminder(deps, reminder, rest, today)
      case 'minutes':
        return minutesReminder(deps, reminder, rest.join('/'), today)
      case 'action':
        return actionReminder(deps, reminder, rest.join('/'), today)
      default:
        throw new Error(`No reminder can be about “${reminder.subject}”`)
    }
  }

const daysInWords = (days: number): Said => (days === 1 ? say`${days} day` : say`${days} days`)

const inDays = (from: PlainDate, to: PlainDate): Said => {
  const days = daysBetween(from, to)
  if (days === 0) return say`today`
  return days > 0 ? say`in ${daysInWords(days)}` : say`${daysInWords(-days)} ago`
}

/** Why a late report comes to somebody else than the chair. */
const ESCALATION: Readonly<Record<string, string>> = terms({
  'report-escalation-5': ' You are told as the alternate: the chair was reminded and nothing has come.',
  'report-escalation-7': ' The secretariat is told: chair and alternate were reminded and nothing has come.',
})

const reportReminder = async (
  deps: Deps,
  { rule, subject }: Reminder,
  [roundId = '', twgId = '']: string[],
  today: PlainDate,
) => {
  const { records, sector } = deps
  const [round, report] = await Promise.all([readRound(records, roundId), readReport(records, roundId, twgId)])
  const twg = sector.twgs.find(({ id }) => id === twgId)
  if (!round || !twg || report) return undefined
  const { due, lateFrom, closed } = roundFor(round.value, twgId, sector)
  const title =
    rule === 'report-opens'
      ? say`${twg.name}: the report for ${roundId} can be submitted`
      : today > due
        ? say`${twg.name}: the report for ${roundId} has been late for ${daysInWords(daysBetween(due, today))}`
        : say`${twg.name}: the report for ${roundId} is due ${inDays(today, due)}`
  const text = say`Due ${due}. Late from ${lateFrom}. Closed from ${closed}. Nothing has been submitted yet; a nil return takes a minute.${ESCALATION[rule] ?? ''}`
  const to: RoleName[] =
    rule === 'report-opens' ? ['chair', 'alternate'] : rule === 'report-escalation-5' ? ['alternate'] : ['chair']
  const recipients =
    rule === 'report-escalation-7'
      ? await withRole(deps, 'swg', ['secretariat'], today)
      : await withRole(deps, twgId, to, today)
  return { recipients, item: { rule, subject, title, text, path: `/reports/${roundId}/${twgId}` } }
}

const meetingReminder = async (deps: Deps, { rule, subject }: Reminder, id: string, today: PlainDate) => {
  const stored = await readMeeting(deps.records, id)
  if (!stored) return undefined
  const meeting = stored.value
  const where = [meeting.place, meeting.link].filter(Boolean).join(', ')
  const when = `${meeting.day} ${meeting.time} (${deps.sector.timeZone})`
  if (rule === 'meeting-proposed') {
    if (meeting.status !== 'proposed') return undefined
    return {
      recipients: await withRole(deps, 'swg', ['secretariat'], today),
      item: {
        rule,
        subject,
        title: say`Confirm, move or cancel: ${meeting.title}`,
        text: say`Proposed for ${when}.`,
        path: '/meetings',
      },
    }
  }
  if (meeting.status !== 'scheduled') return undefined
  return {
    recipients: await participants(deps)(meeting, today),
    item: {
      rule,
      subject,
      title: `${meeting.title}, ${inDays(today, meeting.day)}`,
      text: where ? `${when}. ${where}` : when,
      path: '/meetings',
    },
  }
}

/** The minutes are the secretariat's to record; the chair may as well. */
const minutesReminder = async (deps: Deps, { rule, subject }: Reminder, id: string, today: PlainDate) => {
  const [stored, minutes] = await Promise.all([readMeeting(deps.records, id), readMinutes(deps.records, id)])
  if (stored?.value.status !== 'held' || minutes) return undefined
  const { title, day } = stored.value
  return {
    recipients: await withRole(deps, 'swg', ['secretariat'], today),
    item: {
      rule,
      subject,
      title: say`Minutes are missing: ${title}`,
      text: say`The meeting was held on ${day}, ${inDays(today, day)}. Record its decisions and action points.`,
      path: `/meetings/${encodeURIComponent(id)}/minutes`,
    },
  }
}

/** Its owner, while in office; an owner who is only a name cannot be told. */
const actionReminder = async (deps: Deps, { rule, subject }: Reminder, id: string, today: PlainDate) => {
  const point = await readActionPoint(deps.records, id)
  if (!point || isClosed(point)) return undefined
  const owner = point.owner.contact === undefined ? undefined : await readContact(deps.records, point.owner.contact)
  return {
    recipients: owner && isInOffice(owner.roles, today) ? [owner.contact.value.id] : [],
    item: {
      rule,
      subject,
      title:
        today > point.due
          ? say`Action point overdue, due ${inDays(today, point.due)}: ${point.text}`
          : say`Action point due ${inDays(today, point.due)}: ${point.text}`,
      text: say`Due ${point.due}. Owner: ${point.owner.name}. Tell the secretariat or your chair how it stands.`,
      path: '/actions',
    },
  }
}

const obligationReminder = async (
  deps: Deps,
  { rule, subject }: Reminder,
  [id = '', due = '']: string[],
  today: PlainDate,
) => {
  const obligation = obligationsBetween(due, due, deps.sector).find((candidate) => candidate.id === id)
  if (!obligation) return undefined
  return {
    recipients: await whoAnswers(deps, deps.sector.coordinatingTwg, today),
    item: {
      rule,
      subject,
      title: say`${obligation.name} is due ${inDays(today, due)}`,
      text: say`Due ${due}. Source: ${obligation.source}.`,
      path: '/',
    },
  }
}

/** A date of a report, while the TWG's latest report still names it for that day. */
const reportedReminder = async (
  deps: Deps,
  { rule, subject }: Reminder,
  [twg = '', id = '', due = '']: string[],
  today: PlainDate,
) => {
  // Reads the forms, which no other reminder needs.
  const { datesOfLatestReport } = await import('../reports/reported-dates.ts')
  const named = (await datesOfLatestReport(deps, twg)).find((date) => date.id === id && date.due === due)
  if (!named) return undefined
  return {
    recipients: await whoAnswers(deps, twg, today),
    item: {
      rule,
      subject,
      title: say`${named.name} is due ${inDays(today, due)}`,
      text: say`Due ${due}. Source: report ${named.source}.`,
      path: '/calendar',
    },
  }
}

const whoAnswers = async (deps: Deps, twg: string, today: PlainDate): Promise<string[]> => [
  ...new Set([
    ...(await withRole(deps, 'swg', ['secretariat'], today)),
    ...(await withRole(deps, twg, ['chair'], today)),
  ]),
]

/** Contacts that hold one of the roles in the group on that day. */
export const withRole = async (
  { records }: Pick<Deps, 'records'>,
  group: string,
  roles: readonly RoleName[],
  day: PlainDate,
) => {
  const members = await rolesInGroup(records, group)
  return [
    ...new Set(
      members.filter(({ role }) => roles.includes(role.role) && holdsOn(role, day)).map(({ contact }) => contact),
    ),
  ]
}
