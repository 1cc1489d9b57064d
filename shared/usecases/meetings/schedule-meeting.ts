import * as z from 'zod'
import { type Meeting, meetingStart } from '#shared/domain/calendar/meeting.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant, PlainDate } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { readDate } from '#shared/domain/forms/read-date.ts'
import { linesOf } from '#shared/domain/minutes.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { eventOf } from '#shared/events/event.ts'
import { meetingWrite, readMeeting } from '#shared/records/calendar.ts'
import { eventWrites } from '#shared/records/events.ts'
import type { Stored } from '#shared/records/record.ts'
import { ConflictError } from '#shared/records/record-store.ts'
import { meetingFacts } from '../calendar/propose-meeting.ts'
import type { Deps } from '../deps.ts'
import { typedText } from '../typed-text.ts'
import { nextMeetingWork } from './advance-meeting.ts'

export interface ScheduleMeeting {
  readonly id: string
  readonly day: string
  readonly time: string
  readonly place: string
  readonly link: string
  /** One item a line; empty leaves it open. */
  readonly agenda: string
}

/** Days into the past to which a meeting can be moved. */
const BACK_DAYS = 60
const LONGEST_PLACE = 200
const LONGEST_ITEM = 300
const MOST_ITEMS = 25

const Time = z.iso.time({ precision: -1 })
const Link = z.union([z.literal(''), z.url({ protocol: /^https$/ })])

/**
 * Confirms a proposed meeting, or moves a scheduled one: one transaction, however many take part. Invitations follow from its event.
 * A scheduled meeting may move into the past: it took place earlier than announced, and everyone invited is told.
 * @throws UserError `forbidden`, `not-found`, `invalid` (with its field), `changed` when someone else changed the meeting meanwhile
 */
export const scheduleMeeting =
  (deps: Deps) =>
  async (command: ScheduleMeeting, actor: Actor, now: Instant): Promise<Meeting> => {
    const stored = await meetingForChange(deps, command.id, actor, now)
    const { sector } = deps
    const date = readDate(command.day)
    if ('mistake' in date) throw new UserError('invalid', `Date: ${date.mistake}`, 'day')
    const day = PlainDate.parse(date.day)
    const time = Time.safeParse(command.time.trim())
    if (!time.success) throw new UserError('invalid', 'Time: enter hours and minutes such as 09:00', 'time')
    const link = Link.safeParse(command.link.trim())
    if (!link.success)
      throw new UserError('invalid', 'Link: enter an address that begins with https://, or leave it empty', 'link')
    const moved = stored.value.status === 'scheduled'
    const { agenda: _, ...known } = stored.value
    const agenda = readAgenda(command.agenda)
    const meeting: Meeting = {
      ...known,
      status: 'scheduled',
      day,
      time: time.data,
      place: typedText(command.place, { field: 'place', longest: LONGEST_PLACE, oneLine: true }),
      link: link.data,
      ...(agenda.length === 0 ? {} : { agenda }),
      sequence: stored.value.sequence + 1,
    }
    const earliest = moved ? instantAt(addDays(dayAt(now, sector.timeZone), -BACK_DAYS), '00:00', sector.timeZone) : now
    if (meetingStart(meeting, sector.timeZone) <= earliest) {
      throw new UserError(
        'invalid',
        `Date: ${dayInWords(day)}, ${time.data} ${moved ? `is more than ${BACK_DAYS} days ago` : 'has passed'}; today is ${dayInWords(dayAt(now, sector.timeZone))}`,
        'day',
      )
    }
    return change(deps, meeting, stored, moved ? 'MeetingMoved' : 'MeetingScheduled', actor, now)
  }

const readAgenda = (typed: string): string[] => {
  const items = linesOf(typedText(typed, { field: 'agenda' }))
  if (items.length > MOST_ITEMS || items.some((item) => item.length > LONGEST_ITEM))
    throw new UserError(
      'invalid',
      `Agenda: ${MOST_ITEMS} items at most, each of ${LONGEST_ITEM} characters at most`,
      'agenda',
    )
  return items
}

/** Cancels a meeting that has not begun. @throws UserError as scheduleMeeting */
export const cancelMeeting =
  (deps: Deps) =>
  async ({ id }: { id: string }, actor: Actor, now: Instant): Promise<Meeting> => {
    const stored = await meetingForChange(deps, id, actor, now)
    const cancelled: Meeting = { ...stored.value, status: 'cancelled', sequence: stored.value.sequence + 1 }
    return change(deps, cancelled, stored, 'MeetingCancelled', actor, now)
  }

const meetingForChange = async (
  { records, sector }: Deps,
  id: string,
  actor: Actor,
  now: Instant,
): Promise<Stored<Meeting>> => {
  if (!isSecretariat(actor.roles, dayAt(now, sector.timeZone))) {
    throw new UserError('forbidden', 'Only the secretariat changes meetings')
  }
  const stored = await readMeeting(records, id)
  if (!stored) throw new UserError('not-found', 'There is no such meeting')
  if (stored.value.status === 'cancelled' || stored.value.status === 'held') {
    throw new UserError('invalid', `This meeting is ${stored.value.status} and does not change any more`, 'day')
  }
  return stored
}

const change = async (
  { records, platform, sector }: Deps,
  meeting: Meeting,
  stored: Stored<Meeting>,
  type: 'MeetingScheduled' | 'MeetingMoved' | 'MeetingCancelled',
  actor: Actor,
  now: Instant,
): Promise<Meeting> => {
  const event = eventOf(
    {
      id: platform.newId(now),
      type,
      subject: `meeting/${meeting.id}`,
      sequence: meeting.sequence + 1,
      data: meetingFacts(meeting),
    },
    { now, actor: `contact/${actor.contact.id}` },
  )
  try {
    await records.transact([
      meetingWrite(meeting, stored, sector.timeZone, nextMeetingWork(meeting, sector, false)),
      ...eventWrites(event),
    ])
    return meeting
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
    throw new UserError('changed', 'Someone else changed this meeting meanwhile: look at it and try again', 'day')
  }
}
