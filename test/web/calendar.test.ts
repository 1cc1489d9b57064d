import { describe, expect, test } from 'vitest'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { minutes } from './fake-calendar.ts'
import { secretariat } from './fake-services.ts'
import { elements, textOf } from './markup.ts'
import { visitor } from './visitor.ts'

const MEETING = '/meetings/2026-Q1-risk-education'
const FORM = {
  version: '0',
  summary: 'All came',
  decisions: 'One list\nMeet in May',
  'point1-text': 'Print',
  'point1-owner': 'HI',
  'point1-due': '2026-06-01',
}

describe('minutes', () => {
  test('are recorded with their decisions and action points, and stand on the meeting’s page', async () => {
    const { state, post, follow } = visitor({ actor: secretariat, minutes })
    const page = textOf(await (await follow(await post(`${MEETING}/minutes`, FORM))).text())
    expect(page).toContain('The minutes are saved and go out by mail.')
    expect(page).toContain('Print 500 posters (HI, due 29 May 2026)')
    expect(state.calls).toMatchObject([
      {
        name: 'recordMinutes',
        command: {
          meeting: '2026-Q1-risk-education',
          version: 0,
          decisions: 'One list\nMeet in May',
          points: [
            { text: 'Print', owner: 'HI', due: '2026-06-01' },
            ...Array(5).fill({ text: '', owner: '', due: '' }),
          ],
        },
      },
    ])
  })

  test('that say nothing new say that nothing was mailed', async () => {
    const { post, follow } = visitor({ actor: secretariat, minutes })
    const same = await follow(await post(`${MEETING}/minutes`, { ...FORM, version: String(minutes.version) }))
    expect(textOf(await same.text())).toContain('Nothing was changed, and nothing is mailed.')
  })

  test('keep what was typed, with the mistake at its field', async () => {
    const refusal = new UserError('invalid', say`Due: enter a date`, 'point1-due')
    const { post } = visitor({ actor: secretariat, refusal })
    const html = await (await post(`${MEETING}/minutes`, { ...FORM, 'point1-due': 'soon' })).text()
    expect(html).toContain('id="point1-due-error"')
    expect(html).toContain('href="#point1-due"')
    const typed = elements(html, 'input').find(({ attributes }) => attributes.name === 'point1-due')
    expect(typed?.attributes.value).toBe('soon')
    expect(html).toContain('One list\nMeet in May')
  })

  test('are for reading where one may not record them', async () => {
    const { get } = visitor({ minutes })
    const page = await (await get(MEETING)).text()
    expect(textOf(page)).toContain('Use one list')
    expect(page).not.toContain(`${MEETING}/minutes`)
    expect((await get(`${MEETING}/minutes`)).status).toBe(403)
  })
})

describe('the agenda', () => {
  test('is filled with what is proposed while it is open, and keeps what was typed', async () => {
    const { get, post } = visitor({ actor: secretariat })
    expect(await (await get(MEETING)).text()).toContain('Decision requested: one list (from NRA)</textarea>')
    const refused = visitor({ actor: secretariat, refusal: new UserError('invalid', say`Agenda: too long`, 'agenda') })
    const html = await (await refused.post(MEETING, { day: '2026-05-06', agenda: 'Mine' })).text()
    expect(html).toContain('id="agenda-error"')
    expect(html).toContain('Mine</textarea>')
    expect((await post(MEETING, { day: '2026-05-06', time: '09:00', agenda: 'Mine' })).status).toBe(303)
  })
})

describe('the donor seat', () => {
  test('shows the turns, with what was changed and why, and takes a change from the secretariat', async () => {
    const { state, get, post, follow } = visitor({ actor: secretariat })
    const page = textOf(await (await get('/calendar/seat')).text())
    expect(page).toContain('Luxembourg An election year 1 January 2027')
    const form = { kind: 'skip', from: '2027-01-01', with: '', reason: 'Closed', version: '0' }
    const done = textOf(await (await follow(await post('/calendar/seat', form))).text())
    expect(done).toContain('The order is changed.')
    expect(state.calls).toEqual([{ name: 'changeSeat', command: { ...form, version: 0 } }])
    const reader = await (await visitor().get('/calendar/seat')).text()
    expect(reader).not.toContain('<form method="post" action="/calendar/seat"')
  })
})

describe('the plan', () => {
  test('says when, what, to whom and why, and where nobody holds the role', async () => {
    const page = textOf(await (await visitor({ actor: secretariat }).get('/calendar/plan')).text())
    expect(page).toContain('17 April 2026, 08:00')
    expect(page).toContain('the report is due, while nothing is submitted')
    expect(page).toContain('Nobody holds the role: name a contact')
    expect(page).toContain('7 days before the meeting; once the meeting is confirmed for this day')
    expect(page).toContain('Brief for A meeting')
    expect(page).toContain('TWG briefs 2026-Q1')
  })
})

describe('calendars to subscribe to', () => {
  test('the public one needs no sign-in and is a calendar', async () => {
    const answer = await visitor({}, { signedIn: false }).get('/calendar.ics')
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
  })

  test('a private one opens with its address alone', async () => {
    const { get } = visitor({}, { signedIn: false })
    expect((await get('/feeds/good-token.ics')).status).toBe(200)
    for (const path of ['/feeds/other.ics', '/feeds/good-token', '/feeds/', '/feeds/a.b.ics'])
      expect([path, (await get(path)).status]).toEqual([path, 404])
  })

  test('the private address is shown when it is made, and not again', async () => {
    const { get, post, follow, state } = visitor()
    expect(await (await get('/calendar')).text()).not.toContain('/feeds/')
    const made = await (await post('/calendar/feed')).text()
    expect(made).toContain('secretariat.example/feeds/good-token.ics')
    expect(await (await get('/calendar')).text()).not.toContain('good-token')
    const ended = textOf(await (await follow(await post('/calendar/feed/end'))).text())
    expect(ended).toContain('The private address is ended.')
    expect(state.calls.map(({ name }) => name)).toEqual(['makeFeed', 'revokeFeed'])
  })

  test('a year that is none is not found', async () => {
    for (const year of ['1', '2569', 'x', '-5', '99999999999'])
      expect([year, (await visitor().get(`/calendar?year=${year}`)).status]).toEqual([year, 404])
  })
})
