import { describe, expect, test } from 'vitest'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { surveyClearance } from '#shared/domain/forms/of-twgs/survey-clearance.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { completeDraft, consistentRow, header, narrative } from '../fixtures/survey-clearance.ts'
import { secretariat } from './fake-services.ts'
import { elements, textOf, typedIn } from './markup.ts'
import { ORIGIN, visitor } from './visitor.ts'

const REPORT = '/reports/2026-Q1/survey-clearance'
const textAt = async (answer: Response | Promise<Response>) => textOf(await (await answer).text())

describe('the report as a list of sections', () => {
  test('says the three dates by name, what is saved, and how far each section is', async () => {
    const { get } = visitor({
      draft: completeDraft({ header: header({ clearedBy: '', cutOff: '2569-03-31' }), narrative: {} }),
    })
    const page = await textAt(get(REPORT))
    expect(page).toContain('Due 17 April 2026')
    expect(page).toContain('Late from 18 April 2026')
    expect(page).toContain('Closed 25 April 2026')
    expect(page).toContain('Saved 5 April 2026, 10:00 by Bounmy Phommachanh')
    expect(page).toContain('About this report Needs attention (2)')
    expect(page).toContain('Xiengkhuang · UXO Lao Complete')
    expect(page).toMatch(/In words .* Not started/)
  })

  test('before the first save there is nothing to check and nothing is marked', async () => {
    const { get } = visitor({ draft: undefined, draftVersion: 0 })
    const page = await textAt(get(REPORT))
    expect(page).toContain('Nothing is saved yet')
    expect(page).not.toContain('Needs attention')
    expect((await get(`${REPORT}/check`)).headers.get('location')).toBe(REPORT)
  })

  test('a closed round says whom to ask and offers no form', async () => {
    const { get } = visitor({ phase: 'closed' })
    const page = await textAt(get(REPORT))
    expect(page).toContain('Ask the secretariat')
    expect(page).not.toContain('Add a row')
    expect((await get(`${REPORT}/header`)).headers.get('location')).toBe(REPORT)
  })

  test("another TWG's report is refused, an unknown one is not found", async () => {
    const { get } = visitor()
    expect((await get('/reports/2026-Q1/risk-education')).status).toBe(403)
    expect((await get('/reports/2026-Q1/no-such-group')).status).toBe(404)
    expect((await get('/reports/2026-Q9/survey-clearance')).status).toBe(404)
    for (const path of ['rows/7', 'rows/-1', 'rows/1e1', 'rows/newer', 'headers'])
      expect((await get(`${REPORT}/${path}`)).status, path).toBe(404)
  })
})

