import { expect, it } from 'vitest'
import { summarise } from '#shared/domain/briefs/summary.ts'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { figure, indicators } from '../../fixtures/briefs.ts'

const summaryOf = (label: string, unit: string, quarter: number | undefined, previous: number | undefined) => {
  const [line] = indicators
  if (!line) throw new Error('the sample has no indicators')
  return summarise({
    timeliness: 'on-time',
    round: roundOf('2026-Q1', laoUxo),
    indicators: [{ ...line, label, unit, quarter: figure(quarter), previous: figure(previous) }],
    leading: new Set(),
    decisions: 1,
    narrative: undefined,
  })
}

it.each<[string, number | undefined, number | undefined, string[]]>([
  ['m²', 13_105_000, 12_325_000, ['Area: 1,310.5 ha (+6 % on the quarter before).']],
  ['m²', 9_999, 12_325_000, ['Area: 9,999 m² (−100 % on the quarter before).']],
  ['people', 905, 905, ['Area: 905 people (as in the quarter before).']],
  ['people', 80_681, 80_600, ['Area: 80,681 people (about as in the quarter before).']],
  ['USD', 57_159_000, undefined, ['Area: US$ 57,159,000.']],
  ['people', 7, 0, ['Area: 7 people.']],
  ['people', undefined, 7, []],
])('a leading figure in %s, %s after %s, is one line', (unit, quarter, previous, lines) => {
  expect(summaryOf('Area', unit, quarter, previous)).toEqual([
    'Report received on time (due 17 April 2026).',
    ...lines,
    '1 decision requested.',
  ])
})
