import { describe, expect, test, vi } from 'vitest'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { firstSwgModel } from '../fixtures/briefs.ts'
import { minutes } from './fake-calendar.ts'
import { secretariat } from './fake-services.ts'
import { elements, textOf, typedIn } from './markup.ts'
import { visitor } from './visitor.ts'

const textAt = async (answer: Response | Promise<Response>) => textOf(await (await answer).text())

test('the desk shows where each report stands and leads to those one may write', async () => {
  const { get } = visitor()
  const html = await (await get('/')).text()
  for (const standing of ['Awaited', 'On time', 'Late', 'Nil return', 'Missing'])
    expect(textOf(html)).toContain(standing)
  const links = elements(html, 'a').map(({ attributes }) => attributes.href)
  expect(links).toContain('/reports/2026-Q1/survey-clearance')
  expect(links).not.toContain('/reports/2026-Q1/risk-education')
  expect(links).not.toContain('/contacts')
})

describe('meetings', () => {
  const path = '/meetings/2026-Q1-risk-education'
  const form = { day: '2026-05-06', time: '14:00', place: 'NRA, Vientiane', link: '', version: '0' }

  test('the secretariat confirms with day, time and place; everybody sees it', async () => {
    const { state, post, follow } = visitor({ actor: secretariat })
    const list = await textAt(follow(await post(path, form)))
    expect(list).toContain('The meeting is saved.')
    expect(list).toContain('6 May 2026, 14:00. NRA, Vientiane')
    expect(state.calls).toEqual([
      { name: 'scheduleMeeting', command: { id: '2026-Q1-risk-education', ...form, agenda: '', version: 0 } },
    ])
  })

  test('a mistake stands at its field and the text is kept', async () => {
    const { post } = visitor({ actor: secretariat, refusal: new UserError('invalid', say`Day: enter a date`, 'day') })
    const html = await (await post(path, { ...form, day: 'soon' })).text()
    expect(html).toContain('id="day-error"')
    expect(typedIn(html, 'day')).toBe('soon')
    expect(typedIn(html, 'place')).toBe('NRA, Vientiane')
  })

  test('the secretariat adds one that the calendar does not propose; after a mistake the text is kept', async () => {
    const added = { ...form, group: 'risk-education', title: 'Extraordinary meeting', agenda: '' }
    const { state, get, post, follow } = visitor({ actor: secretariat })
    expect(await (await get('/meetings')).text()).toContain('href="/meetings/new"')
    expect(typedIn(await (await get('/meetings/new')).text(), 'time')).toBe('09:00')
    const { version: _, ...command } = added
    expect(await textAt(follow(await post('/meetings/new', command)))).toContain('Extraordinary meeting')
    expect(state.calls).toEqual([{ name: 'addMeeting', command }])
    const refused = visitor({ actor: secretariat, refusal: new UserError('invalid', say`Choose whose it is`, 'group') })
    const html = await (await refused.post('/meetings/new', { ...command, group: '' })).text()
    expect(html).toContain('id="group-error"')
    expect(typedIn(html, 'title')).toBe('Extraordinary meeting')
    expect(await (await visitor().get('/meetings')).text()).not.toContain('href="/meetings/new"')
  })

  test('a page that is out of date says so, keeps what was typed and shows the meeting as it stands, with its version', async () => {
    const { state, post } = visitor({ actor: secretariat, refusal: new UserError('changed', say`Look at it`, 'day') })
    state.meetings = state.meetings.map((meeting) => ({ ...meeting, place: 'Pakse', status: 'scheduled', sequence: 4 }))
    const html = await (await post(path, { ...form, time: '09:00', version: '3' })).text()
    expect(textOf(html)).toContain('Look at it')
    expect(textOf(html)).toContain('For example 12 May 2026. Now stored: 4 May 2026')
    expect(textOf(html)).toContain('Now stored: Pakse')
    expect(textOf(html)).not.toContain('Now stored: 09:00')
    expect([typedIn(html, 'place'), typedIn(html, 'version')]).toEqual(['NRA, Vientiane', '4'])
  })

  test('saving what is stored already says that nothing changed', async () => {
    const { state, post, follow } = visitor({ actor: secretariat })
    state.meetings = state.meetings.map((meeting) => ({ ...meeting, status: 'scheduled', sequence: 1 }))
    const list = await textAt(follow(await post(path, { ...form, version: '1' })))
    expect(list).toContain('Nothing changed: the meeting stands as it was, and nobody is mailed.')
  })

  test('cancelling is asked twice and says who is told: of a proposal nobody', async () => {
    const { state, get, post, follow } = visitor({ actor: secretariat })
    expect(await textAt(get(`${path}/cancel`))).toContain('Nobody has been invited yet, so nobody is mailed.')
    expect(state.calls).toEqual([])
    const cancel = () => post(`${path}/cancel`, { version: '0' })
    expect(await textAt(follow(await cancel()))).toContain('Nobody had been invited, so nobody is mailed.')
    expect(state.meetings.find(({ id }) => id === '2026-Q1-risk-education')?.status).toBe('cancelled')
    state.meetings = state.meetings.map((meeting) => ({ ...meeting, status: 'scheduled', sequence: 1 }))
    expect(await textAt(get(`${path}/cancel`))).toContain('Everyone who was invited gets a cancellation')
    expect(await textAt(follow(await cancel()))).toContain('Everyone who was invited is told by mail.')
  })

  test('a proposal whose day has passed is listed below what is to come, as never confirmed', async () => {
    const { state, get } = visitor({ actor: secretariat })
    const list = async () => {
      const [upcoming = '', past = ''] = (await textAt(get('/meetings'))).split('Past and cancelled')
      return [upcoming, past].map((text) => text.includes('Risk Education TWG meeting'))
    }
    expect(await list()).toEqual([true, false])
    state.meetings = state.meetings.map((meeting) => ({ ...meeting, day: '2026-04-09' }))
    expect(await list()).toEqual([false, true])
    expect(await textAt(get('/meetings'))).toContain('Never confirmed')
    expect(await textAt(get(path))).toContain('If it took place, save it with the day and time at which it did')
  })

  test('a meeting that is over counts as held before the next sweep says so', async () => {
    const { state, get } = visitor({ actor: secretariat })
    state.meetings = state.meetings.map((meeting) => ({ ...meeting, day: '2026-04-09', status: 'scheduled' }))
    expect(await textAt(get('/meetings'))).toMatch(/Past and cancelled.*Risk Education TWG meeting.*Held/s)
    expect(await textAt(get(path))).toContain('counts as held because its time is over')
  })

  test('the form shows the day as people write it', async () => {
    const { get } = visitor({ actor: secretariat })
    expect(typedIn(await (await get(path)).text(), 'day')).toBe('4 May 2026')
  })

  test('what is no longer possible leads to the meeting, and is closed to others all the same', async () => {
    const path = '/meetings/2026-Q1-risk-education'
    const answer = await visitor({ actor: secretariat, minutes }).get(`${path}/cancel`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path])
    expect((await visitor({ minutes }).get(`${path}/cancel`)).status).toBe(403)
  })

  test('others read only', async () => {
    const { get, post } = visitor()
    expect(elements(await (await get(path)).text(), 'input')).toEqual([])
    expect((await get(`${path}/cancel`)).status).toBe(403)
    expect((await post(path, form)).status).toBe(403)
    expect((await get('/meetings/none')).status).toBe(404)
  })
})

