import * as z from 'zod'
import { agendaMistake } from '#shared/domain/calendar/agenda.ts'
import { MENDABLE_DAYS, type Meeting, meetingStart } from '#shared/domain/calendar/meeting.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant, PlainDate } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { readDate } from '#shared/domain/forms/read-date.ts'
import { linesOf } from '#shared/domain/minutes.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import type { Sector } from '#shared/sector/schema.ts'
import { typedText } from '../typed-text.ts'

/** When and where a meeting is, as typed. */
export interface TypedMeeting {
  readonly day: string
  readonly time: string
  readonly place: string
  readonly link: string
  /** One item a line; empty leaves it open. */
  readonly agenda: string
}

type MeetingFields = Pick<Meeting, 'day' | 'time' | 'place' | 'link' | 'agenda'>

const LONGEST_PLACE = 200

const Time = z.iso.time({ precision: -1 })
const Link = z.union([z.literal(''), z.url({ protocol: /^https$/ })])

/** @throws UserError `invalid` with its field */
export const readMeetingFields = (typed: TypedMeeting): MeetingFields => {
  const date = readDate(typed.day)
  if ('mistake' in date) throw new UserError('invalid', say`Day: ${date.mistake}`, 'day')
  const time = Time.safeParse(typed.time.trim().replace(/^\d:/, '0$&'))
  if (!time.success) throw new UserError('invalid', say`Time: enter hours and minutes such as 09:00`, 'time')
  const link = Link.safeParse(typed.link.trim())
  if (!link.success)
    throw new UserError('invalid', say`Link: enter an address that begins with https://, or leave it empty`, 'link')
  const agenda = readAgenda(typed.agenda)
  return {
    day: PlainDate.parse(date.day),
    time: time.data,
    place: typedText(typed.place, { field: 'place', longest: LONGEST_PLACE, oneLine: true }),
    link: link.data,
    ...(agenda.length === 0 ? {} : { agenda }),
  }
}

const readAgenda = (typed: string): string[] => {
  const items = linesOf(typedText(typed, { field: 'agenda' }))
  const mistake = agendaMistake(items)
  if (mistake !== undefined) throw new UserError('invalid', say`Agenda: ${mistake}`, 'agenda')
  return items
}

export const saysTheSame = (a: MeetingFields, b: MeetingFields): boolean =>
  a.day === b.day &&
  a.time === b.time &&
  a.place === b.place &&
  a.link === b.link &&
  a.agenda?.join('\n') === b.agenda?.join('\n')

/** Of a meeting that took place already: it can be said for some weeks. @throws UserError `invalid` (field `day`) */
export const refuseLongAgo = (meeting: MeetingFields, sector: Sector, now: Instant): void => {
  const earliest = instantAt(addDays(dayAt(now, sector.timeZone), -MENDABLE_DAYS), '00:00', sector.timeZone)
  if (meetingStart(meeting, sector.timeZone) <= earliest)
    throw tooEarly(meeting, say`is more than ${MENDABLE_DAYS} days ago`, sector, now)
}

export const tooEarly = ({ day, time }: MeetingFields, says: string, { timeZone }: Sector, now: Instant) =>
  new UserError(
    'invalid',
    say`Day: ${dayInWords(day)}, ${time} ${says}; today is ${dayInWords(dayAt(now, timeZone))}`,
    'day',
  )
