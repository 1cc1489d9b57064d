import { describe, expect, test } from 'vitest'
import { completeDraft, consistentRow, header } from '../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'
import { elements, textOf, typedIn } from './markup.ts'
import { visitor } from './visitor.ts'

const REPORT = '/reports/2026-Q1/survey-clearance'
const commentNames = (html: string) =>
  elements(html, 'textarea')
    .map(({ attributes }) => attributes.name ?? '')
    .filter((name) => name !== 'lateReason')

describe('checking a report', () => {
  test('shows all answers as they will be understood, each part with a link to change it', async () => {
    const { get } = visitor()
    const html = await (await get(`${REPORT}/check`)).text()
    expect(textOf(html)).toContain('Area cleared 4,070,000 m²')
    expect(textOf(html)).toContain('Data cut-off date 31 March 2026')
    for (const part of ['header#cutOff', 'rows/1', 'narrative#challenges'])
      expect(html).toContain(`href="${REPORT}/${part}"`)
  })

  test('links each blocking problem to the very field, where its message stands', async () => {
    const rows = [consistentRow(), consistentRow({ operator: 'MAG', 'landUse.other': '1' })]
    const { get } = visitor({ draft: completeDraft({ rows }) })
    const html = await (await get(`${REPORT}/check`)).text()
    expect(html).toContain(`href="${REPORT}/rows/2?mend#released.cleared"`)
    expect(textOf(html)).toContain(
      'Row 2, Xiengkhuang · MAG: The areas by use of the land add up to 4,070,001 m² (407.0001 ha)',
    )
    expect(html).not.toContain('Submit the report')
    expect(await (await get(`${REPORT}/rows/2?mend`)).text()).toContain('id="released.cleared-error"')
  })

  test('a part that was never opened shows its problems when the check page leads there', async () => {
    const { get } = visitor({ draft: completeDraft({ header: {} }) })
    expect(await (await get(`${REPORT}/check`)).text()).toContain(`href="${REPORT}/header?mend#preparedBy"`)
    expect(await (await get(`${REPORT}/header`)).text()).not.toContain('preparedBy-error')
    expect(await (await get(`${REPORT}/header?mend`)).text()).toContain('id="preparedBy-error"')
  })
})

