import { expect, it } from 'vitest'
import { MOVEMENTS_A_FILE } from '#shared/domain/ledger/export-limits.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { movementWrites, yearWrites } from '#shared/records/ledger.ts'
import { exportLedger } from '#shared/usecases/ledger/export-ledger.ts'
import { listMovements } from '#shared/usecases/ledger/list-movements.ts'
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
      list: (page: number) => listMovements(deps)({ ...filter, page }, secretariat, NOW),
      take: (part?: number) =>
        exportLedger(deps)({ ...filter, format: 'csv', ...(part ? { part } : {}) }, secretariat, NOW),
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
