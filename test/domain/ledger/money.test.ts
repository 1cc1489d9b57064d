import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyMistake, decimalsOf, isCurrency, minorUnits, spellMoney } from '#shared/domain/ledger/money.ts'

describe('money', () => {
  it('has the decimals of ISO 4217: LAK 2, JPY and KRW 0', () => {
    expect(['USD', 'LAK', 'JPY', 'KRW'].map(decimalsOf)).toEqual([2, 2, 0, 0])
  })

  it('may be in a currency that ISO 4217 took in after the list of the library', () => {
    expect([isCurrency('XCG'), minorUnits('1.05', 'XCG'), currencyMistake('XCG')]).toEqual([true, 105, undefined])
  })

  it('is read exactly, and refused when it has more decimals than the currency', () => {
    expect(minorUnits('1,648,280.50', 'USD')).toBe(164_828_050)
    expect(minorUnits('337379396', 'JPY')).toBe(337_379_396)
    expect(minorUnits('0.1', 'JPY')).toBeUndefined()
    expect(minorUnits('0.29', 'EUR')).toBe(29)
    expect(minorUnits('12.345', 'EUR')).toBeUndefined()
    expect(minorUnits('1e9', 'EUR')).toBeUndefined()
  })

  it('reads back what it spells', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('USD', 'JPY', 'LAK', 'EUR'), (minor, currency) => {
        const spelt = spellMoney(minor, currency)
        expect(minorUnits(spelt.slice(4).replace('−', '-'), currency)).toBe(minor)
      }),
    )
  })
})
