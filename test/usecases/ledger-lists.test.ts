import { expect, it } from 'vitest'
import { MOVEMENTS_A_FILE } from '#shared/domain/ledger/export-limits.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { movementWrites, yearWrites } from '#shared/records/ledger.ts'
import { exportLedger } from '#shared/usecases/ledger/export-ledger.ts'
import { type LedgerFilter, listMovements } from '#shared/usecases/ledger/list-movements.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { movementOf } from '../fixtures/movements.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const NOW = at('2026-06-01')
const WRITES_AT_ONCE = 100

describeInMemory('a year of many movements', (fresh) => {
  const begin = async (movements: readonly Movement[]) => {
    const { deps, contactAt } = await worldOn(await fresh())
    await deps.records.transact(yearWrites([2026]))
    for (let from = 0; from < movements.length; from += WRITES_AT_ONCE)
      await deps.records.transact(movementWrites(movements.slice(from, from + WRITES_AT_ONCE)))
    const secretariat = await contactAt(SECRETARIAT)
    const filter = { year: '2026', donor: '', source: '', type: '', pillar: '' }
    return {
      list: (page: number, own: Partial<LedgerFilter> = {}) =>
        listMovements(deps)({ ...filter, ...own, page }, secretariat, NOW),
      take: (part?: number, own: Partial<LedgerFilter> = {}) =>
        exportLedger(deps)({ ...filter, ...own, format: 'csv', ...(part ? { part } : {}) }, secretariat, NOW),
    }
  }
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      movementOf({ contribution: `c${n}`, date: `2026-0${1 + (n % 5)}-${10 + ((7 * n) % 20)}` }),
    )

  it('is paged through latest first, each movement once', async () => {
    const { list } = await begin(many(730))
    const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(async (page) => (await list(page)).movements))
    const dates = pages.flat().map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted().reverse())
    expect(new Set(pages.flat().map(({ contribution }) => contribution)).size).toBe(730)
    expect(pages.map((page) => page.length)).toEqual([100, 100, 100, 100, 100, 100, 100, 30])
  })

  it('is listed and taken away as it stood at a moment, and between two days', async () => {
    const [early, late] = [at('2026-03-01'), at('2026-05-01')]
    const paid = { type: 'disbursement' as const, recordedAt: early }
    const { list, take } = await begin([
      movementOf({ ...paid, contribution: 'kept', date: '2026-01-31' }),
      movementOf({ ...paid, contribution: 'withdrawn', date: '2026-02-28' }),
      movementOf({
        contribution: 'withdrawn',
        seq: 2,
        type: 'correction',
        reverses: 1,
        reversesType: 'disbursement',
        withdraws: true,
        date: '2026-02-28',
        recordedAt: late,
      }),
      movementOf({ ...paid, contribution: 'later', date: '2026-02-01', recordedAt: late }),
    ])
    const listed = async (own: Partial<LedgerFilter>) =>
      (await list(1, own)).movements.map(({ contribution, seq }) => `${contribution} ${seq}`)
    expect(await listed({ asOf: early })).toEqual(['withdrawn 1', 'kept 1'])
    expect(await listed({ from: '2026-02-01', until: '2026-02-27' })).toEqual(['later 1'])
    expect(await listed({ year: '', from: '2027-01-01' })).toEqual([])
    expect((await take(undefined, { asOf: early })).movements).toBe(2)
    expect((await take(undefined, { asOf: late })).movements).toBe(2)
    expect((await take(undefined, { asOf: early })).name).toContain('as-of-2026-03-01')
  })

  it('is taken away in parts where one file cannot hold it', async () => {
    const { take } = await begin(many(MOVEMENTS_A_FILE + 1))
    await expect(take()).rejects.toMatchObject({ code: 'too-long' })
    const [part, ...others] = await Promise.all([1, 2, 3].map((number) => take(number)))
    expect(part?.movements).toBeGreaterThan(0)
    expect(new Set([part, ...others].map((one) => one?.name)).size).toBe(3)
  })

  it('is taken away without what an unfinished import has written', async () => {
    const { take } = await begin([movementOf(), movementOf({ contribution: 'c2', import: 'unfinished' })])
    expect((await take()).movements).toBe(1)
  })
})
