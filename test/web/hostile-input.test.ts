import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldsOf } from '#shared/domain/forms/form.ts'
import { invisibleIn } from '#shared/domain/forms/invisible.ts'
import { Header, Narrative } from '#shared/domain/forms/narrative.ts'
import { surveyClearance } from '#shared/domain/forms/of-twgs/survey-clearance.ts'
import type { Typed } from '#shared/domain/report.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { completeDraft } from '../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'
import { actionPoint, secretariat } from './fake-services.ts'
import { elements, textOf, typedIn } from './markup.ts'
import { visitor } from './visitor.ts'

const REPORT = '/reports/2026-Q1/survey-clearance'
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)' autofocus='",
  '</textarea><svg onload=alert(1)>',
  '</title><iframe src=//evil.example>',
  'javascript:alert(1)',
  '&lt;b&gt; &amp;amp; &#x3c;',
  ['{{7*7}} $', '{7*7} <%= 7 %>'].join(''),
  '\u202Eelpoep\u202C \u0000 \uFFFD',
  'ລະເບີດ <ບໍ່>',
]
/** The tags of a page but for marks of language, and how many characters could begin or end one: what was typed must never add any. */
const shape = (html: string) => {
  const page = html.replace(/<span lang="lo">([^<>]*)<\/span>/g, '$1').replaceAll(' lang="lo"', '')
  return [elements(page).map(({ tag }) => tag), ...['<', '>', '"', "'"].map((mark) => page.split(mark).length)]
}

const same = (names: readonly string[], text: string): Typed => Object.fromEntries(names.map((name) => [name, text]))
const parts = [
  ['header', fieldsOf(Header())],
  ['narrative', fieldsOf(Narrative())],
  ['rows/1', fieldsOf(surveyClearance.rows?.schema ?? Header())],
] as const

describe.each(parts)('hostile text in every field of %s', (part, fields) => {
  test.each(HOSTILE)('comes back as text: %j', async (text) => {
    const typed = same(
      fields.map(({ path }) => path),
      text,
    )
    const send = (form: Typed) =>
      visitor().post(`${REPORT}/${part}`, { ...form, version: '2', 'row-name': '09 · UXO Lao' })
    const html = await (await send(typed)).text()
    expect(shape(html)).toEqual(shape(await (await send(same(Object.keys(typed), 'x'))).text()))
    const inputs = fields.filter(({ kind }) => kind !== 'choice')
    for (const { path } of inputs) expect(typedIn(html, path)).toBe(text)
  })
})

test.each(HOSTILE)('a table with %j as heading and in a cell comes back as text', async (text) => {
  const table = `Province\tOperator\t${text}\n${text}\tMAG\t1`
  const html = await (await visitor().post(`${REPORT}/table`, { version: '3', table })).text()
  expect(typedIn(html, 'table')).toBe(table)
  expect(textOf(html)).toContain('to mend')
  expect(elements(html, 'img', 'svg', 'iframe')).toEqual([])
  expect(elements(html, 'script')).toHaveLength(1)
})

test('any text at all survives saving, the list, the check page and being opened again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), async (text) => {
      const mine = visitor({ draft: completeDraft() })
      await mine.post(`${REPORT}/narrative`, { achievements: text, challenges: text, version: '3' })
      const html = await (await mine.get(`${REPORT}/narrative`)).text()
      expect(typedIn(html, 'challenges')).toBe(text.replace(/\r\n?/g, '\n'))
      expect((await mine.get(`${REPORT}/check`)).status).toBe(200)
    }),
    { numRuns: 40 },
  )
})

