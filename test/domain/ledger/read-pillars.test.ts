import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pillars } from '#shared/domain/ledger/contribution.ts'
import { entriesOf } from '#shared/domain/ledger/entries.ts'
import { readPillars, spellPillars } from '#shared/domain/ledger/read-pillars.ts'

const read = (typed: string) => {
  const mistakes: string[] = []
  const pillars = readPillars(entriesOf(typed), (message) => mistakes.push(message))
  return { pillars, mistakes }
}
const split = (clearance: number, education: number) => ({
  pillars: [
    { pillar: 'clearance', percent: clearance },
    { pillar: 'risk education', percent: education },
  ],
  mistakes: [],
})

describe('the pillars of a contribution', () => {
  it.each([
    'clearance 60; risk education 40',
    'clearance: 60 %; risk education = 40%',
    '60% clearance; 40% risk education',
    '60 clearance; 40 risk education',
    '60 % – clearance; 40 percent: risk education',
    'clearance (60%); risk education(40)',
    '(60%) clearance; (40) risk education',
    'clearance 60 percent; risk education 40 per cent',
    'clearance - 60%; risk education — 40%',
    'clearance ໖໐; risk education 40％',
    '"clearance" 60%; "risk education" (40%)',
  ])('have their percentages before or behind them: %s', (typed) => {
    expect(read(typed)).toEqual(split(60, 40))
  })

  it('have percentages of two decimals at most, after a point or a comma', () => {
    expect(read('clearance 33,3; risk education 66,7')).toEqual(split(33.3, 66.7))
    expect(read('33,33% clearance; risk education 66.67')).toEqual(split(33.33, 66.67))
    expect(read('clearance 33.333; risk education 66.667').mistakes).toEqual([
      '“clearance 33.333” has more than two decimals: round the percentages so that they add up to 100',
    ])
  })

  it('keep their names to the letter, in Lao too', () => {
    expect(read('ໜ່ວຍງານ ໖໐; ກູ້ລະເບີດ 40').pillars).toEqual([
      { pillar: 'ໜ່ວຍງານ', percent: 60 },
      { pillar: 'ກູ້ລະເບີດ', percent: 40 },
    ])
  })

  it('may be one, of all of it', () => {
    expect(read('100% clearance')).toEqual({ pillars: [{ pillar: 'clearance', percent: 100 }], mistakes: [] })
  })

  it.each([
    'clearance -10; risk education 110',
    'clearance 60, risk education 40',
    '60% clearance, 40% risk education',
    'clearance 60% risk education 40%',
    'clearance 33 1/3; risk education 66 2/3',
    'clearance ½; risk education ½',
    'clearance: % ; risk education',
    'clearance 60%%; risk education 40',
    'phase 2 clearance',
    'clearance, 3 provinces',
    '60%',
  ])('are refused where a number is not understood, never taken for a name: %s', (typed) => {
    expect(read(typed).mistakes).toHaveLength(1)
  })

  it('may hold numbers where they stand in quotes', () => {
    expect(read('"phase 2" 60; "100 % local" (40%)')).toEqual({
      pillars: [
        { pillar: 'phase 2', percent: 60 },
        { pillar: '100 % local', percent: 40 },
      ],
      mistakes: [],
    })
    expect(read('"phase 2"; clearance')).toEqual({
      pillars: { notDisaggregated: ['phase 2', 'clearance'] },
      mistakes: [],
    })
  })

  it('are read again as they were spelt, whatever their names hold', () => {
    const name = fc
      .oneof(
        fc.string({ minLength: 1, maxLength: 20 }),
        fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'a1 %(),.-–:="\'໖½;') }),
      )
      .map((text) => text.normalize('NFC').trim())
      .filter((text) => text !== '')
    const shares: fc.Arbitrary<Pillars> = fc
      .tuple(name, name, fc.integer({ min: 0, max: 10_000 }))
      .map(([pillar, other, part]) => [
        { pillar, percent: part / 100 },
        { pillar: other, percent: (10_000 - part) / 100 },
      ])
    const names: fc.Arbitrary<Pillars> = fc
      .array(name, { maxLength: 3 })
      .map((notDisaggregated) => ({ notDisaggregated }))
    fc.assert(
      fc.property(fc.oneof(shares, names), (pillars) => {
        expect(read(spellPillars(pillars))).toEqual({ pillars, mistakes: [] })
      }),
      { numRuns: 2000 },
    )
  })
})
