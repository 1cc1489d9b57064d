import { describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { continuityCheck } from '#shared/domain/forms/checks/carry-over.ts'
import { count } from '#shared/domain/forms/field.ts'
import type { Form } from '#shared/domain/forms/form.ts'
import { say } from '#shared/domain/words/say.ts'
import { completeDraft } from '../fixtures/survey-clearance.ts'
import { surveyReport } from '../fixtures/survey-report.ts'
import { elements, textOf, typedIn } from './markup.ts'
import { visitor } from './visitor.ts'

/** A form with exactly one row, which has no name. */
const oneRow = vi.hoisted(() => ({ form: undefined as Form | undefined }))
vi.mock('#shared/domain/forms/index.ts', () => ({ formOf: () => oneRow.form }))
oneRow.form = {
  twg: 'survey-clearance',
  version: 1,
  rows: {
    schema: z.strictObject({ received: count('Records received'), entered: count('Records entered') }),
    key: [],
    most: 1,
    noun: say`report`,
    checks: [continuityCheck('received', { plus: ['entered'], minus: [] })],
    indicators: [],
  },
}

const REPORT = '/reports/2026-Q1/survey-clearance'
const withoutRow = completeDraft({ rows: [] })

describe('a form with exactly one row', () => {
  test('shows it as one section, with nothing to add, to remove or to take from a spreadsheet', async () => {
    const page = textOf(await (await visitor({ draft: withoutRow }).get(REPORT)).text())
    expect(page).toContain('2. Count')
    for (const offer of ['Add a row', 'Remove', 'spreadsheet', 'from last quarter']) expect(page).not.toContain(offer)
    for (const path of ['/table', '/table/template.csv', '/rows/1/remove'])
      expect((await visitor().get(`${REPORT}${path}`)).status).toBe(404)
    const { state, post } = visitor({ draft: completeDraft() })
    expect((await post(`${REPORT}/rows/1/remove`, { version: '3', 'row-name': '' })).status).toBe(404)
    expect(state.draft?.rows).toHaveLength(1)
  })

  test('opens before it was ever saved, and is the same row however often it is saved', async () => {
    const { state, get, post } = visitor({ draft: withoutRow, previous: undefined })
    const html = await (await get(`${REPORT}/rows/1`)).text()
    expect(elements(html, 'form').at(-1)?.attributes.action).toBe(`${REPORT}/rows/1`)
    const form = { received: '12', entered: 'ten', version: typedIn(html, 'version') ?? '' }
    expect(typedIn(await (await post(`${REPORT}/rows/1`, form)).text(), 'entered')).toBe('ten')
    expect((await post(`${REPORT}/rows/1`, { received: '12', entered: '10', version: '4' })).status).toBe(303)
    expect(state.draft?.rows).toEqual([{ received: '12', entered: '10' }])
  })

  test('begins with what the last report left, for its writer to confirm', async () => {
    const last = surveyReport([{ received: 12, entered: 1340 }])
    const { get, state } = visitor({ draft: withoutRow, previous: last })
    const html = await (await get(`${REPORT}/rows/1`)).text()
    expect([typedIn(html, 'received'), typedIn(html, 'entered')]).toEqual(['1,340', ''])
    expect(state.draft?.rows).toEqual([])
  })
})
