import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { type Meeting, meetingStart } from '#shared/domain/calendar/meeting.ts'
import type { Instant } from '#shared/domain/dates.ts'
import type { Mailbox } from '../mail/mail-to-render.ts'
import { oneLine } from '../mail/plain-text.ts'
import { isWebAddress } from '../web-address.ts'
import { uriOf } from './uri.ts'
import { vtimezone } from './vtimezone.ts'

export interface Invitation {
  readonly method: 'REQUEST' | 'CANCEL'
  readonly meeting: Meeting
  readonly organizer: Mailbox
  readonly attendee: Mailbox
  readonly uidDomain: string
  readonly at: Instant
  readonly timeZone: string
  readonly description: string
}

const ONE_DAY_BEFORE = 24 * 60 * 60

/** An invitation or its cancellation (iTIP, RFC 5546): the same UID with a higher SEQUENCE replaces what was sent before. */
export const invitationCalendar = (invitation: Invitation): string => {
  const { meeting, timeZone } = invitation
  const start = meetingStart(meeting, timeZone)
  const cancelled = invitation.method === 'CANCEL'
  const begins = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone)
  const calendar = ical({
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'sector-secretariat', product: 'meetings', language: 'EN' },
    // The calendar names no zone of its own: the generator would write DTSTAMP in it, and DTSTAMP is UTC.
    timezone: { name: null, generator: (name) => vtimezone(name, start) },
  })
  const event = calendar.createEvent({
    id: `${meeting.id}@${invitation.uidDomain}`,
    sequence: meeting.sequence,
    stamp: Temporal.Instant.from(invitation.at),
    start: begins,
    end: begins.add({ minutes: meeting.minutes }),
    timezone: timeZone,
    summary: oneLine(meeting.title),
    description: invitation.description,
    location: oneLine(meeting.place) || null,
    url: isWebAddress(meeting.link) ? uriOf(meeting.link) : null,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    organizer: { name: parameter(invitation.organizer), email: invitation.organizer.address },
  })
  event.createAttendee({
    name: parameter(invitation.attendee),
    email: invitation.attendee.address,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: !cancelled,
  })
  if (!cancelled) event.createAlarm({ type: ICalAlarmType.display, trigger: ONE_DAY_BEFORE })
  return `${calendar.toString()}\r\n`
}

/** A name as a quoted parameter, which can hold no quote and knows no escapes (RFC 5545, 3.2). */
const parameter = ({ name, address }: Mailbox): string => oneLine(name.replace(/["\\]/g, "'")) || address
