import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asNumber, divided, split } from '#shared/domain/ledger/exact.ts'
import { isRate, usdCentsAt } from '#shared/domain/ledger/exchange.ts'

describe('exact arithmetic', () => {
  it('rounds halves away from zero, once', () => {
    expect([5n, -5n, 4n, -4n, 15n].map((n) => divided(n, 10n))).toEqual([1n, -1n, 0n, 0n, 2n])
  })

  it('splits an amount into parts that add up to it, and undoes them part by part when it is reversed', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), weights, (amount, by) => {
        const parts = split(amount, by)
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount)
        expect(split(-amount, by)).toEqual(parts.map((part) => -part))
      }),
    )
  })

  it('refuses to leave its exact form where whole numbers end', () => {
    expect(() => asNumber(2n ** 53n)).toThrow(RangeError)
  })
})

describe('an exchange rate', () => {
  it('converts in both directions, with the minor units of its currency', () => {
    expect(usdCentsAt(50_000_000, 'EUR', '1.0534', 'usd-per-unit')).toBe(52_670_000)
    expect(usdCentsAt(337_379_396, 'JPY', '131.46', 'units-per-usd')).toBe(256_640_344)
    expect(usdCentsAt(100_000_00, 'LAK', '21500', 'units-per-usd')).toBe(465)
    expect(usdCentsAt(1, 'EUR', '0.5', 'usd-per-unit')).toBe(1)
  })

  it('is exact where floating point is not', () => {
    expect(usdCentsAt(900_719_925_474_099, 'EUR', '1.000000000001', 'usd-per-unit')).toBe(900_719_925_475_000)
    expect(usdCentsAt(9e15, 'EUR', '999999999999', 'usd-per-unit')).toBeUndefined()
  })

  it('is a positive plain decimal', () => {
    expect(['1.05', '0.0001', '21500'].map(isRate)).toEqual([true, true, true])
    expect(['0', '0.00', '-1', '1e3', '1,05', '', '1.'].map(isRate)).toEqual(Array(7).fill(false))
  })
})
