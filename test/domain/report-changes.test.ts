import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf, type Row } from '#shared/domain/forms/form.ts'
import { Header, Narrative, NilReturn } from '#shared/domain/forms/narrative.ts'
import { coordinationPolicyFunding } from '#shared/domain/forms/of-twgs/coordination-policy-funding.ts'
import { surveyClearance } from '#shared/domain/forms/of-twgs/survey-clearance.ts'
import { rowKey } from '#shared/domain/forms/read-draft.ts'
import type { ReportContent } from '#shared/domain/report.ts'
import { changesBetween, type ReportChange } from '#shared/domain/report-changes.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { place, valuesOf } from '../fixtures/form-values.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'

const { rows: form } = surveyClearance
if (!form) throw new Error('The form of survey and clearance has rows')
const keyOf = (row: Row) => rowKey(form, row)

const row = valuesOf(fieldsOf(form.schema), laoUxo)
const section = (schema: Parameters<typeof fieldsOf>[0]) => valuesOf(fieldsOf(schema), laoUxo)
const content = fc.record({
  header: section(Header()),
  narrative: fc.option(section(Narrative()), { nil: undefined }),
  nil: fc.option(section(NilReturn()), { nil: undefined }),
  rows: fc.uniqueArray(row, { selector: keyOf, maxLength: 4 }),
  comments: fc.dictionary(fc.constantFrom('trend:areaSurveyed:09 · MAG', 'zero', 'sum'), fc.string(), { maxKeys: 3 }),
}) as unknown as fc.Arbitrary<ReportContent>
/** Two versions that share some of their rows, as versions do. */
const versions = fc
  .tuple(content, content, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
  .map(([before, after, keep]) => {
    const kept = before.rows.filter((_, index) => keep[index])
    const keys = new Set(kept.map(keyOf))
    const edited = kept.map((one, index) => (index === 0 ? { ...after.rows[0], ...one, teams: 7 } : one))
    return [before, { ...after, rows: [...after.rows.filter((one) => !keys.has(keyOf(one))), ...edited] }] as const
  })

type Open = { [key: string]: unknown }
const set = (into: Open, path: string, value: unknown) => {
  if (value !== undefined) place(into, path, value)
}

/** The content that a list of changes makes of another: what changed is all there is to know. */
const applied = (before: ReportContent, changes: readonly ReportChange[]) => {
  const result = structuredClone(before) as unknown as Open & { rows: Row[]; comments: Record<string, string> }
  for (const change of changes) {
    if (change.of === 'comment') {
      if (change.after === undefined) delete result.comments[change.key]
      else result.comments[change.key] = change.after
    } else if (change.of === 'row') {
      const gone = change.before && keyOf(change.before)
      result.rows = result.rows.filter((one) => keyOf(one) !== gone)
      if (change.after) result.rows.push(change.after)
    } else if (change.of === 'cell') {
      set(result.rows.find((one) => keyOf(one) === keyOf(change.row)) as Open, change.field.path, change.after)
    } else if (change.after === undefined) result[change.section] = undefined
    else {
      const there = (result[change.section] ?? {}) as Open
      result[change.section] = there
      set(there, change.field.path, change.after)
    }
  }
  return result
}
const inOrder = ({ rows, ...rest }: { rows: readonly Row[] }) => ({
  ...rest,
  rows: [...rows].toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))),
})

describe('what changed between two versions', () => {
  it('is nothing between a version and itself, in whatever order its rows stand', () => {
    fc.assert(
      fc.property(content, (one) => {
        const other = { ...structuredClone(one), rows: structuredClone(one.rows).toReversed() }
        expect(changesBetween(surveyClearance, one, other)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('makes the new version of the old one', () => {
    fc.assert(
      fc.property(versions, ([before, after]) => {
        const made = applied(before, changesBetween(surveyClearance, before, after))
        expect(inOrder(made)).toEqual(inOrder(after))
      }),
      { numRuns: 100 },
    )
  })

  it('tells each field, row and comment once, zero apart from not available', () => {
    const { content: before } = surveyReport([surveyRow('09', 'MAG'), surveyRow('13', 'MAG')], 'Before')
    const { content: after } = surveyReport([surveyRow('09', 'UXO Lao'), surveyRow('13', 'MAG')], 'Before')
    const edited = {
      ...after,
      header: { ...after.header, status: 'provisional' },
      rows: after.rows.map((one) => (one.province === '13' ? { ...one, accidents: { notAvailable: 'not in' } } : one)),
      comments: { ...after.comments, zero: 'Rain' },
    }
    expect(
      changesBetween(surveyClearance, before, edited).map((change) => [
        change.of,
        'field' in change ? change.field.path : 'key' in change ? change.key : '',
        typeof change.before,
        typeof change.after,
      ]),
    ).toEqual([
      ['field', 'status', 'string', 'string'],
      ['row', '', 'undefined', 'object'],
      ['cell', 'accidents', 'number', 'object'],
      ['row', '', 'object', 'undefined'],
      ['comment', 'zero', 'undefined', 'string'],
    ])
  })

  it('leave out an answer about how a figure was typed: the next version has it typed otherwise', () => {
    const key = `comma:areaSurveyed:${keyOf(surveyRow('09', 'MAG'))}`
    const { content } = surveyReport([surveyRow('09', 'MAG')])
    const answered = { ...content, comments: { [key]: 'Hectares.', zero: 'Rain.' } }
    expect(changesBetween(surveyClearance, answered, { ...content, comments: {} })).toEqual([
      { of: 'comment', key: 'zero', before: 'Rain.', after: undefined },
    ])
  })

  it('is the name alone where a row was only named anew; more than that, and one came as another went', () => {
    const items = (rows: Row[]) => ({ ...surveyReport([]).content, comments: {}, rows })
    const before = items([
      { kind: 'mous', subject: '', pending: 4, oldest: 120 },
      { kind: 'mous', subject: 'With the Ministry', pending: 1, oldest: 20 },
      { kind: 'topic', subject: 'Funding' },
    ])
    const after = items([
      { kind: 'mous', subject: '', pending: 4, oldest: 120 },
      { kind: 'mous', subject: 'Ministry of Health', pending: 1, oldest: 20 },
      { kind: 'pipeline', subject: 'Funding', amount: 5 },
    ])
    expect(changesBetween(coordinationPolicyFunding, before, after)).toMatchObject([
      { of: 'cell', row: before.rows[1], field: { path: 'subject' }, after: 'Ministry of Health' },
      { of: 'row', before: undefined, after: after.rows[2] },
      { of: 'row', before: before.rows[2], after: undefined },
    ])
  })
})
