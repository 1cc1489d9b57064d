import { describe, expect, test } from 'vitest'
import { fieldsOf } from '#shared/domain/forms/form.ts'
import { surveyClearance } from '#shared/domain/forms/of-twgs/survey-clearance.ts'
import { isFigure, tableColumns } from '#shared/domain/forms/table.ts'
import type { Typed } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { pastOf } from '#shared/web/report-draft/past.ts'
import type { ReportSheet } from '#shared/web/services.ts'
import { completeDraft, consistentRow } from '../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'
import type { FakeState } from './fake-services.ts'
import { elements, textOf, typedIn } from './markup.ts'
import { ORIGIN, visitor } from './visitor.ts'

const REPORT = '/reports/2026-Q1/survey-clearance'
const columns = tableColumns(surveyClearance.rows ?? expect.fail('the form has rows'))
const pasted = (...rows: Typed[]): string =>
  [columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ field }) => row[field.path] ?? ''))]
    .map((cells) => cells.join('\t'))
    .join('\n')
const rowsOf = (state: FakeState) => state.draft?.rows.map(({ operator, teams }) => `${operator} ${teams}`)
/** The form of the page as a browser sends it, with a file. */
const upload = (bytes: Uint8Array<ArrayBuffer> | string, fields: Typed = {}) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.set('file', new Blob([bytes]), 'table.csv')
  return { method: 'POST', body, headers: { origin: ORIGIN } }
}

describe('a table pasted from a spreadsheet', () => {
  test('is shown as what it would change, and only then changes it', async () => {
    const rows = [consistentRow(), consistentRow({ operator: 'MAG' }), consistentRow({ operator: 'HI' })]
    const { state, post } = visitor({ draft: completeDraft({ rows }) })
    const table = pasted(
      consistentRow({ operator: 'MAG', teams: '7' }),
      consistentRow(),
      consistentRow({ operator: 'JMAS' }),
    )
    const html = await (await post(`${REPORT}/table`, { table, version: '3' })).text()
    const page = textOf(html)
    expect(page).toContain('1 row added Xiengkhuang · JMAS')
    expect(page).toContain('1 row replaced Xiengkhuang · MAG: 1 field differs')
    expect(page).toMatch(/Teams deployed 0 7/)
    expect(page).toContain('1 row unchanged Xiengkhuang · UXO Lao')
    expect(page).toContain('1 row of the draft is not in your table: it stays as it is Xiengkhuang · HI')
    expect(state.calls).toEqual([])

    const form = Object.fromEntries(['version', 'table', 'confirm'].map((name) => [name, typedIn(html, name) ?? '']))
    const answer = await post(`${REPORT}/table`, form)
    expect(answer.headers.get('location')).toBe(`${REPORT}?saved`)
    expect(rowsOf(state)).toEqual(['UXO Lao 0', 'MAG 7', 'HI 0', 'JMAS 0'])
  })

  test('with mistakes lists each by row and column, stays in the page, and changes nothing even when said yes to', async () => {
    const { state, post } = visitor()
    const table = pasted(consistentRow({ teams: 'many' }), consistentRow({ operator: 'ACME' }))
    const html = await (await post(`${REPORT}/table`, { table, version: '3', confirm: 'yes' })).text()
    expect(textOf(html)).toContain('2 Teams deployed “many” is not a number')
    expect(textOf(html)).toContain('3 Operator “ACME” is not in the list')
    expect(typedIn(html, 'table')).toBe(table)
    expect(elements(html, 'a').some(({ attributes }) => attributes.href === '#mistakes')).toBe(true)
    expect(state.calls).toEqual([])
  })

  test('is shown again when somebody saved between showing and saying yes', async () => {
    const { state, post } = visitor({ draftVersion: 4 })
    const html = await (
      await post(`${REPORT}/table`, { table: pasted(consistentRow({ teams: '7' })), version: '3', confirm: 'yes' })
    ).text()
    expect(textOf(html)).toContain('Somebody else saved in the meantime')
    expect(typedIn(html, 'version')).toBe('4')
    expect(state.calls).toEqual([])
  })

  test('that says nothing new offers nothing to change; an empty one is asked for', async () => {
    const { post } = visitor()
    const same = await (await post(`${REPORT}/table`, { table: pasted(consistentRow()), version: '3' })).text()
    expect(textOf(same)).toContain('The table says what the draft says already')
    expect(textOf(same)).not.toContain('Change the rows')
    expect(await (await post(`${REPORT}/table`, { table: ' ', version: '3' })).text()).toContain('id="table-error"')
  })
})

