import { beforeAll, describe, expect, test, vi } from 'vitest'
import { readIn, type Texts } from '#shared/domain/words/say.ts'
import { completeDraft, consistentRow } from '../fixtures/survey-clearance.ts'
import { anotherLanguage } from './another-language.ts'
import { chair, type FakeState, secretariat } from './fake-services.ts'
import { elements } from './markup.ts'
import { visitor } from './visitor.ts'

vi.mock('#shared/web/messages/index.ts', async (original) => {
  const known = await original<typeof import('#shared/web/messages/index.ts')>()
  const another = (await import('./another-language.ts')).anotherLanguage()
  return {
    ...known,
    messagesFor: (wanted: 'en' | 'lo') => (wanted === 'lo' ? another : known.messagesFor('en')),
    languages: () => [
      ['en', 'English'],
      ['lo', 'ລາວ'],
    ],
  }
})

const others = vi.hoisted((): Texts[] => [])
vi.mock('#shared/domain/words/languages.ts', () => ({
  inEveryLanguage: <T>(work: () => T) => [undefined, ...others].map((texts) => readIn(texts, work)),
  textsIn: () => others[0],
}))
beforeAll(() => {
  others.push(anotherLanguage().texts)
})

const ROW = '/reports/2026-Q1/survey-clearance/rows/1'
const inLanguage = (language: 'en' | 'lo'): Partial<FakeState> => ({
  actor: { ...chair, contact: { ...chair.contact, language } },
})
const WRONG = consistentRow({ teams: 'many', version: '3' })
const LAO = { 'accept-language': 'lo, en;q=0.5' }

describe('a page speaks the language', () => {
  test('of its reader: what the form asks, what is wrong in it, and the frame around', async () => {
    const html = await (await visitor(inLanguage('lo')).post(ROW, WRONG)).text()
    expect(html).toContain('<html lang="lo"')
    expect(html).toContain('⟦Teams deployed⟧')
    expect(html).toMatch(/⟦“many” is not a number/)
    expect(html).toContain('⟦Sign out⟧')
  })

  test('of each of two readers who come at once', async () => {
    const pages = await Promise.all(
      (['en', 'lo', 'en', 'lo'] as const).map(async (language) =>
        (await visitor(inLanguage(language)).post(ROW, WRONG)).text(),
      ),
    )
    expect(pages.map((html) => [html.includes('⟦Teams deployed⟧'), html.includes('⟦')])).toEqual([
      [false, false],
      [true, true],
      [false, false],
      [true, true],
    ])
  })

  test('that a browser asks for until it is known who reads, and then the reader’s own', async () => {
    const signIn = async (accepted: string) =>
      (await visitor({}, { signedIn: false }).get('/sign-in', { 'accept-language': accepted })).text()
    expect(await signIn('lo, en;q=0.5')).toContain('⟦Sign in⟧')
    for (const other of ['en-GB, lo;q=0.5', 'long, lo', '', 'l'.repeat(9000)])
      expect(await signIn(other)).not.toContain('⟦')
    const ended = await visitor({}, { signedIn: false }).post(ROW, { teams: '7' }, LAO)
    expect(await ended.text()).toContain('⟦Teams deployed⟧')
    expect(await (await visitor(inLanguage('en')).get(ROW, LAO)).text()).not.toContain('⟦')
  })

  test('that a table has headings in, which any other reader can send', async () => {
    const template = await (
      await visitor(inLanguage('lo')).get('/reports/2026-Q1/survey-clearance/table/template.csv')
    ).text()
    expect(template).toContain('⟦Teams deployed⟧')
    const page = visitor(inLanguage('en')).post('/reports/2026-Q1/survey-clearance/table', {
      table: template,
      version: '3',
    })
    expect(await (await page).text()).toContain('name="confirm"')
  })

  test('and marks what people typed in any other', async () => {
    const typed = consistentRow({ operator: 'ໜ່ວຍງານ', 'inventory.adjustmentReason': 'A typing mistake' })
    const htmlIn = async (language: 'en' | 'lo') =>
      (
        await visitor({ ...inLanguage(language), draft: completeDraft({ rows: [typed] }) }).get(
          ROW.replace('/rows/1', '/check'),
        )
      ).text()
    const [english, lao] = [await htmlIn('en'), await htmlIn('lo')]
    expect(english).toContain('<span class="app-typed" lang="lo">ໜ່ວຍງານ</span>')
    expect(english).toContain('<span class="app-typed">A typing mistake</span>')
    expect(lao).toContain('<span class="app-typed">ໜ່ວຍງານ</span>')
    expect(lao).toContain('<span class="app-typed" lang="en">A typing mistake</span>')
  })

  test('which the secretariat says of a contact once there is a choice', async () => {
    const { state, get, post } = visitor({ actor: secretariat })
    for (const path of ['/contacts/khamla', '/contacts/new']) {
      const radios = elements(await (await get(path)).text(), 'input').filter(
        ({ attributes }) => attributes.type === 'radio',
      )
      expect(radios.map(({ attributes }) => [attributes.value, 'checked' in attributes])).toEqual([
        ['en', true],
        ['lo', false],
      ])
    }
    await post('/contacts/khamla', { name: 'Khamla', email: 'khamla@example.org', language: 'lo' })
    expect(state.calls.at(-1)).toMatchObject({ name: 'changeContact', command: { language: 'lo' } })
  })
})
