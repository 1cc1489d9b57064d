import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SeatChange, seatOrder, seatTurnOn, seatTurns } from '#shared/domain/calendar/seat.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'

describe('the donor seat', () => {
  it('goes by the alphabet from 2025: Canada, Ireland, Japan', () => {
    expect(['2025-06-01', '2026-06-01', '2027-06-01'].map((day) => seatTurnOn(day, laoUxo)?.donor)).toEqual([
      'canada',
      'ireland',
      'japan',
    ])
  })

  it('changes hands at the turn of the year', () => {
    expect(seatTurnOn('2026-01-01', laoUxo)).toEqual({ donor: 'ireland', from: '2026-01-01', until: '2026-12-31' })
    expect(seatTurnOn('2025-12-31', laoUxo)?.donor).toBe('canada')
  })

  it('sorts the Republic of Korea under R, unless the sector file gives another protocol name', () => {
    const order = (sector: typeof laoUxo) => seatOrder(sector).map(({ id }) => id)
    expect(order(laoUxo).indexOf('republic-of-korea')).toBe(6)
    const renamed = structuredClone(laoUxo)
    for (const donor of renamed.donorSeat.donors)
      if (donor.id === 'republic-of-korea') donor.sortName = 'Korea, Republic of'
    expect(order(renamed).indexOf('republic-of-korea')).toBe(3)
  })

  it('begins anew after the last donor, and has no holder before the rotation began', () => {
    expect(seatTurnOn('2034-03-01', laoUxo)?.donor).toBe('canada')
    expect(seatTurnOn('2024-12-31', laoUxo)).toBeUndefined()
  })

  it('covers every day from the beginning of the rotation without gap or overlap, whatever was skipped and swapped', () => {
    const start = fc.integer({ min: 2025, max: 2060 }).map((year) => `${year}-01-01`)
    const change = fc
      .record({ kind: fc.constantFrom('skip' as const, 'swap' as const), from: start, with: start })
      .map((own): SeatChange => ({ ...own, donor: '', reason: 'r', by: 'b', at: '2025-01-01T00:00:00.000Z' }))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.integer({ min: 2025, max: 2070 }), (changes, year) => {
        const turns = seatTurns(`${year}-06-30`, laoUxo, changes)
        expect(turns.map(({ from, until }) => `${from} ${until}`)).toEqual(
          Array.from({ length: year - 2024 }, (_, n) => `${2025 + n}-01-01 ${2025 + n}-12-31`),
        )
        for (const { donor } of turns) expect(laoUxo.donorSeat.donors.map(({ id }) => id)).toContain(donor)
      }),
    )
  })

  it('keeps a term of several years as set', () => {
    const sector = { ...laoUxo, donorSeat: { ...laoUxo.donorSeat, termYears: 2 } }
    expect(seatTurnOn('2028-02-29', sector)).toEqual({ donor: 'ireland', from: '2027-01-01', until: '2028-12-31' })
  })
})
