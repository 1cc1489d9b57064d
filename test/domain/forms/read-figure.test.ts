import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFigure } from '#shared/domain/forms/read-figure.ts'

const figure = (typed: string, kind: Parameters<typeof readFigure>[1] = 'count') => {
  const read = readFigure(typed, kind)
  return 'figure' in read ? read.figure : read.mistake
}

describe('a figure as people type it', () => {
  it.each([
    ['0', 0],
    [' 1250 ', 1250],
    ['1,250', 1250],
    ['1 250 000', 1_250_000],
    ['໑໒໕໐', 1250],
    ['１２５', 125],
    ['1.250.000', 1_250_000],
    ['1.000.000', 1_000_000],
    ['1.250', 1250],
    ['12.345', 12_345],
    ['໑.໒໕໐', 1250],
  ])('%j is a number', (typed, value) => expect(figure(typed)).toBe(value))

  it.each([
    ['12.5 hectares', 125_000],
    ['1 hectare', 10_000],
    ['໑໒.໕ ເຮັກຕາ', 125_000],
    ['12 ຮຕ', 120_000],
    ['2,500 sq m', 2500],
    ['2500 ຕາແມັດ', 2500],
    ['2500 ຕາລາງແມັດ', 2500],
  ])('%j is an area, its unit spelt as people do', (typed, value) => {
    expect(figure(typed, 'area')).toBe(value)
    expect(figure(typed)).toMatch(/without “(ha|m²)”/)
  })

  it('keeps “not available” apart from zero, with its reason', () => {
    expect(figure('n/a: nobody measured the 5 hectares')).toEqual({ notAvailable: 'nobody measured the 5 hectares' })
    expect(figure('n/a returns not yet in')).toEqual({ notAvailable: 'returns not yet in' })
    expect(figure('N/A: flooded road')).toEqual({ notAvailable: 'flooded road' })
    expect(figure('n/a only 10² m counted')).toEqual({ notAvailable: 'only 10² m counted' })
    expect(figure('n/a')).toMatch(/why/)
  })

  it.each([
    ['', /Enter a number/],
    ['12,50', /with a point, such as 12.50/],
    ['12,5 ha', /with a point, such as 12.5 ha/],
    ['12,3456', /with a point/],
    ['5 %', /without “%”/],
    ['$5', /without “\$”/],
    ['-3', /not negative/],
    ['1.000', /in two ways: enter 1,000 or 1$/],
    [`n/a ${'x'.repeat(201)}`, /Shorten the reason after n\/a to 200 characters; it has 201/],
    ['n/a lost\u202e', /invisible character/],
    ['1.5', /whole number/],
    ['1.0000000000000000001', /whole number/],
    ['10²', /“10²” is not a number/],
    ['²', /not a number/],
    ['①', /not a number/],
    ['1½', /not a number/],
    ['0,125', /with a point, such as 0\.125$/],
    ['abc', /“abc” is not a number/],
    ['5 ha', /without “ha”/],
    ['<script>', /not a number/],
  ])('%j is refused with what to do', (typed, message) => expect(figure(typed)).toMatch(message))

  it('takes hectares where an area is asked, to the square metre', () => {
    expect(figure('12.5 ha', 'area')).toBe(125_000)
    expect(figure('2,543ha', 'area')).toBe(25_430_000)
    expect(figure('0.0001 ha', 'area')).toBe(1)
    expect(figure('0.00001 ha', 'area')).toMatch(/at most four decimals/)
    expect(figure('12.5', 'area')).toMatch(/whole square metres/)
    expect(figure('1.125 ha', 'area')).toMatch(/enter 1,125 ha or 1\.1250 ha$/)
    expect(figure('1.1250 ha', 'area')).toBe(11_250)
    expect(figure('0.125 ha', 'area')).toBe(1250)
    expect(figure('12 m²', 'area')).toBe(12)
    expect(figure('1.000 m2', 'area')).toMatch(/in two ways/)
    expect(figure('USD 1.000', 'money')).toMatch(/in two ways/)
  })

  it('takes several groups of three after points for thousands, whatever is asked', () => {
    for (const kind of ['count', 'area', 'adjustment', 'decimal', 'money'] as const)
      expect(figure('1.250.000', kind)).toBe(1_250_000)
    expect(figure('US$ 41.300.000', 'money')).toBe(41_300_000)
    expect(figure('1.250.000 m²', 'area')).toBe(1_250_000)
    expect(figure('-1.250.000', 'adjustment')).toBe(-1_250_000)
    expect(figure('1.250', 'area')).toMatch(/with commas: 1,250; decimals are not asked here$/)
    expect(figure('1.250 ha', 'area')).toMatch(/in two ways/)
    expect(figure('1.250.00')).toMatch(/not a number/)
  })

  it('keeps three decimals where decimals are asked, unless they end in 0', () => {
    expect(figure('4.125', 'decimal')).toBe(4.125)
    expect(figure('33.333 %', 'percent')).toBe(33.333)
    expect(figure('4.500', 'decimal')).toMatch(/enter 4500 or 4\.5$/)
    expect(figure('2,125', 'decimal')).toMatch(/in two ways: enter 2125 or 2\.125$/)
    expect(figure('33,333 %', 'percent')).toMatch(/with a point, such as 33\.333 %$/)
    expect(figure('12,125,000', 'decimal')).toBe(12_125_000)
  })

  it('takes a share with its sign and dollars with their name, and nothing else behind them', () => {
    expect(figure('62.5 %', 'percent')).toBe(62.5)
    for (const typed of ['US$ 41,300,000', 'usd 41300000', '41 300 000 USD', '$41,300,000'])
      expect(figure(typed, 'money')).toBe(41_300_000)
    expect(figure('41.3', 'money')).toMatch(/whole number/)
    expect(figure('4 ha', 'money')).toMatch(/without “ha”/)
  })

  it('lets only an adjustment be negative, with a plain hyphen or a minus sign', () => {
    expect(figure('-1,000', 'adjustment')).toBe(-1000)
    expect(figure('−0.5 ha', 'adjustment')).toBe(-5000)
  })

  it('reads every whole number back, with or without separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (value) => {
        expect(figure(String(value))).toBe(value)
        expect(figure(value.toLocaleString('en'))).toBe(value)
      }),
    )
  })

  it('never takes text for a number', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readFigure(typed, 'count')
        if ('figure' in read && typeof read.figure === 'number') expect(typed.normalize('NFKC')).toMatch(/\d|[໐-໙]/)
      }),
    )
  })
})
