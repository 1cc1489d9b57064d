import { describe, expect, it } from 'vitest'
import { measuredBy } from '#shared/domain/forms/field.ts'
import { fieldsOf } from '#shared/domain/forms/form.ts'
import { rowFormOf } from '#shared/domain/forms/index.ts'
import { isFigure } from '#shared/domain/forms/table.ts'

/** What does not happen in the quarter: every other figure of the form is a flow. */
const STANDING: Readonly<Record<string, { readonly level: readonly string[]; readonly share: readonly string[] }>> = {
  'survey-clearance': {
    level: ['teams', 'handover.waiting', 'inventory.opening', 'inventory.closing'],
    share: [],
  },
  'victim-assistance': { level: [], share: ['sdg.incomeSecurity', 'sdg.mainstreamed'] },
  'risk-education': { level: [], share: ['sdg.informed'] },
  'information-management': {
    level: [
      'operators.due',
      'operators.reporting',
      'operators.onTime',
      'records.opening',
      'records.closing',
      'records.backlog',
      'differences.area',
      'differences.devices',
    ],
    share: ['requests.medianDays', 'readiness.formF', 'readiness.formG', 'readiness.formH', 'readiness.formI'],
  },
  'coordination-policy-funding': { level: ['pending', 'amount'], share: ['oldest'] },
}

describe.each(Object.keys(STANDING))('of %s', (twg) => {
  const rows = rowFormOf(twg)
  const figures = fieldsOf(rows?.schema ?? expect.fail('the form has rows')).filter(isFigure)
  const thatMeasure = (what: string) => figures.filter((field) => measuredBy(field) === what).map(({ path }) => path)

  it('stocks and teams are levels, percentages, medians and ages are shares, all else happens in the quarter', () => {
    expect({ level: thatMeasure('level'), share: thatMeasure('share') }).toEqual(STANDING[twg])
  })

  it('an indicator adds up only what measures the same, and measures that', () => {
    for (const { id, paths, measures } of rows?.indicators ?? []) {
      if (paths.length === 0) continue
      expect([...new Set(figures.filter(({ path }) => paths.includes(path)).map(measuredBy))], id).toEqual([measures])
    }
  })
})