describe('a table uploaded as a file', () => {
  test('is read from UTF-8 and UTF-16; of any other encoding it is refused with what to do instead', async () => {
    const table = pasted(consistentRow({ teams: '7' }))
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(table, 'utf16le')])
    const bigEndian = Uint8Array.from(Buffer.from(utf16).swap16())
    for (const file of [`\ufeff${table}`, table, utf16, bigEndian, utf16.slice(2), bigEndian.slice(2)]) {
      const page = textOf(await (await visitor().send(`${REPORT}/table`, upload(file, { version: '3' }))).text())
      expect(page).toContain('1 row replaced')
    }
    const old = new Uint8Array(Buffer.from(table.replaceAll('–', '-'), 'latin1'))
    const page = await (await visitor().send(`${REPORT}/table`, upload(old, { version: '3' }))).text()
    expect(textOf(page)).toContain('This file is not saved as UTF-8')
    expect(page).toContain('id="file-error"')
  })

  test.each([
    ['.xlsx', [0x50, 0x4b, 3, 4, 0x14, 0, 6]],
    ['.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]],
  ])('as a workbook (%s) is refused with what to do instead', async (_, bytes) => {
    const answer = await visitor().send(`${REPORT}/table`, upload(Uint8Array.from(bytes), { version: '3' }))
    expect(textOf(await answer.text())).toContain(
      'This file is a workbook: save it as CSV (in Excel: File, Save as, CSV UTF-8), or paste the cells',
    )
  })

  test('is given back as text by the page that says that the session has ended', async () => {
    const table = pasted(consistentRow({ teams: '7' }))
    const html = await (await visitor({ actor: undefined }).send(`${REPORT}/table`, upload(table))).text()
    expect(typedIn(html, 'file')).toBe(table)
    expect((await visitor().post(`${REPORT}/table`, { file: table })).status).toBe(200)
  })

  test('that is broken, or is sent elsewhere, is not read', async () => {
    const broken = {
      method: 'POST',
      body: 'x',
      headers: { origin: ORIGIN, 'content-type': 'multipart/form-data; boundary=x' },
    }
    expect((await visitor().send(`${REPORT}/table`, broken)).status).toBe(415)
    expect((await visitor().send(`${REPORT}/header`, upload('x'))).status).toBe(415)
    expect((await visitor().send('/sign-in', upload('x'))).status).toBe(415)
  })
})

describe('the largest honest table', () => {
  const longest = (path: string, province: string, operator: string): string => {
    if (path === 'province') return laoUxo.provinces.find(({ code }) => code === province)?.name ?? ''
    if (path === 'operator') return operator
    const field = fieldsOf(surveyClearance.rows?.schema ?? expect.fail()).find((one) => one.path === path)
    return field && isFigure(field) ? '1,000,000,000,000' : 'ລ'.repeat(200)
  }
  const table = pasted(
    ...laoUxo.provinces.flatMap(({ code }) =>
      laoUxo.operators.map((operator) =>
        Object.fromEntries(columns.map(({ field }) => [field.path, longest(field.path, code, operator)])),
      ),
    ),
  )

  test('passes pasted, uploaded, and when it is said yes to', async () => {
    const { state, send, post } = visitor({ draft: completeDraft({ rows: [] }) })
    expect(textOf(await (await send(`${REPORT}/table`, upload(table, { version: '3' }))).text())).toContain(
      '144 rows added',
    )
    expect((await post(`${REPORT}/table`, { table, version: '3' })).status).toBe(200)
    expect((await post(`${REPORT}/table`, { table, version: '3', confirm: 'yes' })).status).toBe(303)
    expect(state.draft?.rows).toHaveLength(144)
  })

  test('is the only page that takes so much, and takes no more than two megabytes', async () => {
    const large = 'x'.repeat(600 * 1024)
    expect((await visitor().post(`${REPORT}/table`, { table: large })).status).toBe(200)
    expect((await visitor().post(`${REPORT}/header`, { preparedBy: large })).status).toBe(413)
    expect((await visitor().post(`${REPORT}/table`, { table: large.repeat(4) })).status).toBe(413)
  })
})

