import { describe, expect, it } from 'vitest'
import { zerosOf } from '#infra/rehearsal/figures/sample.ts'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { fieldsOf, type RowForm } from '#shared/domain/forms/form.ts'
import { formOf, rowFormOf } from '#shared/domain/forms/index.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import { isFigure } from '#shared/domain/forms/table.ts'
import type { TwgReport, Typed } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { completeDraft } from '../../fixtures/survey-clearance.ts'

const round = roundOf('2026-Q1', laoUxo)
const NAMES: Readonly<Record<string, Typed>> = {
  'coordination-policy-funding': { kind: 'mous', ...{ pending: '9', oldest: '9' } },
  'risk-education': { province: '09', operator: 'MAG', languages: 'lao' },
  'information-management': {},
}

/** What is asked about one figure of a report, all else at zero, after the quarters given, newest first; undefined where there was no row. */
const asked = (twg: string, path: string, now: string, past: readonly (string | undefined)[]): string[] => {
  const form = formOf(twg) ?? expect.fail()
  const read = (value: string, earlier: readonly (TwgReport | undefined)[]) => {
    const row = { ...zerosOf(form), province: '09', operator: 'MAG', ...NAMES[twg], [path]: value }
    const known = new Set(fieldsOf(form.rows?.schema ?? expect.fail()).map((field) => field.path))
    const typed = Object.fromEntries(Object.entries(row).filter(([name]) => known.has(name)))
    return readDraft(form, completeDraft({ rows: [typed] }), { round, sector: laoUxo, earlier })
  }
  const rowOf = (value: string) => {
    const { content } = read(value, [])
    return { content: content ?? expect.fail(`${path} ${value}`) } as TwgReport
  }
  const earlier = past.map((value) => (value === undefined ? undefined : rowOf(value)))
  return read(now, earlier).problems.flatMap(({ key, message }) => (key.startsWith('trend:') ? [message] : []))
}
const tasks = (now: string, ...past: (string | undefined)[]) => asked('survey-clearance', 'eodSpotTasks', now, past)

describe('a figure that falls to zero', () => {
  it('is asked about after a quarter that was above it', () => {
    expect(tasks('0', '100', '100')).toEqual(['Zero, after 100 tasks last quarter'])
    expect(tasks('0', '1')).toEqual(['Zero, after 1 task last quarter'])
  })

  it.each([
    ['not available', 'n/a not in yet'],
    ['not reported', undefined],
    ['zero itself', '0'],
  ])('is asked about when the quarter before was %s and the others were not', (_, last) => {
    const mean = last === '0' ? 75 : 100
    expect(tasks('0', last, '100', '100', '100')).toEqual([
      `Zero, after a mean of ${mean} tasks in the last four quarters`,
    ])
  })

  it('is not asked about again each quarter where it was above zero once', () => {
    expect(tasks('0', '0', '2', '0', '0')).toEqual([])
    expect(tasks('0', '0', '0', '0', '0')).toEqual([])
    expect(tasks('0')).toEqual([])
  })
})

describe('a figure that leaves its past', () => {
  it('is asked about outside half to twice the mean of the last four quarters', () => {
    expect(tasks('49', '100', '100')).toEqual([
      '49 tasks, outside half to twice the mean of the last four quarters (100 tasks)',
    ])
    expect(tasks('50', '100', '100')).toEqual([])
    expect(tasks('200', '100', '100')).toEqual([])
    expect(tasks('201', 'n/a not in yet', '100')).toHaveLength(1)
    expect(tasks('n/a not in yet', '100')).toEqual([])
  })

  it('is not asked about while it and its mean are below five, but for accidents and critical faults', () => {
    expect(tasks('4', '1', '1')).toEqual([])
    expect(tasks('5', '1', '1')).toEqual(['5 tasks, outside half to twice the mean of the last four quarters (1 task)'])
    expect(asked('survey-clearance', 'accidents', '1', ['0', '0'])).toHaveLength(1)
    expect(asked('survey-clearance', 'quality.critical', '3', ['1', '1'])).toHaveLength(1)
    expect(asked('victim-assistance', 'accidents', '3', ['1', '1'])).toHaveLength(1)
  })

  it('as a percentage is compared in points', () => {
    const ready = (now: string, ...past: string[]) => asked('information-management', 'readiness.formF', now, past)
    expect(ready('10', '30', '30')).toEqual([])
    expect(ready('85', '60', '60')).toEqual([])
    expect(ready('86', '60', '60')).toEqual([
      '86 %, more than 25 points from the mean of the last four quarters (60 %)',
    ])
    expect(ready('0', '60')).toEqual(['Zero, after 60 % last quarter'])
  })
})

/** Figures that no trend asks about: parts of a total, what must begin as it ended, what is given with its reason. */
const UNFOLLOWED: Readonly<Record<string, RegExp>> = {
  'survey-clearance': /^(landUse\.|inventory\.(opening|adjustment)$|handover\.waiting$|.*WithDisabilities$)/,
  'victim-assistance': /^(casualties\.(killed|injured)$|killed\.|injured\.|device\.|activity\.|.*WithDisabilities$)/,
  'risk-education': /^(methods\.|participants\.)/,
  'information-management': /^(records\.opening$|.*WithDisabilities$)/,
  'coordination-policy-funding': /^$/,
}

describe.each(Object.keys(UNFOLLOWED))('of %s', (twg) => {
  const rows: RowForm = rowFormOf(twg) ?? expect.fail('the form has rows')
  const followed = rows.checks.filter(({ id }) => id.startsWith('trend:')).flatMap(({ fields }) => fields)

  it('every figure is followed once, except parts of a total and what another rule explains', () => {
    const figures = fieldsOf(rows.schema).filter(isFigure)
    const wanted = figures.map(({ path }) => path).filter((path) => !UNFOLLOWED[twg]?.test(path))
    expect(followed.toSorted()).toEqual(wanted.toSorted())
  })
})
