import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { CATALOGUE, catalogueOf, englishTexts } from '#infra/texts.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { rowFormOf } from '#shared/domain/forms/index.ts'
import { oncePerLanguage, readIn, say, sayTerm, terms } from '#shared/domain/words/say.ts'
import { en } from '#shared/web/messages/en.ts'
import type { Messages } from '#shared/web/messages/index.ts'

const texts = {
  'Enter a day from {1} to {2}': '{2} ← {1}',
  'Area cleared': 'ເນື້ອທີ່',
  '{1}: {2}': '{1} – {2}',
}
const dayFrom = (first: string, last: string) => say`Enter a day from ${first} to ${last}`

describe('a sentence', () => {
  it('is said in English to whoever has no catalogue', () => {
    expect(dayFrom('1 May', '{1} June')).toBe('Enter a day from 1 May to {1} June')
    expect(readIn(undefined, () => sayTerm('Area cleared'))).toBe('Area cleared')
  })

  it('is said in its reader’s words, its values where that language puts them', () => {
    expect(readIn(texts, () => dayFrom('1 May', '{1} June'))).toBe('{1} June ← 1 May')
    expect(readIn(texts, () => say`${sayTerm('Area cleared')}: ${dayFrom('1', '2')}`)).toBe('ເນື້ອທີ່ – 2 ← 1')
  })

  it('is said in English where a catalogue lacks it', () => {
    expect(readIn(texts, () => say`Look at ${3} things`)).toBe('Look at 3 things')
    expect(readIn(texts, () => sayTerm('constructor'))).toBe('constructor')
  })

  it('is each reader’s own, though they read at once and wait between', async () => {
    const read = async (own: typeof texts | undefined, ms: number) =>
      readIn(own, async () => {
        await setTimeout(ms)
        return sayTerm('Area cleared')
      })
    expect(await Promise.all([read(texts, 20), read(undefined, 10), read(texts, 0)])).toEqual([
      'ເນື້ອທີ່',
      'Area cleared',
      'ເນື້ອທີ່',
    ])
  })

  it('can be said in English to everybody while a reader waits', () => {
    expect(readIn(texts, () => readIn(undefined, () => sayTerm('Area cleared')))).toBe('Area cleared')
  })
})

describe('what holds texts', () => {
  it('has a form speak its reader’s language, whoever opened it before', () => {
    const noun = () => rowFormOf('survey-clearance')?.noun
    const lao = { 'province and operator': 'ແຂວງ ແລະ ອົງການ' }
    expect([noun(), readIn(lao, noun), noun()]).toEqual([
      'province and operator',
      'ແຂວງ ແລະ ອົງການ',
      'province and operator',
    ])
  })

  it('says days with the names of months, where a language puts them', () => {
    const lao = { April: 'ເມສາ', '{1} {2} {3}': 'ວັນທີ {1} {2} {3}' }
    expect([dayInWords('2026-04-15'), readIn(lao, () => dayInWords('2026-04-15'))]).toEqual([
      '15 April 2026',
      'ວັນທີ 15 ເມສາ 2026',
    ])
  })

  it('names things in the language of whoever looks at them', () => {
    const named = terms({ cleared: 'Area cleared' })
    expect([named.cleared, readIn(texts, () => Object.entries(named))]).toEqual(['Area cleared', [['cleared', 'ເນື້ອທີ່']]])
  })

  it('is made once for each language', () => {
    let made = 0
    const label = oncePerLanguage(() => [++made, sayTerm('Area cleared')])
    const all = [label(), readIn(texts, label), label(), readIn(texts, label)]
    expect(all).toEqual([
      [1, 'Area cleared'],
      [2, 'ເນື້ອທີ່'],
      [1, 'Area cleared'],
      [2, 'ເນື້ອທີ່'],
    ])
  })
})

it('another language may say anything where English has its own words', () => {
  const draft: Messages['reportTable']['templateIs'] = () => 'ແຖວ'
  const lao: Messages = { ...en, reportTable: { ...en.reportTable, templateIs: draft } }
  expect(lao.reportTable.templateIs(true)).toBe('ແຖວ')
})

it('the catalogue holds all that is said, and nothing else: npm run texts writes it', () => {
  const texts = englishTexts()
  const written = readFileSync(CATALOGUE, 'utf8').matchAll(/^ {2}\| (?:'(.*)'|"(.*)")$/gm)
  expect([...written].map(([, single, double]) => (single ?? double)?.replaceAll("\\'", "'"))).toEqual(texts)
  expect(catalogueOf(texts)).toContain('| "Achievements"')
})
