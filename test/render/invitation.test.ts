import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { invitationCalendar } from '#shared/render/calendar/invitation.ts'
import { vtimezone } from '#shared/render/calendar/vtimezone.ts'
import { renderMail } from '#shared/render/mail/render-mail.ts'
import { about, invitation } from '../fixtures/mails.ts'

const calendarIn = (timeZone: string, mail = invitation) => {
  const calendar = new ICAL.Component(ICAL.parse(renderMail(mail, { ...about, timeZone }).calendar?.text ?? ''))
  const event = calendar.getFirstSubcomponent('vevent')
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (!event || !zone) throw new Error('no event or no zone')
  return { calendar, event, zone }
}

/** The UTC instant of DTSTART as a calendar program works it out from the VTIMEZONE inside. */
const startIn = (timeZone: string, day: string) => {
  const { event, zone } = calendarIn(timeZone, { ...invitation, meeting: { ...invitation.meeting, day } })
  const start = event.getFirstPropertyValue('dtstart') as ICAL.Time
  start.zone = new ICAL.Timezone(zone)
  return start.toJSDate().toISOString()
}

/** A calendar program by RFC 5546: one entry a UID; the highest SEQUENCE counts, and of two that are equal the later DTSTAMP. */
const entriesAfter = (mails: readonly (typeof invitation)[]) => {
  const entries = new Map<string, { order: string; start: string; cancelled: boolean }>()
  for (const mail of mails) {
    const { calendar, event } = calendarIn('Asia/Vientiane', mail)
    const { uid, sequence, startDate } = new ICAL.Event(event)
    const order = `${String(sequence).padStart(4, '0')} ${event.getFirstPropertyValue('dtstamp')}`
    const cancelled = calendar.getFirstPropertyValue('method') === 'CANCEL'
    if ((entries.get(uid)?.order ?? '') < order) entries.set(uid, { order, start: String(startDate), cancelled })
  }
  return [...entries.values()].filter((entry) => !entry.cancelled).map(({ start }) => start)
}

