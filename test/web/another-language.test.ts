import { beforeAll, describe, expect, test, vi } from 'vitest'
import { forms } from '#shared/domain/forms/every-form.ts'
import { fieldsOf } from '#shared/domain/forms/form.ts'
import { formOf, rowFormOf } from '#shared/domain/forms/index.ts'
import { readTable } from '#shared/domain/forms/read-table.ts'
import { writeTable } from '#shared/domain/forms/table.ts'
import { readContribution } from '#shared/domain/ledger/read-contribution.ts'
import { MOVEMENT_FIELDS } from '#shared/domain/ledger/read-movement.ts'
import { readIn } from '#shared/domain/words/say.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { completeDraft, consistentRow } from '../fixtures/survey-clearance.ts'
import { typedContribution, typedMovement } from '../fixtures/typed-contribution.ts'
import { anotherLanguage, outsideMarks } from './another-language.ts'
import { everyPage } from './every-page.ts'
import { secretariat } from './fake-services.ts'
import { elements, textOf } from './markup.ts'
import { visitor } from './visitor.ts'

vi.mock('#shared/web/messages/index.ts', async () => {
  const another = (await import('./another-language.ts')).anotherLanguage()
  return {
    messagesFor: () => another,
    languages: () => [
      ['en', 'English'],
      ['lo', 'ລາວ'],
    ],
    languageAsked: () => 'lo',
  }
})

const READ_OUT = ['title', 'aria-label', 'placeholder', 'alt']

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What a page says past the catalogue, piece by piece. Columns of files are names in code, and alike in every language. */
const outside = (html: string): string[] =>
  [
    textOf(html.replace(/<(script|style|textarea|code|pre)[^>]*>[^<]*<\/\1>/g, '')),
    ...elements(html).flatMap(({ attributes }) => READ_OUT.flatMap((name) => attributes[name] ?? [])),
  ].flatMap((text) => outsideMarks(text).split('\n').map(inOneLine))

/** All strings among what a page was told, the longest first. The schema of a form is not among it: its labels are ours. */
const recorded = (told: unknown): string[] => {
  const [seen, found] = [new Set<unknown>(), new Set<string>()]
  const look = (part: unknown): void => {
    if (typeof part === 'string') found.add(inOneLine(part))
    if (typeof part !== 'object' || part === null || seen.has(part)) return
    seen.add(part)
    for (const [name, own] of Object.entries(part)) {
      found.add(name)
      if (name !== 'form') look(own)
    }
  }
  look(told)
  return [...found].filter((text) => /\p{L}/u.test(text) && text.length > 1).toSorted((a, b) => b.length - a.length)
}

const isWord = (text: string) => /^\p{L}+$/u.test(text)
/** Currencies, units, addresses and versions of a report: the same in every language. */
const ALIKE = /English ລາວ|\b(USD\b|[A-Z]{3}(?= ))|\b(ha|n\/a|people)\b|\S+@\S+|\S+\.example\S*|\S*\/v\d/g

/** What is neither in the catalogue nor recorded. A single word that is recorded counts alone only: it may stand in any sentence. */
const unsaid = (html: string, told: unknown): string[] => {
  const data = recorded(told)
  return outside(html)
    .map((text) =>
      data.filter((one) => !isWord(one) || /^\p{Lu}/u.test(one)).reduce((left, one) => left.replaceAll(one, ''), text),
    )
    .map((text) => inOneLine(text.replace(ALIKE, '')))
    .filter((text) => /\p{L}{2}/u.test(text) && !data.includes(text))
}

const foundIn = (name: string, html: string, told: unknown) =>
  unsaid(html, [laoUxo, told]).map((text) => `${name}: ${text}`)

