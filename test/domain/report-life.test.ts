import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { count } from '#shared/domain/forms/field.ts'
import { type Form, fieldsOf } from '#shared/domain/forms/form.ts'
import { surveyClearance } from '#shared/domain/forms/of-twgs/survey-clearance.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import { readFields } from '#shared/domain/forms/read-fields.ts'
import { draftFrom, typedOut } from '#shared/domain/forms/type-out.ts'
import { changesBetween } from '#shared/domain/report-changes.ts'
import { say } from '#shared/domain/words/say.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { valuesOf } from '../fixtures/form-values.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'

const { rows } = surveyClearance
const fields = rows ? fieldsOf(rows.schema) : []

describe('a submitted version as a draft again', () => {
  it('shows days as the pages do', () => {
    const { header } = draftFrom(surveyClearance, surveyReport([]))
    expect(header.cutOff).toBe('31 March 2026')
  })

  it('reads as the very same values, figure by figure', () => {
    fc.assert(
      fc.property(valuesOf(fields, laoUxo), (values) => {
        expect(readFields(fields, typedOut(fields, values), laoUxo)).toEqual({ values, mistakes: [] })
      }),
    )
  })

  it('can be submitted as it is: nothing of what was sent is lost', () => {
    const sent = surveyReport([surveyRow('09', 'UXO Lao'), surveyRow('13', 'MAG')])
    const report = { ...sent, content: { ...sent.content, comments: {} } }
    const context = { round: roundOf('2026-Q1', laoUxo), sector: laoUxo, earlier: [] }
    expect(readDraft(surveyClearance, draftFrom(surveyClearance, report), context).content).toEqual(report.content)
    const nil = { ...report, content: { ...report.content, nil: { reason: 'Rain' }, rows: [] } }
    delete (nil.content as { narrative?: unknown }).narrative
    expect(readDraft(surveyClearance, draftFrom(surveyClearance, nil), context).content).toEqual(nil.content)
  })
})

it('a form whose only row needs no name, or that has no rows, goes through its life alike', () => {
  const schema = z.strictObject({
    backlog: count('Backlog'),
    readiness: z.number().meta({ label: 'F', kind: 'decimal' }),
  })
  const oneRow: Form = {
    twg: 'x',
    version: 1,
    rows: { schema, key: [], noun: say`quarter`, checks: [], indicators: [] },
  }
  const { content: full, ...report } = surveyReport([])
  const before = { ...full, rows: [{ backlog: 3, readiness: 12.5 }] }
  const after = { ...full, rows: [{ backlog: { notAvailable: 'server down' }, readiness: 12.5 }] }
  expect(draftFrom(oneRow, { ...report, content: after }).rows).toEqual([
    { backlog: 'n/a: server down', readiness: '12.5' },
  ])
  expect(changesBetween(oneRow, before, after)).toMatchObject([{ of: 'cell', before: 3, field: { path: 'backlog' } }])
  expect(draftFrom({ twg: 'y', version: 1 }, { ...report, content: { ...full, rows: [] } }).rows).toEqual([])
})
