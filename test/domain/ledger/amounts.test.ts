import { describe, expect, it } from 'vitest'
import { usdMistake } from '#shared/domain/ledger/plausible-usd.ts'
import { readAmount } from '#shared/domain/ledger/read-amount.ts'
import { readMovement } from '#shared/domain/ledger/read-movement.ts'
import { typedMovement } from '../../fixtures/typed-contribution.ts'

describe('an amount', () => {
  it.each([
    ['1,648,280.50', 'USD', 164_828_050],
    ['1 648 280.50', 'USD', 164_828_050],
    ['1\u202f000', 'EUR', 100_000],
    ['1\u00a0000', 'JPY', 1000],
    ['໑໐໐໐', 'LAK', 100_000],
    ['1.000', 'KWD', 1000],
  ])('is read from %j in %s', (typed, currency, minor) => {
    expect(readAmount(typed, currency)).toEqual({ minor })
  })

  it.each([
    ['$5', 'USD', /leave out the sign of the currency/],
    ['EUR 5', 'EUR', /leave out the sign of the currency/],
    ['₭5', 'LAK', /leave out the sign of the currency/],
    ['1e9', 'EUR', /leave out the sign/],
    ['abc', 'EUR', /“abc” is not an amount in EUR$/],
    ['1.000,50', 'EUR', /such as 1,000\.50/],
    ['1.000', 'EUR', /such as 1,000\.50/],
    ['1.000', 'JPY', /such as 1,000\.50/],
    ['10,50', 'EUR', /such as 1,000\.50/],
    ['1 00', 'EUR', /is not an amount in EUR$/],
    ['12345.678', 'EUR', /which has 2 decimals/],
    ['5.5', 'JPY', /which has no decimals/],
    ['0', 'EUR', /it is zero/],
    ['0.00', 'EUR', /it is zero/],
    ['-5', 'EUR', /it is negative/],
    ['', 'EUR', /^Enter an amount in EUR$/],
  ])('is refused as %j in %s, with how it is meant to be written', (typed, currency, mistake) => {
    expect(readAmount(typed, currency)).toEqual({ mistake: expect.stringMatching(mistake) })
  })
})

describe('what an amount was worth in US$', () => {
  it.each([
    [100_00, 'USD', 100_00],
    [1_000_000_00, 'EUR', 1_316_900_00],
    [1_000_000_00, 'EUR', 852_300_00],
    [337_379_396, 'JPY', 2_566_428_00],
    [1_000_000_00, 'LAK', 46_51],
    [1_000_000_00, 'LAK', 1_400_00],
    [1_000_000, 'VND', 38_00],
    [4_000_000_00, 'KHR', 1_000_00],
    [1_000_000_00, 'MMK', 10],
    [1_000_000, 'BHD', 2_660_00],
  ])('may be: %i %s, %i US cents', (minor, currency, cents) => {
    expect(usdMistake(minor, currency, cents)).toBeUndefined()
  })

  it.each([
    [100_00, 'USD', 99_99, 'Differs from the amount, which is in USD already: USD 100.00'],
    [1_000_000_00, 'EUR', 110_000_000_00, 'would be US$ 110 for one EUR, which is usually about 1.15'],
    [1_000_000_00, 'EUR', 11_000_00, 'would be US$ 0.011 for one EUR'],
    [337_379_396, 'JPY', 337_379_396_00, 'would be US$ 1 for one JPY'],
    [500_000_00, 'LAK', 500_000_00, 'would be 1 LAK for one US$, which is usually worth about 10000'],
    [1_000_000_00, 'LAK', 46, 'would be 2170000 LAK for one US$'],
    [23_00, 'MMK', 500_000_00, 'would be US$ 21700 for one MMK, which is more than any currency is worth'],
  ])('is refused: %i %s, %i US cents', (minor, currency, cents, mistake) => {
    expect(usdMistake(minor, currency, cents)).toContain(mistake)
  })
})