describe('in another language', () => {
  beforeAll(() => {
    // somebody read them in English before
    for (const form of forms) expect(form.rows).toBeDefined()
  })

  test('every page says what it says from that language’s catalogue, and names what is recorded as it is', async () => {
    const pages = await everyPage()
    expect(pages.flatMap(({ name, html, told }) => foundIn(name, html, told))).toEqual([])
  })

  test.each(forms.map(({ twg }) => twg))('so does what is to be mended in the report of %s', async (twg) => {
    const paths = fieldsOf(formOf(twg)?.rows?.schema ?? expect.fail()).map(({ path }) => path)
    const row = Object.fromEntries(paths.map((path) => [path, 'Wrong 1,5']))
    const { get, post, told } = visitor({
      actor: secretariat,
      draft: completeDraft({ rows: [row, row], header: { cutOff: '31/3/2569' } }),
    })
    const report = `/reports/2026-Q1/${twg}`
    const table = `${paths.slice(1).join('\t')}\tWrong 1,5\n${paths.map(() => 'Wrong 1,5').join('\t')}\n`
    const pages = [
      ...['/rows/1', '/header', '/check', ''].map((part) => get(report + part)),
      post(`${report}/table`, { table, version: '3' }),
      post(`${report}/rows/1`, { ...row, version: '3' }),
    ]
    for (const page of await Promise.all(pages)) {
      const html = await page.text()
      expect(html).toContain('⟦')
      expect(foundIn(page.url, html.replace(/Wrong 1, ?5/g, ''), told)).toEqual([])
    }
  })

  test('so does the page that gives back what arrived after a session’s end, field by field', async () => {
    const pages = await everyPage()
    const sent = new Map<string, Record<string, string>>()
    for (const { html } of pages)
      for (const [, action = '', body = ''] of html.matchAll(
        /<form[^>]* method="post"[^>]* action="([^"]*)"[^>]*>(.*?)<\/form>/gs,
      )) {
        const fields = elements(body, 'input', 'select', 'textarea').filter(
          ({ attributes }) => attributes.type !== 'hidden',
        )
        for (const { attributes } of fields) sent.set(action, { ...sent.get(action), [attributes.name ?? '']: '7' })
      }
    expect(sent.size).toBeGreaterThan(20)
    const answers = [...sent].map(async ([action, typed]) => {
      const answer = await visitor({}, { signedIn: false }).post(action, typed)
      return answer.status === 401 ? foundIn(action, await answer.text(), [laoUxo]) : []
    })
    expect((await Promise.all(answers)).flat()).toEqual([])
  })

  test.each([
    ['survey-clearance', consistentRow({ areaSurveyed: '12 ha' }), 'Province', 'Xiengkhuang'],
    ['coordination-policy-funding', { kind: 'topic', subject: 'A topic' }, 'Kind of item', 'Proposed SWG topic'],
  ])('a table of %s in English is taken all the same', (twg, row, heading, cell) => {
    const write = () => writeTable(rowFormOf(twg) ?? expect.fail(), [row], laoUxo)
    const read = () => readTable(rowFormOf(twg) ?? expect.fail(), write(), laoUxo)
    const english = write()
    expect(english).toMatch(new RegExp(`${heading},.*${cell}`, 's'))
    expect(inAnotherLanguage(write)).toContain(`⟦${heading}⟧,`)
    const taken = inAnotherLanguage(() => readTable(rowFormOf(twg) ?? expect.fail(), english, laoUxo))
    expect(taken).toEqual(read())
    expect(inAnotherLanguage(read)).toEqual(taken)
  })

  test.each(['donor', 'title', 'form', 'pillars', 'provinces', 'earmarking', 'evidence', 'source', 'parent', 'note'])(
    'so does what is wrong with the %s of a contribution',
    (field) => {
      for (const typed of ['', '5 %', '\u0007', `${'w'.repeat(3000)};`.repeat(30)]) {
        const read = inAnotherLanguage(() =>
          readContribution(typedContribution({ [field]: typed }), laoUxo, '2026-04-10'),
        )
        expect(saidBeside('mistakes' in read ? read.mistakes : [], typed)).toEqual([])
      }
    },
  )

  test.each(MOVEMENT_FIELDS)('so does what is wrong with the %s of a movement', (field) => {
    for (const typed of ['', '5', '1,5', '1.234', '-1', '0.001', '1/4/2569', '31/12/2030', 'EUR', 'Zzz']) {
      const movement = typedMovement({ rate: '1.05', rate_direction: 'usd-per-unit', [field]: typed })
      const read = inAnotherLanguage(() => readContribution(typedContribution({}, [movement]), laoUxo, '2026-04-10'))
      expect(saidBeside('mistakes' in read ? read.mistakes : [], typed)).toEqual([])
    }
  })
})

const inAnotherLanguage = <T>(work: () => T): T => readIn(anotherLanguage().texts, work)

const saidBeside = (mistakes: readonly { readonly message: string }[], typed: string) =>
  mistakes
    .map(({ message }) => outsideMarks(message).replaceAll(typed, '').trim())
    .filter((text) => /\p{L}/u.test(text))
