import { describe, expect, it } from 'vitest'
import { indicatorLines, yearToDate } from '#shared/domain/briefs/figures.ts'
import type { Indicator, Row } from '#shared/domain/forms/form.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'

const report = (round: string, rows: Row[], nil = false) =>
  ({
    round,
    twg: 'any',
    version: 1,
    content: { rows, ...(nil ? { nil: { reason: 'None' } } : {}) },
  }) as unknown as TwgReport
const indicator = (own: Partial<Indicator> = {}): Indicator => ({ id: 'n', label: 'N', unit: '', paths: ['n'], ...own })
const missing = { notAvailable: 'not yet in' }

describe('the year to date', () => {
  it('of what happens adds up, counts what is left out, and takes a nil return for zero', () => {
    const reports = [
      report('2026-Q4', [{ n: 5 }, { n: missing }]),
      undefined,
      report('2026-Q2', [], true),
      report('2026-Q1', [{ n: 2 }]),
    ]
    expect(yearToDate(indicator(), reports)).toEqual({
      value: 7,
      leftOut: 2,
      sources: ['2026-Q4/any/v1', '2026-Q2/any/v1', '2026-Q1/any/v1'],
    })
  })

  it('of what is there is its latest figure: a nil return says nothing of it', () => {
    const reports = [report('2026-Q3', [], true), report('2026-Q1', [{ n: 4 }, { n: 3 }])]
    expect(yearToDate(indicator({ measures: 'level' }), reports)).toEqual({
      value: 7,
      leftOut: 0,
      sources: ['2026-Q1/any/v1'],
    })
  })

  it('of what is there counts each newer quarter whose figure is missing or not available as left out', () => {
    const latest = report('2026-Q1', [{ n: 4 }, { n: 3 }])
    const level = (...newer: (TwgReport | undefined)[]) =>
      yearToDate(indicator({ measures: 'level' }), [...newer, latest, undefined])
    expect(level()).toMatchObject({ value: 7, leftOut: 0 })
    expect(level(undefined)).toMatchObject({ value: 7, leftOut: 1 })
    expect(level(undefined, report('2026-Q2', [{ n: missing }, { n: missing }]))).toMatchObject({
      value: 7,
      leftOut: 2,
    })
    expect(level(report('2026-Q2', [{}]))).toMatchObject({ value: 7, leftOut: 0 })
  })

  it('of a share is the mean over rows, what is not available left out', () => {
    const rows = [{ n: 40 }, { n: 45 }, { n: missing }]
    expect(yearToDate(indicator({ measures: 'share', unit: '%' }), [report('2026-Q4', rows)])).toMatchObject({
      value: 42.5,
      leftOut: 1,
    })
  })

  it('counts and adds only rows of its kind', () => {
    const reports = [
      report('2026-Q1', [
        { kind: 'need', n: 4 },
        { kind: 'need', n: 1 },
        { kind: 'pipeline', n: 9 },
      ]),
    ]
    const where = { kind: ['need'] }
    expect(yearToDate(indicator({ where }), reports).value).toBe(5)
    expect(yearToDate(indicator({ where, paths: [] }), reports).value).toBe(2)
  })

  it('of a yearly figure is left out of a brief until it was asked', () => {
    const share = indicator({ measures: 'share', unit: '%' })
    const lines = (rows: Row[]) =>
      indicatorLines([share], [{ round: '2026-Q1', report: report('2026-Q1', rows) }], laoUxo)
    expect(lines([{}])).toEqual([])
    expect(lines([{ n: 10 }])).toHaveLength(1)
    expect(lines([{ n: missing }])).toHaveLength(1)
  })
})
