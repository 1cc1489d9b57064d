import { describe, expect, test } from 'vitest'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { completeDraft, consistentRow, header, narrative } from '../fixtures/survey-clearance.ts'
import { actionPoint } from './fake-services.ts'
import { elements, typedIn } from './markup.ts'
import { visitor } from './visitor.ts'

const REPORT = '/reports/2026-Q1/survey-clearance'
const JSON_ONLY = { accept: 'application/json' }
const keptOn = (html: string) => elements(html, 'form').find(({ attributes }) => attributes['data-kept'])?.attributes
/** The place of a part as its page names it. */
const placeOn = (html: string) =>
  Object.fromEntries(['version', 'base', 'row-name'].map((name) => [name, typedIn(html, name) ?? '']))

describe('a page that saves by itself', () => {
  test('is told when it was saved, the new version, and what to mend beside which field', async () => {
    const { state, get, post } = visitor()
    const place = placeOn(await (await get(`${REPORT}/rows/1`)).text())
    const typed = consistentRow({ teams: 'many' })
    const answer = await post(`${REPORT}/rows/1`, { ...typed, ...place }, JSON_ONLY)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      status: 'Saved 10:42',
      action: `${REPORT}/rows/1`,
      hidden: { version: '4', 'row-name': '09 · UXO Lao' },
      problems: expect.arrayContaining([
        { field: 'teams', slot: 'error', text: expect.stringContaining('“many” is not a number') },
        { field: 'areaSurveyed', slot: 'note', text: expect.stringContaining('Zero, after 8,120,000 m²') },
      ]),
    })
    expect(state.draft?.rows[0]).toEqual(typed)
  })

  test('is told where a new row stands, which saves by itself only once it has its names', async () => {
    const { get, post } = visitor()
    const html = await (await get(`${REPORT}/rows/new`)).text()
    expect(keptOn(html)).toMatchObject({ 'data-needs': 'province operator' })
    const answer = await post(`${REPORT}/rows/new`, { province: '13', operator: 'MAG', ...placeOn(html) }, JSON_ONLY)
    const { action, kept } = (await answer.json()) as { action: string; kept: string }
    expect(action).toBe(`${REPORT}/rows/2`)
    expect(keptOn(await (await get(action)).text())).toMatchObject({ 'data-kept': kept })
  })

  test('keeps texts under a name of its writer, so that another person is not shown them', async () => {
    const mine = keptOn(await (await visitor().get(`${REPORT}/header`)).text())?.['data-kept']
    const { get, state } = visitor()
    if (state.actor) state.actor = { ...state.actor, contact: { ...state.actor.contact, id: 'bounmy' } }
    const theirs = keptOn(await (await get(`${REPORT}/header`)).text())?.['data-kept']
    expect(mine).toMatch(/^draft:[0-9a-f]{16}:\/reports/)
    expect(theirs).not.toBe(mine)
  })

  test('is told in one sentence why it could not be saved', async () => {
    const { post } = visitor({ refusal: new UserError('too-large', say`This report is too large to save`) })
    const answer = await post(`${REPORT}/narrative`, { ...narrative(), version: '3' }, JSON_ONLY)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toEqual({ status: 'Not saved: This report is too large to save' })
  })

  test('whose session has ended is answered 401', async () => {
    const { post } = visitor({ actor: undefined })
    expect((await post(`${REPORT}/header`, header(), JSON_ONLY)).status).toBe(401)
  })

  test('may speak to its own host and to no other', async () => {
    const policy = (await visitor().get(`${REPORT}/header`)).headers.get('content-security-policy')
    expect(policy).toContain("connect-src 'self'")
  })
})