describe('briefs', () => {
  test('a released brief leads to its PDF; figures that are not available stay so', async () => {
    const { get } = visitor()
    const page = await get('/briefs/2026-Q1/survey-clearance')
    const html = await page.text()
    expect(html).toContain('href="/briefs/pdf/1/2026-Q1/survey-clearance"')
    expect(textOf(html)).toContain('1,187.0 (2 not available)')
    expect(textOf(html)).toContain('Houaphan 310.0 n/a 660')
    const pdf = await get('/briefs/pdf/1/2026-Q1/survey-clearance')
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toBe('inline; filename="2026-Q1-survey-clearance-v1.pdf"')
    expect(await pdf.text()).toContain('%PDF')
  })

  test('a released brief names a report behind it that was amended since, and leads to its brief', async () => {
    const html = await (await visitor().get('/briefs/2026-Q1/survey-clearance')).text()
    expect(textOf(html)).toContain(
      'Since this brief was released, a report behind it was amended: Survey and Clearance, 2025-Q4 (version 4)',
    )
    expect(html).toContain('href="/briefs/2025-Q4/survey-clearance"')
  })

  test('what is behind a figure names the rounds and the parts of rows that it leaves out', async () => {
    const text = await textAt(
      visitor().get('/briefs/behind/1/survey-clearance/areaCleared/yearToDate/2026-Q1/survey-clearance'),
    )
    expect(text).toContain('Left out, because there is no figure: 2025-Q4.')
    expect(text).toContain('Not available: Land release, Area cleared (not yet in)')
  })

  test('the brief of the working group ends with the movements of the ledger it rests on, each leading to its contribution', async () => {
    const html = await (await visitor().get('/briefs/swg-2026-1')).text()
    const text = textOf(html)
    expect(text).toContain('Movements of 2022')
    expect(html).toMatch(/href="\/funding\/contributions\/01JX0000000000000000000001">(<[^>]+>)*United States/)
    expect(text).toContain('30 June 2022 Ireland Commitment, in kind EUR 500,000.00 US$ 529,050 Donor')
    expect(text).toContain('12 smaller movements stand in the ledger.')
  })

  test('the first brief of a system has no table without a column', async () => {
    const html = await (await visitor({ swgBrief: firstSwgModel }).get('/briefs/swg-2026-1')).text()
    expect(textOf(html)).toContain('No round of reports fell into the time of this brief.')
    const columns = html
      .split('<thead')
      .slice(1)
      .map((head) => (head.split('</thead>')[0] ?? '').split('<th ').length - 1)
    expect(columns.length).toBeGreaterThan(2)
    expect(Math.min(...columns)).toBeGreaterThan(1)
    for (const part of ['round by round', 'Timeliness', 'Indicators']) expect(textOf(html)).not.toContain(part)
  })

  test('every figure of the funding leads to the movements behind it', async () => {
    const html = await (await visitor().get('/briefs/swg-2026-1')).text()
    const funding = html.slice(html.indexOf('id="funding-2022'), html.indexOf('id="need'))
    expect(funding.match(/<td[^>]*>(?:US\$ [\d,]+|[\d.]+ %)<\/td>/g)).toBeNull()
    const links = elements(funding, 'a').map(({ attributes }) => attributes.href)
    const moment = 'asOf=2026-05-25T01%3A00%3A00.000Z&correctedUntil=2026-05-25T01%3A00%3A00.000Z'
    for (const asked of ['donor=japan', 'donor=japan&type=pledge', 'pillar=not-stated', 'type=disbursement'])
      expect(links).toContain(`/funding/ledger?year=2022&source=Landmine+Monitor&${moment}&${asked}`)
    const behind = await visitor().get(
      '/funding/ledger?from=2026-04-01&until=soon&asOf=2026-05-25T01:00:00.000Z&type=pledge',
    )
    const text = textOf(await behind.text())
    expect(text).toContain('Value dates from 1 April 2026. As the ledger stood on 25 May 2026, 08:00')
    expect(text).toContain('Show the whole ledger as it stands now')
  })

  test('only the secretariat is offered to release a draft', async () => {
    expect(await textAt(visitor().get('/briefs/swg-2026-1'))).not.toContain('Release the brief')
    const { state, get, post } = visitor({ actor: secretariat })
    expect(await textAt(get('/briefs/swg-2026-1'))).toContain('Release the brief')
    expect((await post('/briefs/release/swg-2026-1')).headers.get('location')).toBe('/briefs/swg-2026-1?released')
    expect(state.calls).toEqual([{ name: 'releaseBrief', command: 'swg-2026-1' }])
    expect((await visitor().post('/briefs/release/swg-2026-1')).status).toBe(403)
  })
})

