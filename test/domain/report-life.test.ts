import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { fieldsOf } from '#shared/domain/forms/form.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import { readFields } from '#shared/domain/forms/read-fields.ts'
import { surveyClearance } from '#shared/domain/forms/survey-clearance.ts'
import { draftFrom, typedOut } from '#shared/domain/forms/type-out.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { valuesOf } from '../fixtures/form-values.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'

const { rows } = surveyClearance
const fields = rows ? fieldsOf(rows.schema) : []

describe('a submitted version as a draft again', () => {
  it('reads as the very same values, figure by figure', () => {
    fc.assert(
      fc.property(valuesOf(fields, laoUxo), (values) => {
        expect(readFields(fields, typedOut(fields, values), laoUxo)).toEqual({ values, mistakes: [] })
      }),
    )
  })

  it('can be submitted as it is: nothing of what was sent is lost', () => {
    const report = surveyReport([surveyRow('09', 'UXO Lao'), surveyRow('13', 'MAG')])
    const context = { round: roundOf('2026-Q1', laoUxo), sector: laoUxo, earlier: [] }
    expect(readDraft(surveyClearance, draftFrom(surveyClearance, report), context).content).toEqual(report.content)
    const nil = { ...report, content: { ...report.content, nil: { reason: 'Rain' }, rows: [] } }
    delete (nil.content as { narrative?: unknown }).narrative
    expect(readDraft(surveyClearance, draftFrom(surveyClearance, nil), context).content).toEqual(nil.content)
  })
})
