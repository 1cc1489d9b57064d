import { serialize } from 'node:v8'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LedgerExtract } from '#shared/domain/ledger/analysis/extract.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { movementOf } from '../../fixtures/movements.ts'

const extractOf = (movements: readonly Movement[], most: number, years = [2026]) => {
  const extract = new LedgerExtract(most)
  for (const movement of movements) extract.add(movement)
  return extract.result(years)
}
const sized = (n: number): Movement => movementOf({ contribution: `c${n}`, usdCents: n * 100 })

describe('the ledger in an annex', () => {
  it('lists the largest movements of a year by day, each with its contribution, and says how many it leaves out', () => {
    const movements = [3, 1, 4, 2].map((n) => ({ ...sized(n), date: `2026-0${n}-01` }))
    expect(extractOf(movements, 3)).toMatchObject([
      {
        year: 2026,
        rows: [
          { contribution: 'c2', usdCents: 200 },
          { contribution: 'c3', usdCents: 300 },
          { contribution: 'c4', usdCents: 400 },
        ],
        others: 1,
      },
    ])
  })

  it('shows neither what a correction took back nor the correction, whichever came first', () => {
    const wrong = sized(9)
    const back = movementOf({
      ...wrong,
      seq: 2,
      type: 'correction',
      usdCents: -900,
      reverses: 1,
      reversesType: 'disbursement',
    })
    const instead = movementOf({ ...wrong, seq: 3, usdCents: 500, replaces: 1 })
    for (const movements of [
      [wrong, back, instead],
      [instead, back, wrong],
    ])
      expect(extractOf(movements, 5)).toMatchObject([{ rows: [{ usdCents: 500 }], others: 0 }])
  })

  it('has others to show where the largest of a long year are taken back', () => {
    const movements = Array.from({ length: 20 }, (_, n) => sized(n + 1))
    const backs = [20, 19, 18].map((n) =>
      movementOf({ ...sized(n), seq: 2, type: 'correction', reverses: 1, reversesType: 'disbursement' }),
    )
    expect(extractOf([...movements, ...backs], 3)).toMatchObject([
      { rows: [{ usdCents: 1700 }, { usdCents: 1600 }, { usdCents: 1500 }], others: 14 },
    ])
  })

  it('holds no more of a long ledger than of a short one', () => {
    const held = (count: number) => {
      const extract = new LedgerExtract(3)
      for (let n = 1; n <= count; n++) extract.add(sized(n))
      return serialize({ ...extract }).length
    }
    expect(held(5_000)).toBeLessThan(2 * held(13))
  })

  it('leaves out what is only passed on, and years without anything', () => {
    expect(extractOf([movementOf({ parent: 'c0' })], 5)).toEqual([])
    expect(extractOf([sized(1)], 5, [2026, 2025])).toHaveLength(1)
  })

  it('is the same in whatever order a ledger of any length goes by', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          Array.from({ length: 60 }, (_, n) => n + 1),
          { minLength: 60 },
        ),
        (order) => {
          const [year] = extractOf(order.map(sized), 3)
          expect(year?.rows.map(({ usdCents }) => usdCents).toSorted()).toEqual([5800, 5900, 6000])
          expect(year?.others).toBe(57)
        },
      ),
    )
  })
})
