import { describe, expect, test } from 'vitest'
import { zerosOf } from '#infra/rehearsal/figures/sample.ts'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import type { TwgReport, Typed } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { completeDraft, header, narrative } from '../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'
import { secretariat } from './fake-services.ts'
import { inBrowser, noBrowser } from './in-browser.ts'
import { textOf } from './markup.ts'
import { visitor } from './visitor.ts'

const SURVEY = '/reports/2026-Q1/survey-clearance'
const JSON_ONLY = { accept: 'application/json' }
const LAO = 'ນ້ຳຖ້ວມ <b>x</b>'
const zeros = (twg: string): Typed => zerosOf(formOf(twg) ?? expect.fail())

/** An earlier report, read from what was typed. */
const reported = (twg: string, rows: Typed[]): TwgReport => {
  const form = formOf(twg) ?? expect.fail()
  const draft = completeDraft({ rows, header: header({ cutOff: '2025-09-30' }) })
  const { content, problems } = readDraft(form, draft, {
    round: roundOf('2025-Q3', laoUxo),
    sector: laoUxo,
    earlier: [],
  })
  return { ...surveyReport([]), twg, content: content ?? expect.fail(problems[0]?.message) }
}
const item = { kind: 'obligation', obligation: 'ccm-7', status: 'delayed', owner: LAO, due: '30 April 2026', note: 'x' }
const item2 = { ...item, obligation: 'ccw', note: `${'long '.repeat(60)}${LAO}` }

describe('beside each field stands what was said last quarter', () => {
  test('choices by their names, days and texts as people write them, marked as Lao and escaped', async () => {
    const { get } = visitor({
      actor: secretariat,
      previous: reported('coordination-policy-funding', [item]),
      draft: completeDraft({ rows: [{ kind: 'obligation', obligation: 'ccm-7' }] }),
    })
    const html = await (await get('/reports/2026-Q1/coordination-policy-funding/rows/1')).text()
    expect(textOf(html)).toContain('Last quarter: Delayed')
    expect(textOf(html)).toContain('Last quarter: 30 April 2026')
    expect(html).toContain('<span class="app-typed" lang="lo">ນ້ຳຖ້ວມ &lt;b&gt;x&lt;/b&gt;</span>')
    for (const field of ['status', 'owner', 'due', 'note']) expect(html).toContain(`id="${field}-past"`)
    for (const name of ['kind', 'obligation', 'subject']) expect(html).not.toContain(`id="${name}-past"`)
    expect(html).toMatch(/aria-describedby="[^"]*owner-past/)
  })

  test('a long text opens when it is asked for, and is not read out with its field', async () => {
    const { get } = visitor({
      actor: secretariat,
      previous: reported('coordination-policy-funding', [item2]),
      draft: completeDraft({ rows: [{ kind: 'obligation', obligation: 'ccw' }] }),
    })
    const html = await (await get('/reports/2026-Q1/coordination-policy-funding/rows/1')).text()
    expect(html).toMatch(/<details id="note-past"[^>]*><summary>What was written last quarter<\/summary>/)
    expect(html).not.toMatch(/aria-describedby="[^"]*note-past/)
  })

  test('lists, backups, the header and the words too; nothing where nothing was written', async () => {
    const languages = reported('risk-education', [
      { ...zeros('risk-education'), province: '09', operator: 'MAG', languages: 'lao, hmong' },
    ])
    const education = visitor({
      actor: secretariat,
      previous: languages,
      draft: completeDraft({ rows: [{ province: '09', operator: 'MAG' }] }),
    })
    expect(textOf(await (await education.get('/reports/2026-Q1/risk-education/rows/1')).text())).toContain(
      'Last quarter: Lao, Hmong',
    )
    const backups = reported('information-management', [
      { ...zeros('information-management'), lastBackup: '2025-09-29' },
    ])
    const { get } = visitor({ actor: secretariat, previous: backups, draft: completeDraft({ rows: [{}] }) })
    const information = '/reports/2026-Q1/information-management'
    expect(textOf(await (await get(`${information}/rows/1`)).text())).toContain('Last quarter: 29 September 2025')
    const words = await (await get(`${information}/header`)).text()
    expect(textOf(words)).toContain(`Last quarter: ${header().clearedBy}`)
    expect(textOf(words)).toContain('Last quarter: 30 September 2025')
    expect(textOf(words)).toContain('Last quarter: IMSMA')
    const narrated = await (await get(`${information}/narrative`)).text()
    expect(textOf(narrated)).toContain(`Last quarter: ${narrative().achievements}`)
    expect(narrated).not.toContain('id="priority5-past"')
  })

  test('of a new row once it is known: without JavaScript after the first save, with it in the answer to that save alone', async () => {
    const previous = surveyReport([surveyRow('13', 'MAG')])
    const names = { province: '13', operator: 'MAG' }
    const { post } = visitor({ previous })
    expect(textOf(await (await post(`${SURVEY}/rows/new`, { ...names, version: '3' })).text())).toContain(
      'Last quarter: 8,120,000 m² (812 ha)',
    )
    const first = await (
      await visitor({ previous }).post(`${SURVEY}/rows/new`, { ...names, version: '3' }, JSON_ONLY)
    ).json()
    expect(first).toMatchObject({
      past: { teams: expect.stringMatching(/^<div id="teams-past" class="govuk-hint app-past">Last quarter: .*18/) },
    })
    const later = { ...names, version: '4', 'row-name': '13 · MAG' }
    expect(await (await post(`${SURVEY}/rows/2`, later, JSON_ONLY)).json()).not.toHaveProperty('past')
  })
})

describe.skipIf(noBrowser)(`a new row that has saved itself${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const at = inBrowser()

  test('says what it was last quarter, and no more of it when it becomes another', async () => {
    const previous = surveyReport([surveyRow('13', 'MAG')])
    const { page } = await at({ previous })
    const past = page.locator('[id="areaSurveyed-past"]')
    const readOut = () => page.locator('[name="areaSurveyed"]').getAttribute('aria-describedby')
    await page.goto(`${SURVEY}/rows/new`)
    await page.selectOption('[name="province"]', '13')
    await page.selectOption('[name="operator"]', 'MAG')
    await past.filter({ hasText: '8,120,000 m² (812 ha)' }).waitFor()
    expect(await readOut()).toContain('areaSurveyed-past')
    await page.selectOption('[name="operator"]', 'HALO Trust')
    await past.waitFor({ state: 'detached' })
    expect(await readOut()).not.toContain('-past')
  })
})
