import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cannotRun, startSystem } from '../fixtures/system.ts'

const skipped = cannotRun()
const MEETING = '/meetings/2026-Q1-risk-education'
const MEMBER = 'member1@risk-education.example'
const CHAIR = 'chair@risk-education.example'

describe.skipIf(skipped)(`a meeting on one machine${skipped ? ` (${skipped})` : ''}`, () => {
  let world: Awaited<ReturnType<typeof startSystem>>
  beforeAll(async () => {
    world = await startSystem('2026-04-01')
    await world.sweep('2026-04-01', '00:00')
  }, 90_000)
  afterAll(() => world?.end())

  const subjects = async (address: string) => (await world.mailsTo(address)).map(({ subject }) => subject ?? '')
  /** The calendar entry in the latest mail, as another library reads it. */
  const latestEntry = async (address: string) => {
    const mail = (await world.mailsTo(address)).findLast(({ attachments }) =>
      attachments.some(({ mimeType }) => mimeType === 'text/calendar'),
    )
    const part = mail?.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
    const text = typeof part?.content === 'string' ? part.content : Buffer.from(part?.content as ArrayBuffer).toString()
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') ?? undefined
    const { uid, sequence, startDate } = new ICAL.Event(event)
    return { uid, sequence, start: String(startDate) }
  }

  it('is confirmed and moved: everyone gets the entry, then the change that replaces it', async () => {
    const secretariat = await world.visitor('secretariat@uxo-swg.example')
    const form = {
      day: '2026-05-04',
      time: '09:00',
      place: 'NRA, Vientiane',
      link: '',
      agenda: 'One list\nOther',
      version: '0',
    }
    expect(await secretariat.post(MEETING, form)).toContain('The meeting is saved.')
    await world.settle()
    const first = await latestEntry(MEMBER)
    expect(first).toMatchObject({ sequence: 1, start: '2026-05-04T09:00:00' })
    await secretariat.post(MEETING, { ...form, day: '2026-05-06', version: '1' })
    await world.settle()
    expect(await latestEntry(MEMBER)).toEqual({ ...first, sequence: 2, start: '2026-05-06T09:00:00' })
    expect((await subjects(MEMBER)).map((subject) => subject.split(':')[0])).toEqual(['Invitation', 'Moved'])
  })

  it('is held; its chair records the minutes, they are mailed, and the action point is reminded of', async () => {
    await world.sweep('2026-05-06', '13:00')
    const chair = await world.visitor(CHAIR)
    const form = {
      version: '0',
      summary: 'All seven operators came.',
      decisions: 'One list is used',
      'point1-text': 'Print 500 posters',
      'point1-owner': MEMBER,
      'point1-due': '2026-06-01',
    }
    expect(await chair.post(`${MEETING}/minutes`, form)).toContain('One list is used')
    await world.settle()
    const mail = (await world.mailsTo(MEMBER)).find(({ subject }) => subject?.startsWith('Minutes: '))
    expect(mail?.text).toContain('1. Print 500 posters')
    await world.sweep('2026-05-25')
    expect((await subjects(MEMBER)).at(-1)).toContain('Action point due in 7 days: Print 500 posters')
  })

  it('stands in the calendar that a member subscribes to, until the address is ended', async () => {
    const member = await world.visitor(MEMBER)
    const page = await member.post('/calendar/feed', {})
    const address = /\/feeds\/[A-Za-z0-9_-]+\.ics/.exec(page)?.[0] ?? ''
    const read = () => fetch(new URL(address, world.webUrl))
    const calendar = new ICAL.Component(ICAL.parse(await (await read()).text()))
    const titles = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).summary)
    expect(titles).toContain('Risk Education TWG meeting, 2026-Q1')
    expect(titles).toContain('Action point due: Print 500 posters')
    await member.post('/calendar/feed/end', {})
    expect((await read()).status).toBe(404)
    expect((await fetch(new URL('/calendar.ics', world.webUrl))).status).toBe(200)
  })
})
