import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { Feed } from '#shared/domain/calendar/entry.ts'
import { type Meeting, meetingStart } from '#shared/domain/calendar/meeting.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { oneLine } from '../mail/plain-text.ts'
import { isWebAddress } from '../web-address.ts'
import { uriOf } from './uri.ts'
import { vtimezone } from './vtimezone.ts'

interface FeedAbout {
  /** Ends each UID, as it does in invitations: a meeting that is in a calendar already is not shown twice. */
  readonly uidDomain: string
  readonly timeZone: string
  readonly at: Instant
}

const HOURS_BETWEEN_READS = 4

/** A calendar to subscribe to (RFC 5545): meetings at their hours, everything else on whole days. */
export const feedCalendar = (feed: Feed, { uidDomain, timeZone, at }: FeedAbout): string => {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    name: oneLine(feed.name),
    prodId: { company: 'sector-secretariat', product: 'calendar', language: 'EN' },
    ttl: HOURS_BETWEEN_READS * 3600,
    timezone: { name: null, generator: (name) => vtimezone(name, at) },
  })
  const stamp = Temporal.Instant.from(at)
  for (const { id, day, title, text } of feed.days)
    calendar.createEvent({
      id: `${id}@${uidDomain}`,
      stamp,
      start: Temporal.PlainDate.from(day),
      end: Temporal.PlainDate.from(day).add({ days: 1 }),
      allDay: true,
      summary: oneLine(title),
      description: text,
      busystatus: ICalEventBusyStatus.FREE,
    })
  for (const meeting of feed.meetings) {
    const start = Temporal.Instant.from(meetingStart(meeting, timeZone)).toZonedDateTimeISO(timeZone)
    calendar.createEvent({
      id: `${meeting.id}@${uidDomain}`,
      sequence: meeting.sequence,
      stamp,
      start,
      end: start.add({ minutes: meeting.minutes }),
      timezone: timeZone,
      summary: oneLine(meeting.title),
      description: (meeting.agenda ?? []).map((item, index) => `${index + 1}. ${oneLine(item)}`).join('\n') || null,
      location: oneLine(meeting.place) || null,
      url: isWebAddress(meeting.link) ? uriOf(meeting.link) : null,
      status: statusOf(meeting),
    })
  }
  return propertiesFirst(`${calendar.toString()}\r\n`)
}

const ZONES = /^BEGIN:VTIMEZONE\r\n[\s\S]*?^END:VTIMEZONE\r\n/gm

/** A calendar's properties stand before its components (RFC 5545 §3.6); the library writes some of them behind the zones. */
const propertiesFirst = (text: string): string => {
  const zones = text.match(ZONES) ?? []
  return text.replace(ZONES, '').replace(/^(?=BEGIN:VEVENT\r\n|END:VCALENDAR\r\n)/m, () => zones.join(''))
}

const statusOf = ({ status }: Meeting): ICalEventStatus => {
  if (status === 'cancelled') return ICalEventStatus.CANCELLED
  return status === 'proposed' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}