describe('the other pages of a report save by themselves too', () => {
  const CHECK = `${REPORT}/check`
  const warned = (html: string) =>
    elements(html, 'textarea')
      .map(({ attributes }) => attributes.name ?? '')
      .filter((name) => name.includes(':'))

  test('comments on warnings: one at a time, and nothing is asked of the others', async () => {
    const { state, get, post, send } = visitor()
    const html = await (await get(CHECK)).text()
    const [first = '', second = ''] = warned(html)
    expect(keptOn(html)).toMatchObject({ action: `${REPORT}/comments`, 'data-after-unsent': 'true' })
    expect(elements(html, 'button').at(-1)?.attributes.formaction).toBe(`${REPORT}/submit`)
    const body = { [first]: 'Rain', [second]: '', ...placeOn(html), 'has-comments': 'yes' }
    const answer = await post(`${REPORT}/comments`, body, JSON_ONLY)
    expect(await answer.json()).toMatchObject({
      status: 'Saved 10:42',
      action: `${REPORT}/comments`,
      hidden: { version: '4' },
      problems: [],
    })
    expect(state.draft?.comments).toEqual({ [first]: 'Rain' })
    expect(state.current).toBeUndefined()
    expect((await send(`${REPORT}/comments`, {})).headers.get('location')).toBe(CHECK)
    const again = await post(`${REPORT}/comments`, body, JSON_ONLY)
    expect(await again.json()).toMatchObject({ hidden: { version: '4' } })
  })

  test('comments that are saved onto somebody else’s change do not let a report pass that nobody has seen', async () => {
    const { state, get, post } = visitor()
    const html = await (await get(CHECK)).text()
    const [first = ''] = warned(html)
    if (state.draft) state.draft = { ...state.draft, header: header({ clearedBy: 'Theirs' }) }
    state.draftVersion = 8
    const answer = await post(`${REPORT}/comments`, { [first]: 'Rain', ...placeOn(html) }, JSON_ONLY)
    expect(await answer.json()).toMatchObject({ status: 'Saved 10:42', hidden: { version: '3' } })
    expect(state.draft?.comments[first]).toBe('Rain')
  })

  test('a comment that somebody else wrote meanwhile is shown beside one’s own, which is not saved', async () => {
    const { state, get, post } = visitor()
    const html = await (await get(CHECK)).text()
    const [first = ''] = warned(html)
    if (state.draft) state.draft = { ...state.draft, comments: { [first]: '<b>Theirs</b>' } }
    state.draftVersion = 8
    const answer = await post(`${REPORT}/comments`, { [first]: 'Mine', ...placeOn(html) }, JSON_ONLY)
    expect(answer.status).toBe(409)
    expect(((await answer.json()) as { notice: string }).notice).toContain('&lt;b&gt;Theirs&lt;/b&gt;')
    expect(state.draft?.comments[first]).toBe('<b>Theirs</b>')
  })

  test('one comment does not pass for an answer to a warning that has changed beside it', async () => {
    const { state, get, post } = visitor()
    const [first = '', second = ''] = warned(await (await get(CHECK)).text())
    state.draft = completeDraft({ comments: { [first]: 'Rain' }, answered: { [first]: 'What it said before' } })
    const place = placeOn(await (await get(CHECK)).text())
    await post(`${REPORT}/comments`, { [first]: 'Rain', [second]: 'Mud', ...place }, JSON_ONLY)
    expect(state.draft.comments).toEqual({ [first]: 'Rain', [second]: 'Mud' })
    expect(state.draft.answered?.[first]).toBe('What it said before')
  })

  test('why a report is late', async () => {
    const { state, get, post } = visitor({ phase: 'late', previous: undefined })
    const place = placeOn(await (await get(CHECK)).text())
    await post(`${REPORT}/comments`, { lateReason: 'Floods', ...place }, JSON_ONLY)
    expect(state.draft?.comments).toEqual({ lateReason: 'Floods' })
    expect(typedIn(await (await get(CHECK)).text(), 'lateReason')).toBe('Floods')
  })

  test('a nil return, once it is ticked; without its tick it is taken back, and there is nothing to save', async () => {
    const { state, get, post } = visitor()
    const html = await (await get(`${REPORT}/nil`)).text()
    expect(keptOn(html)).toMatchObject({ 'data-needs': 'nil' })
    const answer = await post(`${REPORT}/nil`, { nil: 'yes', reason: 'Floods', ...placeOn(html) }, JSON_ONLY)
    const { hidden } = (await answer.json()) as { hidden: Record<string, string> }
    expect(state.draft?.nil).toEqual({ reason: 'Floods' })
    expect(keptOn(await (await get(`${REPORT}/nil`)).text())?.['data-needs']).toBeUndefined()
    await post(`${REPORT}/nil`, { reason: 'Floods', ...hidden }, JSON_ONLY)
    expect(state.draft?.nil).toBeUndefined()
    expect((await post(`${REPORT}/nil`, { reason: 'Floods' }, JSON_ONLY)).status).toBe(422)
  })

  test('the follow-up of action points, though another part was saved meanwhile', async () => {
    const { state, get, post } = visitor({ actionPoints: [actionPoint()] })
    const place = placeOn(await (await get(`${REPORT}/actions`)).text())
    state.draftVersion = 8
    const typed = { 'a1b2c3.status': 'delayed', 'a1b2c3.note': '', 'a1b2c3.version': '1' }
    const answer = await post(`${REPORT}/actions`, { ...typed, ...place }, JSON_ONLY)
    expect(await answer.json()).toMatchObject({ status: 'Saved 10:42', hidden: { version: '9' } })
    expect(state.draft?.actions).toEqual(typed)
    state.draft = completeDraft({ actions: { ...typed, 'a1b2c3.note': 'Theirs' } })
    state.draftVersion = 10
    expect((await post(`${REPORT}/actions`, { ...typed, ...place }, JSON_ONLY)).status).toBe(409)
  })
})

