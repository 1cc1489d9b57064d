import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { leastBy } from '#shared/domain/forms/checks/least.ts'
import { isRounding } from '#shared/domain/forms/checks/sums.ts'
import { forms } from '#shared/domain/forms/every-form.ts'
import { spellingOf } from '#shared/domain/forms/figure-in-words.ts'
import { type Form, fieldsOf, type Row, type RowForm } from '#shared/domain/forms/form.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import type { Typed } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { brokenRules, consistentRows } from '../../fixtures/consistent-rows.ts'
import { completeDraft, header, narrative } from '../../fixtures/survey-clearance.ts'

const round = roundOf('2026-Q1', laoUxo)
const RUNS = { numRuns: 60 }

const read = (form: Form, row: Typed) =>
  readDraft(form, completeDraft({ rows: [row] }), { round, sector: laoUxo, earlier: [] })
const blocking = (form: Form, row: Typed) => read(form, row).problems.filter(({ level }) => level === 'block')

const withRows = forms.map((form) => {
  if (!form.rows) throw new Error(`${form.twg} has no rows`)
  return [form.twg, form, form.rows] as const
})
const figuresOf = (rows: RowForm) =>
  fieldsOf(rows.schema).filter(({ kind }) => ['count', 'area', 'money', 'percent', 'decimal'].includes(kind))
/** Numbers of a sentence that are followed by nothing they could be in; labels stand in quotation marks. */
const withoutUnits = (message: string) =>
  message.replace(/“[^”]*”/g, '').match(/\d[\d,.]*(?![\d,.])(?! [\p{L}%])/gu) ?? []
const inRules = (rows: RowForm) => [
  ...new Set(rows.checks.filter((check) => check.sum ?? check.needs).flatMap(({ fields }) => fields)),
]