describe('saving a part', () => {
  test('without problems leads back to the list, which says when it was saved', async () => {
    const { state, post, follow } = visitor()
    const answer = await post(`${REPORT}/header`, { ...header({ preparedBy: 'Somchai' }), version: '3' })
    expect(answer.status).toBe(303)
    expect(await textAt(follow(answer))).toContain('Saved 10:42')
    expect(state.draft?.header.preparedBy).toBe('Somchai')
  })

  test('with problems stores what was typed all the same, shows each at its field, and lets one go on', async () => {
    const { state, post } = visitor()
    const typed = consistentRow({ 'released.cleared': 'many', 'landUse.agriculture': '12,5 ha', teams: 'n/a' })
    const html = await (await post(`${REPORT}/rows/1`, { ...typed, version: '3', 'row-name': '09 · UXO Lao' })).text()
    expect(state.draft?.rows[0]).toEqual(typed)
    for (const field of ['released.cleared', 'landUse.agriculture', 'teams']) {
      expect(typedIn(html, field)).toBe(typed[field])
      expect(html).toContain(`href="#${field}"`)
      expect(html).toContain(`id="${field}-error"`)
    }
    expect(textOf(html)).toContain('Saved 10:42')
    expect(html).toContain(`href="${REPORT}"`)
    expect(typedIn(html, 'version')).toBe('4')
  })

  test('ticks several of a list, and says them by name', async () => {
    const education = '/reports/2026-Q1/risk-education'
    const { get } = visitor({ actor: secretariat, draft: completeDraft({ rows: [{ languages: 'lao, hmong' }] }) })
    const boxes = elements(await (await get(`${education}/rows/1`)).text(), 'input').filter(
      ({ attributes }) => attributes.name === 'languages',
    )
    expect(boxes.filter(({ attributes }) => 'checked' in attributes).map(({ attributes }) => attributes.value)).toEqual(
      ['lao', 'hmong'],
    )
    expect(textOf(await (await get(`${education}/check`)).text())).toContain('Languages used Lao, Hmong')
  })

  test('asks first of which kind a new row is, then only what belongs to that kind', async () => {
    const row = '/reports/2026-Q1/coordination-policy-funding/rows/new'
    const { get, post } = visitor({ actor: secretariat, draft: completeDraft({ rows: [] }) })
    const asked = async (path: string) => {
      const page = elements(await (await get(path)).text(), 'input', 'select', 'textarea')
      return [...new Set(page.map(({ attributes }) => attributes.name))]
    }
    for (const path of [row, `${row}?kind=constructor`]) expect(await asked(path)).toEqual(['kind'])
    const ofMous = ['version', 'base', 'row-name', 'kind', 'subject', 'owner', 'pending', 'oldest', 'note']
    expect(await asked(`${row}?kind=mous`)).toEqual(ofMous)
    const mous = await textAt(get(`${row}?kind=mous`))
    for (const label of ['What it is (optional)', 'Owner (optional)', 'Number of MoUs pending'])
      expect(mous).toContain(label)
    expect(mous).not.toContain('Number of MoUs pending (optional)')
    expect(await textAt(get(`${row}?kind=policy`))).not.toContain('What it is (optional)')
    const html = await (
      await post(row, { kind: 'mous', pending: '4', oldest: '9', donor: 'Japan', version: '3' })
    ).text()
    expect(typedIn(html, 'donor')).toBe('Japan')
    expect(html).toContain('id="donor-error"')
  })

  test('a new row with problems goes on as the row that it now is', async () => {
    const { state, post } = visitor()
    const html = await (await post(`${REPORT}/rows/new`, { province: '13', operator: 'MAG', version: '3' })).text()
    expect(state.draft?.rows).toHaveLength(2)
    expect(elements(html, 'form').at(-1)?.attributes.action).toBe(`${REPORT}/rows/2`)
  })

  test('sent without the version of its page is not saved over what another page saved', async () => {
    const { state, post } = visitor({ draft: undefined, draftVersion: 2 })
    expect((await post(`${REPORT}/rows/new`, { province: '13', operator: 'MAG' })).status).toBe(409)
    expect(state.draft).toBeUndefined()
  })

  test("shows last quarter's value beside each figure of the same row", async () => {
    const { get } = visitor()
    const page = await textAt(get(`${REPORT}/rows/1`))
    expect(page).toContain('Last quarter: 8,120,000 m² (812 ha)')
    expect(page).toContain('Last quarter: not available: not asked in two districts')
    expect(await textAt(get(`${REPORT}/rows/new`))).not.toContain('Last quarter')
  })

  test('a figure that leaves its past is said at its field when the row is opened again', async () => {
    const { get } = visitor()
    expect(await textAt(get(`${REPORT}/rows/1`))).toContain(
      'Zero, after 8,120,000 m² (812 ha) last quarter. You will be asked for a comment.',
    )
  })

  test('fields that the form does not know are never looked at', async () => {
    const { state, send } = visitor()
    const form = new URLSearchParams({ ...header(), version: '3' })
    for (const name of ['__proto__', 'constructor', 'prototype.x', 'nil', 'rows']) form.set(name, 'x')
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN }
    expect((await send(`${REPORT}/header`, { method: 'POST', body: form.toString(), headers })).status).toBe(303)
    expect(Object.keys(state.draft?.header ?? {}).sort()).toEqual(Object.keys(header()).sort())
  })

  test('a refusal without a field stands above the form, and the text is kept', async () => {
    const { post } = visitor({ refusal: new UserError('too-large', say`This report is too large to save`) })
    const html = await (await post(`${REPORT}/narrative`, { ...narrative({ gender: 'kept' }), version: '3' })).text()
    expect(textOf(html)).toContain('This report is too large to save')
    expect(typedIn(html, 'gender')).toBe('kept')
  })

  test('line ends count once, as the reader counts them', async () => {
    const { state, post } = visitor()
    await post(`${REPORT}/narrative`, { ...narrative({ achievements: 'one\r\ntwo' }), version: '3' })
    expect(state.draft?.narrative.achievements).toBe('one\ntwo')
  })
})