test.each(HOSTILE)('the receipt, the session’s end, contacts and meetings show %j as text', async (text) => {
  const receipt = (words: string) =>
    visitor({ current: surveyReport([surveyRow('09', words)], words) }).get(`${REPORT}/receipt/1`)
  expect(shape(await (await receipt(text)).text())).toEqual(shape(await (await receipt('x')).text()))

  const at = '2026-04-10T03:42:00.000Z'
  const versions = (words: string) => {
    const earlier = surveyReport([surveyRow('09', 'MAG'), surveyRow('13', words)], 'before')
    const verdict = { by: { contact: 'noy', name: words }, at, comment: words }
    const current = {
      ...surveyReport([surveyRow('09', 'MAG')], words),
      version: 2,
      verdict,
      status: 'returned' as const,
    }
    const amendment = { reason: words, by: words, at }
    const discarded = [{ by: verdict.by, at, reason: words, draftVersion: 2, amendment }]
    const withdrawal = { version: 2, stands: 1, by: verdict.by, at, reason: words }
    return { actor: secretariat, current: { ...current, amendment, withdrawal }, versions: [earlier], discarded }
  }
  for (const path of ['', '/versions', '/receipt/2']) {
    const read = (words: string) => visitor(versions(words)).get(`${REPORT}${path}`)
    expect(shape(await (await read(text)).text())).toEqual(shape(await (await read('x')).text()))
  }

  for (const [part, name] of [
    ['narrative', 'achievements'],
    ['rows/1', 'province'],
    ['actions', 'a1b2c3.status'],
  ] as const) {
    const ended = (words: string) => visitor({ actor: undefined }).post(`${REPORT}/${part}`, { [name]: words })
    expect(shape(await (await ended(text)).text())).toEqual(shape(await (await ended('x')).text()))
  }

  const refused = (path: string, names: readonly string[]) => async (words: string) => {
    const refusal = new UserError('invalid', say`Not this: ${words}`, names[0])
    const own = { actor: secretariat, refusal }
    return (await visitor(own).post(path, same(names, words))).text()
  }
  for (const send of [
    refused('/meetings/2026-Q1-risk-education', ['day', 'time', 'place', 'link']),
    refused(`${REPORT}/return`, ['comment', 'report-version']),
    refused(`${REPORT}/amend`, ['reason', 'report-version']),
    refused(`${REPORT}/discard`, ['reason', 'report-version']),
    refused(`${REPORT}/withdraw`, ['reason', 'report-version', 'draft-version']),
    refused(`${REPORT}/extension`, ['due', 'reason']),
    refused('/contacts/new', ['name', 'email', 'organisation']),
    refused('/contacts/khamla', ['name', 'email', 'organisation']),
    refused('/actions/new', ['text', 'owner', 'due']),
  ]) {
    expect(shape(await send(text))).toEqual(shape(await send('x')))
  }
})

test.each(HOSTILE)(
  'an action point that says %j is text on every page, and so is what a report says of it',
  async (text) => {
    const shown = async (words: string) => {
      const point = { ...actionPoint({ text: words }), owner: { name: words }, note: words }
      const actionPoints = [{ ...point, history: point.history.map((past) => ({ ...past, by: words, note: words })) }]
      const draft = completeDraft({ actions: { 'a1b2c3.status': words, 'a1b2c3.note': words } })
      const report = surveyReport([surveyRow('09', 'MAG')])
      const said = { id: 'a1b2c3', text: words, owner: words, due: '2026-05-29', status: 'done' as const, note: words }
      const current = { ...report, content: { ...report.content, actions: [said] } }
      const pages = [
        visitor({ actionPoints }).get('/'),
        visitor({ actionPoints }).get('/actions'),
        visitor({ actionPoints, actor: secretariat }).get('/actions/a1b2c3'),
        visitor({ actionPoints, draft }).get(`${REPORT}/actions`),
        visitor({ actionPoints, draft }).get(`${REPORT}/check`),
        visitor({ actionPoints, draft }).post(`${REPORT}/actions`, { version: '2', 'a1b2c3.note': `${words}!` }),
        visitor({ current }).get(`${REPORT}/receipt/1`),
      ]
      return Promise.all(pages.map(async (page) => shape(await (await page).text())))
    }
    const harmless = invisibleIn(text) === undefined ? 'x' : '\u202Ex'
    expect(await shown(text)).toEqual(await shown(harmless))
  },
)

test('a link that is no web address stays text', async () => {
  const { state, get } = visitor()
  state.meetings = state.meetings.map((meeting) => ({ ...meeting, link: 'javascript:alert(1)' }))
  const html = await (await get('/meetings/2026-Q1-risk-education')).text()
  expect(html).toContain('javascript:alert(1)')
  expect(elements(html, 'a').some(({ attributes }) => attributes.href?.startsWith('javascript'))).toBe(false)
})

describe('the form’s origin and size (every form: every-form.test.ts)', () => {
  const form = { version: '3', preparedBy: 'x' }
  test('a browser that only says that the form is our own is believed', async () => {
    const { post } = visitor()
    expect((await post(`${REPORT}/header`, form, { origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  test('more than half a megabyte is refused before it is parsed, whatever length it claims', async () => {
    const { state, post } = visitor()
    const large = { ...form, achievements: 'x'.repeat(600 * 1024) }
    for (const headers of [{}, { 'content-length': '600000' }]) {
      const answer = await post(`${REPORT}/narrative`, large, headers)
      expect(answer.status).toBe(413)
      expect(await answer.text()).toContain('This is too long')
    }
    expect(state.calls).toEqual([])
  })

  test('the largest honest part passes', async () => {
    const { post } = visitor()
    const long = Object.fromEntries(fieldsOf(Narrative()).map(({ path }) => [path, 'ລ'.repeat(1500)]))
    expect((await post(`${REPORT}/narrative`, { ...long, version: '3' })).status).toBe(200)
  })
})