describe('two people in one draft', () => {
  test('may write different parts: neither is stopped', async () => {
    const { state, get, post } = visitor()
    const place = placeOn(await (await get(`${REPORT}/narrative`)).text())
    state.draft = completeDraft({ header: header({ clearedBy: 'Theirs' }) })
    state.draftVersion = 8
    const answer = await post(`${REPORT}/narrative`, { ...narrative({ challenges: 'Mine' }), ...place }, JSON_ONLY)
    expect(await answer.json()).toMatchObject({ hidden: { version: '9' } })
    expect(state.draft).toMatchObject({ header: { clearedBy: 'Theirs' }, narrative: { challenges: 'Mine' } })
  })

  test('may add rows at once, and write one while another is removed', async () => {
    const rows = [consistentRow(), consistentRow({ operator: 'MAG' })]
    const { state, get, post } = visitor({ draft: completeDraft({ rows }) })
    const added = placeOn(await (await get(`${REPORT}/rows/new`)).text())
    const second = placeOn(await (await get(`${REPORT}/rows/2`)).text())
    state.draft = completeDraft({ rows: rows.slice(1) })
    state.draftVersion = 5
    await post(`${REPORT}/rows/new`, { ...consistentRow({ operator: 'HI' }), ...added })
    await post(`${REPORT}/rows/2`, { ...consistentRow({ operator: 'MAG', teams: '7' }), ...second })
    expect(state.draft.rows.map(({ operator, teams }) => `${operator} ${teams}`)).toEqual(['MAG 7', 'HI 0'])
  })

  test('in one part: the second is shown the change of the first and keeps their own text', async () => {
    const { state, get, post } = visitor()
    const place = placeOn(await (await get(`${REPORT}/narrative`)).text())
    state.draft = completeDraft({ narrative: narrative({ challenges: '<b>Theirs</b>' }) })
    state.draftVersion = 4
    const mine = narrative({ challenges: 'Mine' })
    const answer = await post(`${REPORT}/narrative`, { ...mine, ...place }, JSON_ONLY)
    expect(answer.status).toBe(409)
    const { notice, hidden } = (await answer.json()) as { notice: string; hidden: Record<string, string> }
    expect(notice).toContain('&lt;b&gt;Theirs&lt;/b&gt;')
    expect(state.draft.narrative.challenges).toBe('<b>Theirs</b>')
    expect((await post(`${REPORT}/narrative`, { ...mine, ...hidden }, JSON_ONLY)).status).toBe(200)
    expect(state.draft.narrative.challenges).toBe('Mine')
  })

  test('who are one person with two windows: it is not said of somebody else', async () => {
    const { state, get, post } = visitor()
    const place = placeOn(await (await get(`${REPORT}/narrative`)).text())
    state.draft = completeDraft({ narrative: narrative({ challenges: 'Here' }), savedBy: 'Khamla Phommachanh' })
    state.draftVersion = 4
    const typed = { ...narrative({ challenges: 'There' }), ...place }
    const answer = await post(`${REPORT}/narrative`, typed, JSON_ONLY)
    expect(JSON.stringify(await answer.json())).not.toContain('omebody else')
    expect(await (await post(`${REPORT}/narrative`, typed)).text()).toContain('You saved this in another window')
    expect(await (await post(`${REPORT}/submit`, { version: '3' })).text()).toContain(
      'You have changed the draft in another window',
    )
  })

  test('adding the same row: the second sees the first one’s figures and adds no second row', async () => {
    const { state, get, post } = visitor()
    const place = placeOn(await (await get(`${REPORT}/rows/new`)).text())
    state.draft = completeDraft({ rows: [consistentRow(), consistentRow({ operator: 'MAG' })] })
    state.draftVersion = 4
    const answer = await post(`${REPORT}/rows/new`, { ...consistentRow({ operator: 'MAG', teams: '7' }), ...place })
    expect(answer.status).toBe(409)
    expect(elements(await answer.text(), 'form').at(-1)?.attributes.action).toBe(`${REPORT}/rows/2`)
    expect(state.draft.rows).toHaveLength(2)
  })

  test('a body sent again word for word, because its answer was lost, is recognised', async () => {
    const { state, get, post } = visitor()
    const body = { ...consistentRow({ operator: 'MAG' }), ...placeOn(await (await get(`${REPORT}/rows/new`)).text()) }
    await post(`${REPORT}/rows/new`, body, JSON_ONLY)
    const again = await post(`${REPORT}/rows/new`, body, JSON_ONLY)
    expect(await again.json()).toMatchObject({ action: `${REPORT}/rows/2`, hidden: { version: '4' } })
    expect(state.draft?.rows).toHaveLength(2)
  })
})