describe('a movement', () => {
  const mistakesOf = (own: Parameters<typeof typedMovement>[0]) => {
    const read = readMovement(typedMovement(own), { today: '2026-06-01', source: 'donor' })
    return 'mistakes' in read ? read.mistakes.map(({ field, message }) => `${field}: ${message}`) : []
  }
  const rate = { usd: '', rate: '1.05', rate_direction: 'usd-per-unit', rate_source: 'ECB', rate_date: '2026-06-01' }

  it('of nothing, or worth nothing, is refused', () => {
    expect(mistakesOf({ usd: '0' })).toEqual([
      'usd: “0” is not an amount in USD: it is zero. Leave out what was not given',
    ])
    expect(mistakesOf({ amount: '0', usd: '' })).toEqual([
      expect.stringContaining('amount: “0”'),
      'usd: Enter the amount in US$, or an exchange rate',
    ])
    expect(mistakesOf({ ...rate, amount: '0.01', rate: '0.25' })).toEqual(['rate: Gives less than a cent'])
  })

  it('loses nothing of a rate that was typed: what is not used is refused', () => {
    expect(mistakesOf({ ...rate, currency: 'USD' })).toEqual(['rate: Leave it empty: the amount is in US$'])
    const half = 'rate: Enter the rate, or leave its source and day empty'
    for (const left of [{ rate_source: 'ECB' }, { rate_date: '2026-06-01' }]) expect(mistakesOf(left)).toEqual([half])
  })

  it('that is wrong in several fields is refused with every one of them that can be told by itself', () => {
    const wrongRate = { rate: '1,05', rate_direction: 'up', rate_source: '', rate_date: '2030-01-01' }
    expect(mistakesOf({ currency: 'EURO', amount: 'minus five', usd: '-1', ...wrongRate })).toEqual([
      'currency: “EURO” is not an ISO 4217 code such as EUR',
      'amount: “minus five” is not an amount',
      'usd: “-1” is not an amount in USD: it is negative',
      expect.stringMatching(/^rate: /),
      expect.stringMatching(/^rate_direction: /),
      expect.stringMatching(/^rate_source: /),
      expect.stringMatching(/^rate_date: /),
    ])
    expect(mistakesOf({ amount: '-5', usd: 'x' }).map((one) => one.split(':')[0])).toEqual(['amount', 'usd'])
    expect(mistakesOf({ currency: 'XAU', amount: '1.234', usd: '' })).toEqual([expect.stringMatching(/^currency: /)])
  })

  it('takes no rate of a day to come, nor one that cannot be', () => {
    expect(mistakesOf(rate)).toEqual([])
    expect(mistakesOf({ ...rate, rate_date: '2026-06-02' })).toEqual([
      'rate_date: No rate is known of a day to come: 2 June 2026',
    ])
    expect(mistakesOf({ ...rate, rate_date: '1850-06-02' })).toEqual([expect.stringContaining('1975 to 2099')])
    expect(mistakesOf({ ...rate, rate: '105' })).toEqual([expect.stringContaining('look for a misplaced point')])
  })

  it('names a source of its rate that is too long, and cuts nothing', () => {
    expect(mistakesOf({ ...rate, rate_source: 'x'.repeat(101) })).toEqual([
      expect.stringContaining('rate_source: Is longer'),
    ])
  })

  it('of a year alone is read, and offered in our era', () => {
    expect(mistakesOf({ date: '2025' })).toEqual([])
    expect(mistakesOf({ date: '2568' })).toEqual([
      'date: 2568 is a year of the Buddhist era: enter 2025 if that is the year you mean',
    ])
    expect(mistakesOf({ date: '9999' })).toEqual([expect.stringContaining('no year of our time')])
    expect(mistakesOf({ date: '1850' })).toEqual([expect.stringContaining('1975 to 2099')])
  })

  it('in US$ is told to leave the US$ empty where both differ', () => {
    expect(mistakesOf({ currency: 'usd', amount: '100', usd: '101' })).toEqual([
      expect.stringContaining('Leave it empty'),
    ])
    expect(mistakesOf({ currency: 'USD', amount: '100', usd: '' })).toEqual([])
  })
})
