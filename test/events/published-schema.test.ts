import { describe, expect, it } from 'vitest'
import { jsonSchema } from '#shared/events/intake/json-schema.ts'
import { readContributionRecorded } from '#shared/events/intake/read-contribution-recorded.ts'
import { valueAt } from '#shared/events/intake/structure-mistakes.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'

const schema = jsonSchema('contribution-recorded.schema.json')
const at = (...path: PropertyKey[]) => valueAt(schema, path)
const DATA = ['properties', 'data', 'properties'] as const

const data = {
  donor: 'Ireland',
  title: 'Clearance',
  pillars: { notDisaggregated: [] as string[] },
  source: 'donor',
  movements: [{ type: 'disbursement', date: '2026-03-02', amount: '100', currency: 'USD' }],
}
const reasons = (detail: object) => {
  const read = readContributionRecorded(detail, 'our-ministry', laoUxo, '2026-06-01')
  return 'reasons' in read ? read.reasons : []
}

describe('what the published schema says of an event', () => {
  it('is what is taken of percentages: every hundredth, without a division that is not exact', () => {
    expect(JSON.stringify(schema)).not.toContain('multipleOf')
    const shares = (percent: number, rest: number) =>
      reasons({
        id: 'a',
        data: {
          ...data,
          pillars: [
            { pillar: 'a', percent },
            { pillar: 'b', percent: rest },
          ],
        },
      })
    for (let part = 0; part <= 10_000; part += part === 3_333 || part === 1_429 || part < 10 ? 1 : 97)
      expect(shares(part / 100, (10_000 - part) / 100)).toEqual([])
    for (const percent of [33.33, 14.29, 0.07]) expect(shares(percent, Number((100 - percent).toFixed(2)))).toEqual([])
    expect(shares(33.333, 66.667)).toEqual([
      'data.pillars.0.percent: Give two decimals at most (given: “33.333”)',
      'data.pillars.1.percent: Give two decimals at most (given: “66.667”)',
    ])
    expect(at(...DATA, 'pillars', 'anyOf', 1, 'items', 'properties', 'percent')).toMatchObject({
      type: 'number',
      minimum: 0,
      maximum: 100,
      description: expect.stringContaining('Two decimals at most'),
    })
  })

  it.each([
    ['donor', [...DATA, 'donor'], (text: string) => ({ donor: text })],
    ['title', [...DATA, 'title'], (text: string) => ({ title: text })],
    [
      'pillar',
      [...DATA, 'pillars', 'anyOf', 0, 'properties', 'notDisaggregated', 'items'],
      (text: string) => ({ pillars: { notDisaggregated: [text] } }),
    ],
  ])('is what is taken of a %s: empty or of blanks alone it is neither valid nor taken', (_, path, own) => {
    const { minLength, pattern } = at(...path) as { minLength: number; pattern: string }
    const isValid = (text: string) => text.length >= minLength && new RegExp(pattern, 'u').test(text)
    for (const text of ['', ' ', '\u00a0', 'Ireland', ' Ireland ', 'ໄອແລນ'])
      expect([text, reasons({ id: 'a', data: { ...data, ...own(text) } }).length === 0]).toEqual([text, isValid(text)])
  })

  it('is what is taken of an id: no blank before or behind it', () => {
    const { pattern } = at('properties', 'id') as { pattern: string }
    for (const id of ['a', 'a b', ' a', 'a ', ' '])
      expect([id, reasons({ id, data }).length === 0]).toEqual([id, new RegExp(pattern, 'u').test(id)])
  })
})