describe('submitting', () => {
  test('asks for a comment on each warning, keeps those given, then leads to the receipt', async () => {
    const { state, get, post, follow } = visitor()
    const check = await (await get(`${REPORT}/check`)).text()
    const names = commentNames(check)
    expect(names.length).toBeGreaterThan(1)
    const [first = '', ...rest] = names
    const form = { version: '3', 'has-comments': 'yes' }
    const half = await (await post(`${REPORT}/submit`, { ...form, [first]: 'Rain <stopped> us' })).text()
    expect(typedIn(half, first)).toBe('Rain <stopped> us')
    expect(half.match(/-error"/g)?.length).toBeGreaterThanOrEqual(rest.length)
    expect(state.current).toBeUndefined()
    expect(state.draft?.comments[first]).toBe('Rain <stopped> us')
    const all = Object.fromEntries(names.map((name) => [name, 'Rain']))
    const receipt = await follow(
      await post(`${REPORT}/submit`, { ...form, ...all, version: typedIn(half, 'version') ?? '' }),
    )
    const text = textOf(await receipt.text())
    expect(text).toContain('2026-Q1/survey-clearance/v1')
    expect(text).toContain('10 April 2026, 10:42')
    expect(text).toContain('Area cleared 2,260,000 m²')
  })

  test('asks again for a comment on a warning that has changed since, the text still in its box', async () => {
    const { state, get, post } = visitor()
    const names = commentNames(await (await get(`${REPORT}/check`)).text())
    const [first = '', ...rest] = names
    const comments = Object.fromEntries(names.map((name) => [name, 'Rain']))
    const answered = { [first]: 'Zero, after 5 ha last quarter' }
    state.draft = completeDraft({ comments, answered })
    const html = await (await get(`${REPORT}/check`)).text()
    expect(typedIn(html, first)).toBe('Rain')
    expect(textOf(html)).toContain('The figures changed since you wrote this')
    expect(html.match(/id="comment-\d+-error"/g)).toHaveLength(1)
    await post(`${REPORT}/submit`, { version: '3' })
    expect(state.current).toBeUndefined()
    await post(`${REPORT}/submit`, { version: '3', 'has-comments': 'yes', ...comments })
    expect(state.current).toBeDefined()
    expect(rest.length).toBeGreaterThan(0)
  })

  test('without warnings it is the use case alone', async () => {
    const { state, post } = visitor({ previous: undefined })
    await post(`${REPORT}/submit`, { version: '3' })
    expect(state.calls.map(({ name }) => name)).toEqual(['submitTwgReport'])
  })

  test('comments that belong to no present warning are not taken', async () => {
    const { state, post } = visitor({ draft: completeDraft({ comments: { stale: 'Old' } }) })
    await post(`${REPORT}/submit`, { version: '3', 'has-comments': 'yes', 'made-up': 'x' })
    expect(Object.keys(state.draft?.comments ?? {}).every((key) => /^(trend|continuity):/.test(key))).toBe(true)
  })

  test('comments stay while something blocks', async () => {
    const draft = completeDraft({
      header: header({ clearedBy: '' }),
      comments: { 'trend:areaSurveyed:13 · MAG': 'Kept' },
    })
    const { state, get, post } = visitor({ draft })
    const [name = ''] = commentNames(await (await get(`${REPORT}/check`)).text())
    await post(`${REPORT}/submit`, { version: '3', 'has-comments': 'yes', [name]: 'New' })
    expect(state.draft?.comments).toMatchObject({ 'trend:areaSurveyed:13 · MAG': 'Kept', [name]: 'New' })
    expect(state.calls.map(({ name: call }) => call)).toEqual(['saveDraftPart'])
  })

  test('a late report asks for its reason and keeps what was typed', async () => {
    const { state, get, post } = visitor({ previous: undefined, phase: 'late' })
    expect(textOf(await (await get(`${REPORT}/check`)).text())).toContain('Why the report is late')
    const html = await (await post(`${REPORT}/submit`, { version: '3', lateReason: ' ' })).text()
    expect(html).toContain('id="lateReason-error"')
    await post(`${REPORT}/submit`, { version: '3', lateReason: 'Two returns came late' })
    expect(state.calls.at(-1)?.command).toMatchObject({ lateReason: 'Two returns came late' })
    expect(state.current).toBeDefined()
  })

  test('an invisible character in a comment or a late reason is named at its field, where the text stays', async () => {
    const { state, get, post } = visitor({ phase: 'late' })
    const names = commentNames(await (await get(`${REPORT}/check`)).text())
    const typed = { ...Object.fromEntries(names.map((name) => [name, 'Rain'])), lateReason: 'Floods\u202E in May' }
    const [first = ''] = names
    const form: Record<string, string> = {
      ...typed,
      [first]: 'Rain\u2066 and mud',
      version: '3',
      'has-comments': 'yes',
    }
    const html = await (await post(`${REPORT}/submit`, form)).text()
    expect(textOf(html)).toMatch(/Xiengkhuang · UXO Lao: There is an invisible character \(U\+2066\) after “Rain”/)
    expect(textOf(html)).toContain('There is an invisible character (U+202E) after “Floods”')
    for (const id of ['comment-1', 'lateReason']) expect(html).toContain(`id="${id}-error"`)
    expect(html).not.toContain('id="comment-2-error"')
    expect([typedIn(html, first), typedIn(html, 'lateReason')]).toEqual([form[first], form.lateReason])
    expect(state.current).toBeUndefined()
  })

  test('what somebody changed meanwhile is shown before anything is sent', async () => {
    const { state, post } = visitor({ previous: undefined, draftVersion: 8 })
    const answer = await post(`${REPORT}/submit`, { version: '3' })
    expect(answer.status).toBe(409)
    expect(textOf(await answer.text())).toContain('Bounmy Phommachanh has changed the draft')
    expect(state.current).toBeUndefined()
  })

  test('pressed twice, the second press finds the receipt', async () => {
    const { post } = visitor({ previous: undefined })
    await post(`${REPORT}/submit`, { version: '3' })
    expect((await post(`${REPORT}/submit`, { version: '3' })).headers.get('location')).toBe(`${REPORT}/receipt/1`)
  })
})

describe('two people answering the same warnings', () => {
  const formOn = (html: string): Record<string, string> =>
    Object.fromEntries(
      ['version', 'base', 'has-comments', 'lateReason', ...commentNames(html)].flatMap((name) => {
        const typed = typedIn(html, name)
        return typed === undefined ? [] : [[name, typed]]
      }),
    )
  const bothOpen = async (own: Parameters<typeof visitor>[0] = {}) => {
    const one = visitor(own)
    const html = await (await one.get(`${REPORT}/check`)).text()
    const [first = '', second = ''] = commentNames(html)
    /** What the other saves, on a page of their own that was opened at the same time. */
    const otherSaves = (comments: Record<string, string>) => {
      const { draft } = one.state
      if (draft) one.state.draft = { ...draft, comments: { ...draft.comments, ...comments }, savedBy: 'Bounmy' }
      one.state.draftVersion += 1
    }
    return { ...one, page: formOn(html), first, second, otherSaves }
  }

  test('keep each other’s: what the second left untouched stays as the first wrote it, and is shown', async () => {
    const { state, post, page, first, second, otherSaves } = await bothOpen()
    otherSaves({ [first]: 'FIRST' })
    const answer = await post(`${REPORT}/submit`, { ...page, [second]: 'SECOND' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect([typedIn(html, first), typedIn(html, second)]).toEqual(['FIRST', 'SECOND'])
    expect(state.draft?.comments).toMatchObject({ [first]: 'FIRST', [second]: 'SECOND' })
    await post(`${REPORT}/submit`, formOn(html))
    expect(state.draft?.comments).toMatchObject({ [first]: 'FIRST', [second]: 'SECOND' })
  })

  test('are both shown where both wrote, and only the next press replaces the first one’s text', async () => {
    const { state, post, page, first, otherSaves } = await bothOpen()
    otherSaves({ [first]: 'Their <words>' })
    const answer = await post(`${REPORT}/submit`, { ...page, [first]: 'My words' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(textOf(html)).toMatch(/Where the two differ.*Xiengkhuang · UXO Lao.*Their <words>.*My words/)
    expect(typedIn(html, first)).toBe('My words')
    expect(state.draft?.comments[first]).toBe('Their <words>')
    await post(`${REPORT}/submit`, formOn(html))
    expect(state.draft?.comments[first]).toBe('My words')
  })

  test('are not stopped where both wrote the same', async () => {
    const { post, page, first, otherSaves } = await bothOpen()
    otherSaves({ [first]: 'Rain' })
    const html = await (await post(`${REPORT}/submit`, { ...page, [first]: 'Rain' })).text()
    expect(html).not.toContain('id="conflict"')
  })

  test('may give the reason of a late report: one that was saved meanwhile is not lost', async () => {
    const { state, post, page, first, otherSaves } = await bothOpen({ phase: 'late' })
    otherSaves({ lateReason: 'Floods in the north' })
    const html = await (await post(`${REPORT}/submit`, { ...page, [first]: 'Rain' })).text()
    expect(typedIn(html, 'lateReason')).toBe('Floods in the north')
    const clash = await (await post(`${REPORT}/submit`, { ...page, lateReason: 'A late return' })).text()
    expect(textOf(clash)).toMatch(/Why the report is late Floods in the north A late return/)
    expect(state.draft?.comments.lateReason).toBe('Floods in the north')
  })

  test('answer the warnings that they wrote about: a comment that one left alone does not pass for a new one', async () => {
    const { state, post, page, first, second, otherSaves } = await bothOpen()
    if (state.draft) state.draft = { ...state.draft, answered: { [first]: 'What it said before' } }
    otherSaves({ [first]: 'FIRST' })
    await post(`${REPORT}/submit`, { ...page, [second]: 'SECOND' })
    expect(state.draft?.answered?.[first]).toBe('What it said before')
  })
})

describe('the receipt', () => {
  test('prints beside each comment the warning that it answers', async () => {
    const report = surveyReport([surveyRow('09', 'MAG')])
    const key = 'trend:teams:09 · MAG'
    const said = { comments: { [key]: 'Two teams came' }, warnings: { [key]: '300 teams, <twice> the mean' } }
    const { get } = visitor({ current: { ...report, content: { ...report.content, ...said } } })
    expect(textOf(await (await get(`${REPORT}/receipt/1`)).text())).toContain(
      'Teams deployed, Xiengkhuang · MAG 300 teams, <twice> the mean Two teams came',
    )
  })

  test('names reference, sender and time in the zone of the sector, and every text that was sent', async () => {
    const { get } = visitor({ current: surveyReport([surveyRow('09', 'MAG')], 'Word for <word>') })
    const html = await (await get(`${REPORT}/receipt/1`)).text()
    const text = textOf(html)
    expect(text).toContain('Khamla Phommachanh, on behalf of the chair')
    expect(text).toContain('13 April 2026, 10:12')
    expect(text).toContain('Xiengkhuang · MAG')
    expect(text.match(/Word for <word>/g)?.length).toBeGreaterThanOrEqual(7)
    expect((await get(`${REPORT}/receipt/2`)).status).toBe(404)
  })
})

describe('what was reported last quarter and is no more', () => {
  const previous = surveyReport([surveyRow('09', 'UXO Lao'), surveyRow('13', 'MAG')])

  test('a row is asked about by its names before the report is sent, and is no mistake in the list of sections', async () => {
    const { get } = visitor({ previous })
    const page = textOf(await (await get(`${REPORT}/check`)).text())
    expect(page).toMatch(/Savannakhet · MAG There is no row for it this quarter\. Last quarter: [A-Z]/)
    expect(await (await get(REPORT)).text()).not.toContain('There is no row for it')
  })

  test('a nil return says it beside the reason, which answers for it', async () => {
    const page = textOf(await (await visitor({ previous }).get(`${REPORT}/nil`)).text())
    expect(page).toMatch(/Last quarter: Areas? .* m² .*items/)
    const quiet = textOf(await (await visitor({ previous: undefined }).get(`${REPORT}/nil`)).text())
    expect(quiet).not.toContain('Last quarter')
  })
})