test('a long text of one line is seen whole while it is typed, and kept as one line', async () => {
  const html = await (await visitor().get(`${REPORT}/narrative`)).text()
  const areas = elements(html, 'textarea').map(({ attributes }) => attributes.name)
  expect(areas).toEqual(expect.arrayContaining(['decision1', 'priority5', 'challenges']))
  expect(areas).not.toContain('decision1From')
  const draft = completeDraft({ narrative: narrative({ decision1: 'One list \r\n for all', challenges: 'a\r\nb' }) })
  const context = { round: roundOf('2026-Q1', laoUxo), sector: laoUxo, earlier: [] }
  expect(readDraft(surveyClearance, draft, context).content?.narrative).toMatchObject({
    decision1: 'One list for all',
    challenges: 'a\nb',
  })
})

describe('two people writing', () => {
  test('the second is shown the first one’s change, keeps their own text, and saves again knowingly', async () => {
    const { state, post } = visitor({
      draft: completeDraft({ narrative: narrative({ challenges: 'Theirs' }), savedBy: 'Bounmy' }),
      draftVersion: 5,
    })
    const mine = narrative({ challenges: 'Mine' })
    const answer = await post(`${REPORT}/narrative`, { ...mine, version: '3' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(textOf(html)).toContain('Bounmy saved at 5 April 2026, 10:00')
    expect(textOf(html)).toMatch(/Challenges Theirs Mine/)
    expect(typedIn(html, 'challenges')).toBe('Mine')
    expect(state.draft?.narrative.challenges).toBe('Theirs')
    expect((await post(`${REPORT}/narrative`, { ...mine, version: typedIn(html, 'version') ?? '' })).status).toBe(303)
    expect(state.draft?.narrative.challenges).toBe('Mine')
  })

  test('a draft that was discarded meanwhile says so, and the text is kept for a new one', async () => {
    const { state, post } = visitor({ draft: undefined, draftVersion: 5 })
    const mine = narrative({ challenges: 'Mine' })
    const answer = await post(`${REPORT}/narrative`, { ...mine, version: '3' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(textOf(html)).toContain('The draft was discarded in the meantime.')
    expect(typedIn(html, 'challenges')).toBe('Mine')
    expect((await post(`${REPORT}/narrative`, { ...mine, version: typedIn(html, 'version') ?? '' })).status).toBe(303)
    expect(state.draft?.narrative.challenges).toBe('Mine')
  })

  test('both are shown as they will be understood: days, options and areas in words', async () => {
    const draft = completeDraft({ header: header({ cutOff: '2026-03-30', dataSource: 'estimate' }) })
    const { post } = visitor({ draft, draftVersion: 5 })
    const html = await (await post(`${REPORT}/header`, { ...header({ cutOff: '31/3/2026' }), version: '3' })).text()
    expect(textOf(html)).toMatch(/Data cut-off date 30 March 2026 31 March 2026 Source of the data Estimate IMSMA/)
    const row = consistentRow({ 'landUse.development': '70,000' })
    const mine = await post(`${REPORT}/rows/1`, {
      ...row,
      'landUse.agriculture': '3 ha',
      version: '3',
      'row-name': '09 · UXO Lao',
    })
    const text = textOf(await mine.text())
    expect(text).toContain('Agriculture 4,000,000 m² 30,000 m²')
    expect(text).not.toContain('Development 70,000 m²')
  })

  test('a press repeated because the answer was lost is no conflict', async () => {
    const { state, post } = visitor()
    const form = { ...narrative({ challenges: 'Mine' }), version: '3' }
    await post(`${REPORT}/narrative`, form)
    const again = await post(`${REPORT}/narrative`, form)
    expect(again.headers.get('location')).toBe(`${REPORT}?saved`)
    const row = { ...consistentRow({ province: '13' }), version: '4' }
    await post(`${REPORT}/rows/new`, row)
    await post(`${REPORT}/rows/new`, row)
    expect(state.draft?.rows).toHaveLength(2)
  })

  test('a row is found again after another row was removed, and is new when it is gone itself', async () => {
    const rows = [consistentRow(), consistentRow({ operator: 'MAG' })]
    const { state, post } = visitor({ draft: completeDraft({ rows }), draftVersion: 3 })
    const mine = { ...consistentRow({ operator: 'MAG', accidents: '1' }), version: '3', 'row-name': '09 · MAG' }
    state.draft = completeDraft({ rows: rows.slice(1) })
    state.draftVersion = 4
    const moved = await (await post(`${REPORT}/rows/2`, mine)).text()
    expect(elements(moved, 'form').at(-1)?.attributes.action).toBe(`${REPORT}/rows/1`)
    state.draft = completeDraft({ rows: [consistentRow()] })
    const gone = await (await post(`${REPORT}/rows/2`, mine)).text()
    expect(elements(gone, 'form').at(-1)?.attributes.action).toBe(`${REPORT}/rows/new`)
    expect(textOf(gone)).toContain('The row you were writing is no longer there')
  })
})

test('a page says what may be typed on it: hectares where areas are asked, how long a text may be', async () => {
  const hint = 'You can enter hectares: 12.5 ha'
  const on = (path: string) => textAt(visitor({ actor: secretariat }).get(`/reports/2026-Q1/${path}`))
  expect(await on('survey-clearance/rows/1')).toContain(hint)
  expect(await on('victim-assistance/rows/new')).not.toContain(hint)
  expect(await on('survey-clearance/table')).toContain('Write (ha) instead of (m²)')
  expect(await on('victim-assistance/table')).not.toContain('Write (ha) instead of (m²)')
  expect(await on('survey-clearance/narrative')).toMatch(
    /Achievements Up to 1,500 characters.*Priority 1[^.]* Up to 200/,
  )
  expect(await on('survey-clearance/header')).not.toContain('Up to')
})

test('a closed round names the secretariat’s address, and offers the secretariat itself what it can do', async () => {
  const ask = await (await visitor({ phase: 'closed' }).get(REPORT)).text()
  expect(ask).toContain('href="mailto:secretariat@example.org"')
  const own = await (await visitor({ phase: 'closed', actor: secretariat }).get(REPORT)).text()
  expect(own).not.toContain('Ask the secretariat')
  expect(elements(own, 'a').some(({ attributes }) => attributes.href === `${REPORT}/extension`)).toBe(true)
})

test('a round that is closed says that what was entered is kept, one not yet open when it can be written', async () => {
  const kept = 'What was entered is kept'
  expect(await textAt(visitor({ phase: 'closed' }).get(REPORT))).toContain(kept)
  const empty = { draft: undefined, draftVersion: 0 }
  expect(await textAt(visitor({ ...empty, phase: 'closed' }).get(REPORT))).not.toContain(kept)
  expect(await textAt(visitor({ ...empty, phase: 'announced' }).get(REPORT))).toContain(
    'This round opens on 1 April 2026. The report can be written from then on',
  )
})

test('what a session’s end held back is shown by the words of its fields, without what nobody typed', async () => {
  const typed = { 'beneficiaries.womenWithDisabilities': '12', operator: 'MAG', province: '09', note: 'ok' }
  const hidden = { version: '3', base: 'digest', 'row-name': 'named', 'a1b2c3.version': '7' }
  const html = await (await visitor({ actor: undefined }).post(`${REPORT}/rows/1`, { ...typed, ...hidden })).text()
  expect(textOf(html)).toContain(
    'What you typed Direct beneficiaries of land handed over, Women: of which persons with disabilities 12 ' +
      'Operator MAG Province Xiengkhuang Another field ok',
  )
  expect(textOf(html)).not.toMatch(/digest|named|Version/)
  for (const [name, value] of Object.entries({ ...typed, ...hidden })) expect(typedIn(html, name)).toBe(value)
})

test('what a session’s end held back names options in words, on every page, and keeps each of several ticks', async () => {
  const ended = async (path: string, form: string) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN }
    return (await visitor({ actor: undefined }).send(path, { method: 'POST', body: form, headers })).text()
  }
  const inWords = async (path: string, form: string) => textOf(await ended(path, form))
  expect(await inWords(`${REPORT}/header`, 'dataSource=imsma&status=provisional')).toContain(
    'Source of the data IMSMA Status of the data Provisional',
  )
  expect(await inWords('/actions/new', 'group=survey-clearance')).toContain('Group Survey and Clearance')
  expect(await inWords('/contacts/new', 'role=co-chair&constructor=name')).toContain('Role Co-chair Another field name')
  const ticked = await ended('/reports/2026-Q1/risk-education/rows/1', 'languages=lao&languages=khmu')
  expect(textOf(ticked)).toContain('Languages used Lao, Khmu')
  expect(typedIn(ticked, 'languages')).toBe('lao, khmu')
})

describe('removing a row', () => {
  test('is asked first, and asked again when the draft has changed', async () => {
    const { state, get, post } = visitor({
      draft: completeDraft({ rows: [consistentRow(), consistentRow({ operator: 'MAG' })] }),
    })
    expect(await textAt(get(`${REPORT}/rows/2/remove`))).toContain('Remove Xiengkhuang · MAG?')
    expect(state.draft?.rows).toHaveLength(2)
    const stale = await post(`${REPORT}/rows/2/remove`, { version: '2', 'row-name': '09 · MAG' })
    expect(stale.status).toBe(409)
    expect(state.draft?.rows).toHaveLength(2)
    await post(`${REPORT}/rows/2/remove`, { version: '3', 'row-name': '09 · MAG' })
    expect(state.draft?.rows.map(({ operator }) => operator)).toEqual(['UXO Lao'])
  })
})

describe('a nil return', () => {
  test('is one tick and a reason, shortens the list, and can be taken back', async () => {
    const { state, get, post, follow } = visitor()
    const list = await textAt(
      follow(await post(`${REPORT}/nil`, { nil: 'yes', reason: 'Flood in all districts', version: '3' })),
    )
    expect(state.draft?.nil).toEqual({ reason: 'Flood in all districts' })
    expect(list).not.toContain('Add a row')
    expect(
      elements(await (await get(`${REPORT}/nil`)).text(), 'input').find(({ attributes }) => attributes.name === 'nil')
        ?.attributes,
    ).toHaveProperty('checked')
    await post(`${REPORT}/nil`, { reason: 'Flood in all districts', version: '4' })
    expect(state.draft?.nil).toBeUndefined()
    expect(state.draft?.rows).toHaveLength(1)
  })

  test('a reason without the tick declares nothing and keeps the text', async () => {
    const { state, post } = visitor()
    const html = await (await post(`${REPORT}/nil`, { reason: 'Flood', version: '3' })).text()
    expect(html).toContain('id="nil-error"')
    expect(typedIn(html, 'reason')).toBe('Flood')
    expect(state.draft?.nil).toBeUndefined()
  })

  test('the tick without a reason is saved and its reason asked for', async () => {
    const { state, post } = visitor()
    const html = await (await post(`${REPORT}/nil`, { nil: 'yes', reason: '', version: '3' })).text()
    expect(html).toContain('id="reason-error"')
    expect(state.draft?.nil).toEqual({ reason: '' })
  })
})
