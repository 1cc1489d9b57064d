import { describe, expect, test } from 'vitest'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { completeDraft } from '../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'
import { actionPoint, secretariat } from './fake-services.ts'
import { elements, textOf, typedIn } from './markup.ts'
import { visitor } from './visitor.ts'

const REPORT = '/reports/2026-Q1/survey-clearance'
const textAt = async (answer: Response | Promise<Response>) => textOf(await (await answer).text())
const actionPoints = [actionPoint({ id: 'd4', text: 'Share the export', due: '2026-03-01' }), actionPoint()]

describe('the list of action points', () => {
  test('says what is overdue, who answers for it, and leads those who may update it', async () => {
    const { get } = visitor({ actionPoints })
    const html = await (await get('/actions')).text()
    expect(textOf(html)).toContain('Share the export NRA, due 1 March 2026 Overdue')
    expect(textOf(html)).toContain('Agree on one prioritisation list NRA, due 29 May 2026 Open')
    expect(elements(html, 'a').map(({ attributes }) => attributes.href)).toContain('/actions/d4')
    expect(html).not.toContain('/actions/new')
  })

  test('takes a new one, and keeps what was typed when something is wrong', async () => {
    const form = { group: 'swg', text: 'Name a focal point', owner: 'UNDP', due: 'soon' }
    const refusal = new UserError('invalid', say`Due: enter a date`, 'due')
    const { state, post, follow } = visitor({ actor: secretariat, refusal })
    const html = await (await post('/actions/new', form)).text()
    expect(html).toContain('id="due-error"')
    for (const name of ['text', 'owner', 'due'] as const) expect(typedIn(html, name)).toBe(form[name])
    expect(await textAt(follow(await post('/actions/new', form)))).toContain('The action point is added.')
    expect(state.calls.at(-1)).toEqual({ name: 'openActionPoint', command: form })
    expect((await visitor().get('/actions/new')).status).toBe(403)
  })

  test('asks a chair how a point stands, the secretariat also what was agreed', async () => {
    const inputs = async (own = {}) =>
      elements(await (await visitor({ actionPoints, ...own }).get('/actions/d4')).text(), 'input', 'textarea').map(
        ({ attributes }) => attributes.name,
      )
    expect(new Set(await inputs())).toEqual(new Set(['version', 'status', 'note']))
    expect(await inputs({ actor: secretariat })).toContain('due')
    const { state, post } = visitor({ actionPoints })
    await post('/actions/d4', { version: '1', status: 'done', note: '' })
    expect(state.calls).toMatchObject([{ command: { id: 'd4', version: 1, status: 'done' } }])
  })
})

describe('the follow-up in a report', () => {
  test('is a section only where something is open', async () => {
    expect(await textAt(visitor().get(REPORT))).not.toContain('Say how each stands')
    expect((await visitor().get(`${REPORT}/actions`)).headers.get('location')).toBe(REPORT)
    expect(await textAt(visitor({ actionPoints }).get(REPORT))).toContain('Say how each stands')
  })

  test('is filled in with what was said last, and with what the draft says', async () => {
    const said = [{ ...actionPoint(), status: 'delayed' as const, note: 'Rain', version: 4 }]
    const html = await (await visitor({ actionPoints: said }).get(`${REPORT}/actions`)).text()
    expect(typedIn(html, 'a1b2c3.note')).toBe('Rain')
    expect(typedIn(html, 'a1b2c3.version')).toBe('4')
    expect(html).toMatch(/value="delayed" checked=""/)
    const draft = completeDraft({ actions: { 'a1b2c3.status': 'done', 'a1b2c3.note': 'Agreed in May' } })
    const saved = await (await visitor({ actionPoints: said, draft }).get(`${REPORT}/actions`)).text()
    expect(typedIn(saved, 'a1b2c3.note')).toBe('Agreed in May')
    expect(saved).toMatch(/value="done" checked=""/)
  })

  test('stores what was typed, says at its field what is missing, and stands on the check page', async () => {
    const mine = visitor({ actionPoints })
    const form = { version: '3', 'd4.version': '1', 'a1b2c3.version': '1', 'd4.status': 'on-track' }
    const html = await (await mine.post(`${REPORT}/actions`, { ...form, 'a1b2c3.status': 'delayed' })).text()
    expect(html).toContain('href="#a1b2c3.note"')
    expect(html).toContain('id="a1b2c3.note-error"')
    expect(mine.state.draft?.actions?.['a1b2c3.status']).toBe('delayed')
    const check = await (await mine.get(`${REPORT}/check`)).text()
    expect(check).toContain(`href="${REPORT}/actions?mend#a1b2c3.note"`)
    expect(textOf(check)).toContain('Share the export (NRA, due 1 March 2026) How it stands On track')
    const again = await mine.post(`${REPORT}/actions`, {
      ...form,
      version: '4',
      'a1b2c3.status': 'delayed',
      'a1b2c3.note': 'No quorum',
    })
    expect(again.headers.get('location')).toBe(`${REPORT}?saved`)
  })

  test('shows the other’s change to the second of two writers and keeps their own text', async () => {
    const { post } = visitor({ actionPoints, draft: completeDraft({ actions: { 'd4.note': 'Theirs' } }) })
    const answer = await post(`${REPORT}/actions`, { version: '2', 'd4.note': 'Mine' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(typedIn(html, 'd4.note')).toBe('Mine')
    expect(textOf(html)).toContain('Theirs Mine')
  })

  test('stands on the receipt with the point as it was', async () => {
    const report = surveyReport([surveyRow('09', 'MAG')])
    const entry = { id: 'd4', text: 'Share the export', owner: 'NRA', due: '2026-03-01', status: 'done', note: 'Sent' }
    const current = { ...report, content: { ...report.content, actions: [entry] } } as typeof report
    expect(await textAt(visitor({ current }).get(`${REPORT}/receipt/1`))).toContain(
      'Share the export (NRA, due 1 March 2026) How it stands Done Note Sent',
    )
  })
})