describe.each(withRows)('the form %s', (_twg, form, rows) => {
  it('accepts every consistent report', () => {
    fc.assert(
      fc.property(consistentRows(rows, round, laoUxo), (row) => {
        expect(blocking(form, row)).toEqual([])
        expect(read(form, row).content?.rows).toHaveLength(1)
      }),
      RUNS,
    )
  })

  it('refuses every single cell that breaks a rule, there, and asks where a total is only rounded', () => {
    const change = fc.record({
      which: fc.nat(),
      by: fc.oneof(fc.constantFrom(-1, 1), fc.integer({ min: -900, max: 900 })),
    })
    fc.assert(
      fc.property(consistentRows(rows, round, laoUxo), change, (row, { which, by }) => {
        const paths = inRules(rows).filter((path) => row[path] !== '')
        const path = paths[which % Math.max(1, paths.length)]
        const value = Number(row[path ?? '']) + by
        fc.pre(path !== undefined && by !== 0 && value >= 0)
        const corrupted = { ...row, [path]: String(value) }
        const content = read(form, corrupted)
        const broken = brokenRules(rows.checks, corrupted)
        const asked = broken.filter(({ sum }) => {
          const whole = sum && sum.relation === 'equals' && sum.minus.length === 0 ? sum : undefined
          const total = Number(corrupted[whole?.left[0] ?? ''])
          return (
            whole &&
            isRounding(
              total,
              whole.plus.reduce((added, part) => added + Number(corrupted[part]), 0),
            )
          )
        })
        expect(content.problems.filter(({ level }) => level === 'block')).toHaveLength(broken.length - asked.length)
        expect(content.problems.filter(({ key }) => key.startsWith('rounded:'))).toHaveLength(asked.length)
        for (const check of broken) expect(check.fields).toContain(path)
        for (const { message } of content.problems) expect(withoutUnits(message)).toEqual([])
      }),
      RUNS,
    )
  })

  it('knows of every figure what it is in, and says it where one is far from its past', () => {
    for (const { path, unit, counts } of figuresOf(rows)) expect(unit ?? counts, path).toBeDefined()
    const followed = rows.checks.filter(({ id }) => id.startsWith('trend:'))
    for (const { fields, test } of followed) {
      const rowOf = (value: number) => {
        const row: Record<string, Record<string, number> | number> = {}
        for (const [index, path] of fields.entries()) {
          const [group = '', key] = path.split('.')
          const figure = index === 0 ? value : 0
          row[group] = key === undefined ? figure : { ...(row[group] as Record<string, number>), [key]: figure }
        }
        return row as Row
      }
      const past = { round, previous: rowOf(1), lastFour: [rowOf(1)] }
      const means = { spell: spellingOf(fieldsOf(rows.schema)), least: leastBy(rows.checks), typed: {} }
      const said = [test(rowOf(43_000), past, means), test(rowOf(0), past, means)]
      const [far, zero] = said
      if (far !== undefined) expect(far).toContain('43,000 ')
      expect(zero).toContain('1 ')
      expect(said.flatMap((message) => withoutUnits(message ?? ''))).toEqual([])
    }
  })

  it('names days in words whatever is wrong with one: in the header, in a row, in the narrative', () => {
    const [row = {}] = fc.sample(consistentRows(rows, round, laoUxo), 1)
    const days = fieldsOf(rows.schema).filter(({ kind }) => kind === 'date')
    for (const day of ['2026-04-01', '2026-02-30', '2569-02-01', 'soon']) {
      const wrong = { ...row, ...Object.fromEntries(days.map(({ path }) => [path, day])) }
      const draft = completeDraft({
        header: header({ cutOff: day }),
        narrative: narrative({ decision1By: day }),
        rows: [wrong],
      })
      const { problems } = readDraft(form, draft, { round, sector: laoUxo, earlier: [] })
      const messages = problems.map(({ message }) => message.replace('such day as 2026-02-30', ''))
      expect(messages.some((message) => /\d [A-Z][a-z]+ 2026/.test(message))).toBe(true)
      expect(messages.filter((message) => /\d{4}-\d/.test(message))).toEqual([])
    }
  })

  it('takes a reason for any figures, and breaks no rule over them', () => {
    fc.assert(
      fc.property(consistentRows(rows, round, laoUxo), fc.infiniteStream(fc.boolean()), (row, missing) => {
        const paths = figuresOf(rows).filter(({ path }) => row[path] !== '' && missing.next().value === true)
        const unknown = Object.fromEntries(paths.map(({ path }) => [path, 'n/a returns not yet in']))
        expect(blocking(form, { ...row, ...unknown })).toEqual([])
      }),
      RUNS,
    )
  })

  it('refuses what is negative or, in counts and areas, a fraction', () => {
    for (const { path, kind, when } of figuresOf(rows)) {
      const [sample] = fc.sample(consistentRows(rows, round, laoUxo), { numRuns: 1, seed: 7 })
      const row = { ...sample, ...(when ? { [when.field]: when.is[0] ?? '' } : {}) }
      const mistakes = (typed: string) =>
        blocking(form, { ...row, [path]: typed }).filter(({ field }) => field === path)
      expect(mistakes('-1').length, path).toBeGreaterThan(0)
      if (kind !== 'percent' && kind !== 'decimal') expect(mistakes('1.5').length, path).toBeGreaterThan(0)
    }
  })

  it('reads Lao digits and thousands separators as the same report', () => {
    const paths = new Set(figuresOf(rows).map(({ path }) => path))
    const whole = new Set(figuresOf(rows).flatMap(({ path, kind }) => (kind === 'decimal' ? [] : [path])))
    const retyped = (row: Typed, digits: (typed: string) => string) =>
      Object.fromEntries(Object.entries(row).map(([path, typed]) => [path, paths.has(path) ? digits(typed) : typed]))
    fc.assert(
      fc.property(consistentRows(rows, round, laoUxo), (row) => {
        const plain = read(form, row).content
        const grouped = Object.fromEntries(
          Object.entries(retyped(row, (typed) => (typed === '' ? '' : Number(typed).toLocaleString('en')))).map(
            ([path, typed]) => [path, whole.has(path) ? typed : (row[path] ?? '')],
          ),
        )
        const lao = retyped(row, (typed) =>
          typed.replace(/\d/g, (digit) => String.fromCharCode(0x0ed0 + Number(digit))),
        )
        expect(read(form, grouped).content).toEqual(plain)
        expect(read(form, lao).content).toEqual(plain)
      }),
      { numRuns: 10 },
    )
  })

  it('says of every field what it is: a label, a unit with every measure, one name each', () => {
    const fields = fieldsOf(rows.schema)
    for (const { label, kind, unit, path } of fields) {
      expect(label, path).toMatch(/\S/)
      if (['area', 'adjustment', 'percent', 'money'].includes(kind)) expect(unit, path).toBeDefined()
    }
    const paths = fields.map(({ path }) => path)
    for (const check of rows.checks) for (const path of check.fields) expect(paths, check.id).toContain(path)
    for (const { id, paths: added, where = {} } of rows.indicators)
      for (const path of [...added, ...Object.keys(where)]) expect(paths, id).toContain(path)
    expect(new Set(rows.checks.map(({ id }) => id)).size).toBe(rows.checks.length)
  })
})
