import { describe, expect, it } from 'vitest'
import { seatOrder, seatTurnOn } from '#shared/domain/calendar/seat.ts'
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
})
