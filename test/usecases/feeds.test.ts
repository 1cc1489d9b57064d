import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import type { Feed } from '#shared/domain/calendar/entry.ts'
import { feedCalendar } from '#shared/render/calendar/feed.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { openActionPoint } from '#shared/usecases/action-points/open-action-point.ts'
import { endRole, endSessionsOf } from '#shared/usecases/contacts/change-contact.ts'
import { makeFeed, readFeedSince, revokeFeed } from '#shared/usecases/feeds/own-feed.ts'
import { readPersonalFeed, readPublicFeed } from '#shared/usecases/feeds/read-feed.ts'
import { cancelMeeting, scheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const NOW = at('2026-04-10', '10:00')
const TWGS = ['risk-education', 'victim-assistance'] as const

/** The events as another library reads them. */
const eventsIn = (feed: Feed) => {
  const text = feedCalendar(feed, { uidDomain: laoUxo.id, timeZone: laoUxo.timeZone, at: NOW })
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      title: event.summary,
      start: event.startDate.toString(),
      where: event.location,
      status: component.getFirstPropertyValue('status'),
    }
  })
}

describeInMemory('a calendar to subscribe to', (fresh) => {
  const begin = async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-04-01', '00:00'))
    const secretariat = await world.contactAt(SECRETARIAT)
    for (const [index, twg] of TWGS.entries())
      await scheduleMeeting(world.deps)(
        {
          id: `2026-Q1-${twg}`,
          day: `2026-05-0${4 + index}`,
          time: '09:00',
          place: 'NRA, Vientiane',
          link: 'https://meet.example.org/room;7',
          agenda: 'One list',
          version: 0,
        },
        secretariat,
        at('2026-04-03'),
      )
    await cancelMeeting(world.deps)({ id: '2026-Q1-victim-assistance', version: 1 }, secretariat, at('2026-04-04'))
    const member = await world.contactAt('member1@risk-education.example')
    return { world, secretariat, member }
  }

  it('has its own properties before its zones and events, and dates in words', async () => {
    const { world, member } = await begin()
    const token = await makeFeed(world.deps)(member, NOW)
    const chair = await world.contactAt('chair@risk-education.example')
    const feeds = [
      await readPublicFeed(world.deps)(NOW),
      await readPersonalFeed(world.deps)(token, NOW),
      await readPersonalFeed(world.deps)(await makeFeed(world.deps)(chair, NOW), NOW),
    ]
    for (const feed of feeds) {
      const text = feedCalendar(feed, { uidDomain: laoUxo.id, timeZone: laoUxo.timeZone, at: NOW })
      const [properties = '', ...components] = text.split(/^BEGIN:(?!VCALENDAR)/m)
      expect(properties).toMatch(/^REFRESH-INTERVAL.*\r\nX-PUBLISHED-TTL/m)
      expect(components[0]).toMatch(/^VTIMEZONE\r\nTZID:Asia\/Vientiane\r\n/)
      expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
      expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true)
      expect(feed.days.filter(({ text: said }) => /\d{4}-\d\d-\d\d/.test(said))).toEqual([])
    }
  })

  it('tells everyone of rounds, obligations, the seat and confirmed meetings, and nobody where they are', async () => {
    const { world } = await begin()
    const events = eventsIn(await readPublicFeed(world.deps)(NOW))
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    expect(events).toContainEqual(expect.objectContaining({ title: 'Reports on 2026-Q1 are due', start: '2026-04-17' }))
    expect(events).toContainEqual(
      expect.objectContaining({ title: 'CCM Article 7 report is due', start: '2026-04-30' }),
    )
    expect(events).toContainEqual(expect.objectContaining({ title: 'Donor seat: Japan', start: '2027-01-01' }))
    const meetings = events.filter(({ uid }) => uid.startsWith('2026-Q1'))
    expect(meetings).toEqual([
      {
        uid: '2026-Q1-risk-education@lao-uxo',
        title: 'Risk Education TWG meeting, 2026-Q1',
        start: '2026-05-04T09:00:00',
        where: null,
        status: 'CONFIRMED',
      },
      expect.objectContaining({ uid: '2026-Q1-victim-assistance@lao-uxo', status: 'CANCELLED' }),
    ])
    expect(JSON.stringify(await readPublicFeed(world.deps)(NOW))).not.toMatch(/NRA|room|One list/)
  })

  it('shows its owner the own meetings with their place, the own due dates and action points, and no others', async () => {
    const { world, secretariat, member } = await begin()
    const agreed = { group: 'swg', text: 'Print posters', owner: 'member1@risk-education.example', due: '2026-05-20' }
    await openActionPoint(world.deps)(agreed, secretariat, at('2026-04-05'))
    const feedOf = async (actor: typeof member) =>
      eventsIn(await readPersonalFeed(world.deps)(await makeFeed(world.deps)(actor, NOW), NOW))
    const own = await feedOf(member)
    expect(own.filter(({ uid }) => uid.startsWith('2026-Q1')).map(({ uid, where }) => [uid, where])).toEqual([
      ['2026-Q1-risk-education@lao-uxo', 'NRA, Vientiane'],
    ])
    expect(own).toContainEqual(
      expect.objectContaining({ title: 'Action point due: Print posters', start: '2026-05-20' }),
    )
    expect(own.filter(({ uid }) => uid.startsWith('report-'))).toEqual([])
    const chairs = await feedOf(await world.contactAt('chair@risk-education.example'))
    expect(chairs).toContainEqual(
      expect.objectContaining({ title: 'Risk Education: report on 2026-Q1 is due', start: '2026-04-17' }),
    )
    expect(chairs.some(({ title }) => title.includes('posters'))).toBe(false)
  })

  it('is closed when its owner ends it, makes another, is signed out everywhere, or leaves', async () => {
    const { world, secretariat, member } = await begin()
    const isOpen = (token: string) =>
      readPersonalFeed(world.deps)(token, NOW).then(
        () => true,
        (error) => error.code !== 'not-found',
      )
    const first = await makeFeed(world.deps)(member, at('2026-04-05'))
    const second = await makeFeed(world.deps)(member, at('2026-04-06'))
    expect([await isOpen(first), await isOpen(second), await isOpen('no-such-token')]).toEqual([false, true, false])
    expect(await readFeedSince(world.deps)(member)).toBe(at('2026-04-06'))
    await revokeFeed(world.deps)(member)
    await revokeFeed(world.deps)(member)
    expect([await isOpen(second), await readFeedSince(world.deps)(member)]).toEqual([false, undefined])
    const third = await makeFeed(world.deps)(member, at('2026-04-07'))
    await endSessionsOf(world.deps)(member.contact.id, secretariat, at('2026-04-08'))
    expect(await isOpen(third)).toBe(false)
    const fourth = await makeFeed(world.deps)(member, at('2026-04-09'))
    expect(await isOpen(fourth)).toBe(true)
    const [role] = member.roles
    const ended = { id: member.contact.id, group: 'risk-education', role: 'member' as const, from: role?.from ?? '' }
    await endRole(world.deps)(ended, secretariat, NOW)
    expect(await isOpen(fourth)).toBe(false)
  })
})