describe('contacts', () => {
  test('the secretariat adds one with role, group and seat', async () => {
    const { state, post, follow } = visitor({ actor: secretariat })
    const form = {
      name: 'Aoife',
      email: 'a@example.org',
      organisation: 'Irish Aid',
      role: 'co-chair',
      group: 'swg',
      seat: 'ireland',
    }
    expect(await textAt(follow(await post('/contacts/new', form)))).toContain('The contact is added.')
    expect(state.calls).toEqual([{ name: 'recordContact', command: { ...form, language: '' } }])
  })

  test('a refusal stands at its field and the choices are kept', async () => {
    const { post } = visitor({ actor: secretariat, refusal: new UserError('invalid', say`Choose the seat`, 'seat') })
    const html = await (await post('/contacts/new', { name: 'Aoife', role: 'co-chair', group: 'swg' })).text()
    expect(html).toContain('id="seat-error"')
    expect(html).toMatch(/<option value="co-chair" selected=""/)
  })
})

test('what breaks on our side says so without its cause, which goes to the log', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { post } = visitor({ actor: secretariat, refusal: new Error('table is on fire') })
  const answer = await post('/meetings/2026-Q1-risk-education', {})
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('fire')
  expect(log).toHaveBeenCalledOnce()
  log.mockRestore()
})
