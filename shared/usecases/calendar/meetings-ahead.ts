import {
  MENDABLE_DAYS,
  type Meeting,
  meetingStart,
  standingOf,
  swgMeetings,
  twgMeeting,
} from '#shared/domain/calendar/meeting.ts'
import { meetingReminders, minutesReminders, reminderTime } from '#shared/domain/calendar/reminder.ts'
import type { Round } from '#shared/domain/calendar/round.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant, later, type PlainDate } from '#shared/domain/dates.ts'
import { meetingsBetween } from '#shared/records/calendar.ts'
import { readMinutes } from '#shared/records/minutes.ts'
import type { Sector } from '#shared/sector/schema.ts'
import type { Deps } from '../deps.ts'
import { participants } from '../meetings/participants.ts'
import { meetingBriefLines } from './briefs-ahead.ts'
import { SWG_PROPOSAL_DAYS } from './plan.ts'
import type { Line } from './planned-line.ts'
import { withRole } from './reminder-subjects.ts'

/** Days after the last planned one within which a meeting may still have something to say: it is reminded of a month before. */
const REMINDED_BEFORE_DAYS = 30

/** Recorded meetings with something to say by `until`; also those that began, whose minutes are asked for once the sweep has seen them end. */
export const meetingsAhead = async ({ records, sector }: Deps, now: Instant, until: Instant): Promise<Meeting[]> => {
  const first = instantAt(addDays(dayAt(now, sector.timeZone), -MENDABLE_DAYS), '00:00', sector.timeZone)
  const last = reminderTime(addDays(dayAt(until, sector.timeZone), REMINDED_BEFORE_DAYS), sector)
  return meetingsBetween(records, first, last)
}

interface ComingMeeting {
  readonly meeting: Meeting
  readonly proposedOn: PlainDate
}

/** Meetings that will be proposed by `until`: a TWG's when its round opens, the working group's some weeks ahead. */
export const meetingsToPropose = (
  sector: Sector,
  rounds: readonly Round[],
  recorded: readonly Meeting[],
  now: Instant,
  until: Instant,
): ComingMeeting[] => {
  const today = dayAt(now, sector.timeZone)
  const year = Number(today.slice(0, 4))
  return [
    ...rounds.flatMap(({ id, opens }) =>
      sector.twgs.map((twg) => ({ meeting: twgMeeting(id, twg, sector), proposedOn: opens })),
    ),
    ...[...swgMeetings(year, sector), ...swgMeetings(year + 1, sector)].map((meeting) => ({
      meeting,
      proposedOn: addDays(meeting.day, -SWG_PROPOSAL_DAYS),
    })),
  ].filter(
    ({ meeting, proposedOn }) =>
      proposedOn > today &&
      proposedOn <= dayAt(until, sector.timeZone) &&
      meeting.day > proposedOn &&
      !recorded.some(({ id }) => id === meeting.id),
  )
}

/** The secretariat is asked to confirm it, and what follows once it does. */
export const comingMeetingLines = async (deps: Deps, { meeting, proposedOn }: ComingMeeting): Promise<Line[]> => {
  const at = reminderTime(proposedOn, deps.sector)
  return [
    {
      at,
      rule: 'meeting-proposed',
      what: meeting.title,
      contacts: await withRole(deps, 'swg', ['secretariat'], proposedOn),
      onceConfirmed: false,
    },
    ...(await meetingLines(deps, meeting, at)),
  ]
}

/** What a meeting sends besides its recorded reminders: its brief, the request for its minutes, and while it is proposed the reminders that its confirmation will set. */
export const meetingLines = async (deps: Deps, meeting: Meeting, now: Instant): Promise<Line[]> => {
  const { sector } = deps
  if (meeting.status !== 'proposed' && meeting.status !== 'scheduled') return []
  if (standingOf(meeting, now, sector.timeZone) === 'never-confirmed') return []
  const onceConfirmed = meeting.status === 'proposed'
  const of = { what: meeting.title, onceConfirmed }
  const [minutes, briefs] = await Promise.all([minutesLines(deps, meeting, now), meetingBriefLines(deps, meeting, now)])
  const lines = [...minutes, ...briefs].map((line) => ({ ...line, onceConfirmed }))
  if (!onceConfirmed) return lines
  const contacts = await participants(deps)(meeting, meeting.day)
  const reminders = meetingReminders(meeting, now, sector)
  return [...lines, ...reminders.map(({ due, rule }) => ({ ...of, at: due, rule, contacts }))]
}

/** The minutes are asked for while there are none. Of the times that are overdue, for a meeting that was added late, only the latest is said. */
const minutesLines = async (deps: Deps, meeting: Meeting, now: Instant): Promise<Omit<Line, 'onceConfirmed'>[]> => {
  const { records, sector } = deps
  if (meetingStart(meeting, sector.timeZone) <= now && (await readMinutes(records, meeting.id))) return []
  const asked = minutesReminders(meeting, sector).filter(({ expires }) => expires > now)
  const overdue = asked.filter(({ due }) => due < now).length
  const contacts = await withRole(deps, 'swg', ['secretariat'], meeting.day)
  return asked
    .slice(Math.max(overdue - 1, 0))
    .map(({ due, rule }) => ({ at: later(due, now), rule, what: meeting.title, contacts }))
}