describe('an invitation', () => {
  it('asks one person for an answer, under a UID that stays the meeting’s', () => {
    const { calendar, event } = calendarIn('Asia/Vientiane')
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(event.getFirstPropertyValue('uid')).toBe('2026-Q1-survey-clearance@lao-uxo')
    expect(event.getFirstPropertyValue('sequence')).toBe(0)
    expect(event.getFirstPropertyValue('organizer')).toBe('mailto:secretariat@uxo.example.org')
    expect(event.getFirstProperty('attendee')?.getFirstParameter('rsvp')).toBe('TRUE')
    expect(event.getFirstPropertyValue('location')).toBe('NRA, Vientiane')
    expect(event.getFirstPropertyValue('url')).toBe('https://meet.example.org/room%3B7')
    expect(String(event.getFirstPropertyValue('dtstamp'))).toBe('2026-04-01T01:00:00Z')
    expect(String(event.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger'))).toBe('-P1D')
  })

  it('is taken back under the same UID with a higher sequence', () => {
    const meeting = { ...invitation.meeting, sequence: 3 }
    const { calendar, event } = calendarIn('Asia/Vientiane', { ...invitation, method: 'CANCEL', meeting })
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(event.getFirstPropertyValue('uid')).toBe('2026-Q1-survey-clearance@lao-uxo')
    expect(event.getFirstPropertyValue('sequence')).toBe(3)
    expect(event.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(event.getFirstSubcomponent('valarm')).toBeNull()
  })

  it('of a moved meeting replaces the entry in a calendar, whichever of the two arrives first; a cancellation takes it out', () => {
    const states = [
      { ...invitation, meeting: { ...invitation.meeting, sequence: 1 } },
      { ...invitation, meeting: { ...invitation.meeting, sequence: 2, day: '2026-05-06' } },
    ]
    expect(entriesAfter(states)).toEqual(['2026-05-06T09:00:00'])
    expect(entriesAfter(states.toReversed())).toEqual(['2026-05-06T09:00:00'])
    const cancelled = { ...invitation.meeting, sequence: 3, status: 'cancelled' as const }
    expect(entriesAfter([...states, { ...invitation, method: 'CANCEL', meeting: cancelled }])).toEqual([])
  })

  it('that is taken back, and comes again, while the meeting stays, counts by its moment', () => {
    const { meeting } = invitation
    const taken = { ...invitation, method: 'CANCEL' as const, before: meeting, at: '2026-04-02T01:00:00.000Z' }
    const again = { ...invitation, at: '2026-04-03T01:00:00.000Z' }
    expect(entriesAfter([invitation, taken])).toEqual([])
    expect(entriesAfter([invitation, again, taken])).toEqual(['2026-04-28T09:00:00'])
    const { subject, text } = renderMail(taken, about)
    expect(subject).toBe(`No longer for you: ${meeting.title}, Tuesday 28 April 2026, 09:00`)
    expect(text).toContain('Your role no longer takes part in this meeting')
    expect(text).not.toContain('What changed')
    const moved = { ...taken, before: { ...meeting, day: '2026-04-01' } }
    expect(renderMail(moved, about).text).toContain('moved to a day on which your role has ended')
  })

  it('that changes nothing in the calendar of its reader is an invitation', () => {
    const { subject, text } = renderMail({ ...invitation, before: invitation.meeting }, about)
    expect(subject).toBe(`Invitation: ${invitation.meeting.title}, Tuesday 28 April 2026, 09:00`)
    expect(text).not.toContain('changed')
  })

  it('carries the agenda, in the entry and in the mail', () => {
    const mail = { ...invitation, meeting: { ...invitation.meeting, agenda: ['One list', 'A, B; C'] } }
    const { event } = calendarIn('Asia/Vientiane', mail)
    expect(event.getFirstPropertyValue('description')).toContain('1. One list\n2. A, B; C')
    expect(renderMail(mail, about).text).toContain('Agenda:\n1. One list\n2. A, B; C')
    expect(renderMail(mail, about).html).toContain('A, B; C')
  })

  it('of a changed meeting says what it was and what it is; only a moved one has a new date', () => {
    const { meeting } = invitation
    const before = { ...meeting, sequence: 1, agenda: ['One list', 'Any other business'] }
    const changed = (own: Partial<typeof meeting>) => {
      const { subject, text, html } = renderMail({ ...invitation, before, meeting: { ...before, ...own } }, about)
      return { subject, said: text.split('What changed:\n')[1]?.split('\n\n')[0], html }
    }
    expect(changed({ day: '2026-05-06' })).toMatchObject({
      subject: `Moved: ${meeting.title}, now Wednesday 6 May 2026, 09:00`,
      said: '- When: Tuesday 28 April 2026, 09:00 → Wednesday 6 May 2026, 09:00',
    })
    const elsewhere = changed({ place: 'Hotel <Lao>', link: '', agenda: ['Any other business', 'A budget'] })
    expect(elsewhere).toMatchObject({
      subject: `Changed (place, link, agenda): ${meeting.title}, Tuesday 28 April 2026, 09:00`,
      said: [
        '- Place: NRA, Vientiane → Hotel <Lao>',
        '- Link: https://meet.example.org/room;7 → no link',
        '- Added to the agenda: A budget',
        '- Taken off the agenda: One list',
      ].join('\n'),
    })
    expect(elsewhere.html).toContain('Hotel &lt;Lao&gt;')
    expect(changed({ agenda: ['Any other business', 'One list'] }).said).toBe('- The agenda has another order.')
  })

  it('to whoever joins after a move is an invitation like any other, with the sequence of the move', () => {
    const meeting = { ...invitation.meeting, sequence: 3 }
    const mail = { ...invitation, meeting }
    expect(renderMail(mail, about).subject).toMatch(/^Invitation: /)
    expect(renderMail(mail, about).text).toContain('You are invited to this meeting')
    const { calendar, event } = calendarIn('Asia/Vientiane', mail)
    expect([calendar.getFirstPropertyValue('method'), event.getFirstPropertyValue('sequence')]).toEqual(['REQUEST', 3])
  })

  it('means the same moment in every zone, in summer and in winter', () => {
    expect(startIn('Asia/Vientiane', '2026-04-28')).toBe('2026-04-28T02:00:00.000Z')
    expect(startIn('America/New_York', '2026-03-09')).toBe('2026-03-09T13:00:00.000Z')
    expect(startIn('America/New_York', '2026-03-06')).toBe('2026-03-06T14:00:00.000Z')
    expect(startIn('Australia/Lord_Howe', '2026-01-15')).toBe('2026-01-14T22:00:00.000Z')
    expect(startIn('Australia/Lord_Howe', '2026-06-15')).toBe('2026-06-14T22:30:00.000Z')
  })

  it('cannot be broken out of by anything that someone typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('x\r\nBEGIN:VALARM', 'a";X=1:evil', 'n\nATTENDEE:mailto:x@y', '\\', '\u2028X:1'),
    )
    fc.assert(
      fc.property(typed, typed, typed, (title, place, name) => {
        const text = invitationCalendar({
          ...invitation,
          meeting: { ...invitation.meeting, title, place },
          attendee: { ...invitation.attendee, name },
          timeZone: 'Asia/Vientiane',
          description: `${title}\n${place}`,
        })
        const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
        expect(event?.getAllProperties('attendee')).toHaveLength(1)
        expect(event?.getAllSubcomponents('valarm')).toHaveLength(1)
        expect(event?.getFirstPropertyValue('attendee')).toBe('MAILTO:khamla@example.org')
      }),
    )
  })
})

describe('a zone inside an invitation', () => {
  it('of Lord Howe Island moves by half an hour', () => {
    const text = vtimezone('Australia/Lord_Howe', '2026-06-15T00:00:00.000Z')
    expect(text).toContain('DTSTART:20260405T020000\r\nTZOFFSETFROM:+1100\r\nTZOFFSETTO:+1030')
    expect(text).toContain('DTSTART:20261004T020000\r\nTZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100')
  })

  it('without summer time has one observance', () => {
    expect(vtimezone('Asia/Vientiane', '2026-06-15T00:00:00.000Z').match(/BEGIN:STANDARD/g)).toHaveLength(1)
  })
})