describe('the template', () => {
  test('is a CSV file of the rows that the draft has', async () => {
    const answer = await visitor().get(`${REPORT}/table/template.csv`)
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(answer.headers.get('content-disposition')).toContain('survey-clearance-2026-Q1.csv')
    expect(await answer.text()).toContain('\r\nXiengkhuang,UXO Lao,')
  })

  test("holds last quarter's names, and what carries over, before there is a draft", async () => {
    const { get } = visitor({ draft: undefined, draftVersion: 0 })
    const csv = await (await get(`${REPORT}/table/template.csv`)).text()
    expect(csv).toContain('\r\nXiengkhuang,UXO Lao,,')
    expect(csv).toContain('52255000')
    expect(csv).not.toContain('8120000')
  })
})

describe('rows copied from last quarter', () => {
  const previous = surveyReport([surveyRow('09', 'UXO Lao'), surveyRow('13', 'MAG'), surveyRow('13', 'HI')])

  test('are added to those of the draft, by name and without figures but the opening one', async () => {
    const { state, get, post } = visitor({ previous })
    expect(textOf(await (await get(REPORT)).text())).toContain('Copy 2 rows from last quarter')
    await post(`${REPORT}/rows/copy`)
    expect(state.draft?.rows.slice(1)).toEqual([
      { province: '13', operator: 'MAG', 'inventory.opening': '52,255,000', 'handover.waiting': '910,000' },
      { province: '13', operator: 'HI', 'inventory.opening': '52,255,000', 'handover.waiting': '910,000' },
    ])
    await post(`${REPORT}/rows/copy`)
    expect(state.draft?.rows).toHaveLength(3)
    expect(textOf(await (await get(REPORT)).text())).not.toContain('from last quarter')
  })

  test('are not offered where there was no report', async () => {
    const { get } = visitor({ previous: undefined })
    expect(textOf(await (await get(REPORT)).text())).not.toContain('from last quarter')
  })
})

test('a row like another one begins with its names alone', async () => {
  const html = await (await visitor().get(`${REPORT}/rows/new?like=1`)).text()
  expect(
    elements(html, 'option')
      .filter(({ attributes }) => 'selected' in attributes)
      .map(({ attributes }) => attributes.value),
  ).toEqual(['09', 'UXO Lao'])
  expect(typedIn(html, 'teams')).toBe('')
  expect((await visitor().get(`${REPORT}/rows/new?like=77`)).status).toBe(200)
})

test('the year before this quarter is summed for what happens in a quarter, and for no stock', () => {
  const earlier = [surveyReport([surveyRow('09', 'UXO Lao')]), undefined, surveyReport([surveyRow('09', 'UXO Lao')])]
  const summed = (round: string) => {
    const sheet = { form: surveyClearance, round, earlier } as unknown as ReportSheet
    const past = pastOf(sheet, { section: 'row', index: 0 }, consistentRow())
    const figures = columns.map(({ field }) => field).filter(isFigure)
    return new Map(figures.map((field) => [field.path, past?.yearBefore(field)]))
  }
  const fourth = summed('2026-Q4')
  expect(fourth.get('released.cleared')).toEqual({ value: 4_520_000, leftOut: 0 })
  const without = [...fourth].filter(([, total]) => total === undefined).map(([path]) => path)
  expect(without).toEqual(['teams', 'handover.waiting', 'inventory.opening', 'inventory.closing'])
  expect([...summed('2026-Q1').values()].filter((total) => total !== undefined)).toEqual([])
})

test('a table cannot be entered for a report that has none, or once it is submitted', async () => {
  const { get } = visitor({ current: surveyReport([surveyRow('09', 'UXO Lao')]) })
  expect((await get(`${REPORT}/table`)).headers.get('location')).toBe(REPORT)
  const nowhere = '/reports/2026-Q1/no-such-group'
  expect((await get(`${nowhere}/table`)).status).toBe(404)
})

test('a row copied from last quarter is to be completed, and nothing in it is found fault with before somebody has written it', async () => {
  const { state, get, post } = visitor({ draft: completeDraft({ rows: [] }) })
  await post(`${REPORT}/rows/copy`)
  expect(textOf(await (await get(REPORT)).text())).toContain('To be completed')
  expect(await (await get(`${REPORT}/rows/1`)).text()).not.toContain('-error"')
  expect(await (await get(`${REPORT}/rows/1?mend`)).text()).toContain('-error"')
  state.draft = completeDraft({ rows: [{ ...state.draft?.rows[0], teams: '7' }] })
  expect(await (await get(`${REPORT}/rows/1`)).text()).toContain('-error"')
  expect(textOf(await (await get(REPORT)).text())).not.toContain('To be completed')
})
