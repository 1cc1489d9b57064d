import { describe, expect, it } from 'vitest'
import { figureAtPlace, needPlace, roundsLeftOut, tracedReport } from '#shared/domain/briefs/trace.ts'
import { rowFormOf } from '#shared/domain/forms/index.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { swgModel, twgModel } from '../../fixtures/briefs.ts'
import { surveyReport } from '../../fixtures/survey-report.ts'

describe('what a figure leaves out', () => {
  const [indicator] = rowFormOf('victim-assistance')?.indicators.filter(({ id }) => id === 'assisted') ?? []
  if (!indicator) throw new Error('the form has no such indicator')
  const place = { twg: 'victim-assistance', indicator: indicator.id, column: 'yearToDate' }

  it('is told part by part, each with its reason', () => {
    const [path = '', other = ''] = indicator.paths
    const [group = '', cell = ''] = path.split('.')
    const cells = { [cell]: { notAvailable: 'not yet in' }, [other.split('.')[1] ?? '']: 4 }
    const traced = tracedReport(indicator, surveyReport([{ [group]: cells }]), place, laoUxo)
    expect(traced.rows.map(({ figure, lacking }) => [figure.value, figure.leftOut, lacking])).toEqual([
      [4, 1, [{ path, reason: 'not yet in' }]],
    ])
  })

  it('is told round by round: of a flow those without a report, of a level those since its figure', () => {
    const model = { ...twgModel, round: '2026-Q4' }
    const of = (measures: 'flow' | 'level', leftOut: number) =>
      roundsLeftOut(model, place, { value: 1, leftOut, sources: ['2026-Q3/any/v1'] }, { ...indicator, measures })
    expect(of('flow', 3)).toEqual(['2026-Q4', '2026-Q2', '2026-Q1'])
    expect(of('level', 1)).toEqual(['2026-Q4'])
    expect(of('flow', 0)).toEqual([])
  })
})

describe('the twelve-month need of a brief', () => {
  it('is traced to the report that states it, and says what was not available', () => {
    const place = needPlace({ report: '2026-Q1/coordination-policy-funding/v1' })
    expect(figureAtPlace(swgModel, place)).toMatchObject({
      line: { unit: 'USD' },
      figure: { value: 45_000_000, leftOut: 1, sources: ['2026-Q1/coordination-policy-funding/v1'] },
    })
    expect(figureAtPlace(swgModel, { ...place, column: '2025-Q4' })).toBeUndefined()
    expect(figureAtPlace({ ...swgModel, gaps: [] }, place)).toBeUndefined()
  })
})
