import { expect, it } from 'vitest'
import type { RecordStore } from '#shared/records/record-store.ts'
import { enterContribution } from '#shared/usecases/ledger/enter-contribution.ts'
import { listMovements } from '#shared/usecases/ledger/list-movements.ts'
import { readDonor } from '#shared/usecases/ledger/read-donor.ts'
import { readLedger } from '#shared/usecases/ledger/read-ledger.ts'
import { reconcileYear } from '#shared/usecases/ledger/reconcile-year.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { typedContribution, typedMovement } from '../fixtures/typed-contribution.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const NOW = at('2026-05-01')
const IMPORTS = 'which imports are complete'

/** A store that notes which partitions of movements it is asked for, by year, and each look at the imports. */
const noting = (records: RecordStore) => {
  const reads: string[] = []
  const store: RecordStore = {
    ...records,
    query: (query) => {
      if (/^YEAR#/.test(query.partition)) reads.push(query.partition.slice('YEAR#'.length, 'YEAR#2026'.length))
      if (query.partition === 'LEDGER' && JSON.stringify(query.sort).includes('IMPORT#')) reads.push(IMPORTS)
      return records.query(query)
    },
  }
  return { store, count: (what: string) => reads.filter((read) => read === what).length }
}

describeInMemory('of the ledger', (fresh) => {
  /** Ireland committed in 2023 and paid in 2025; Japan paid in every year from 2022 to 2025, twice told of 2024. */
  const begin = async () => {
    const records = await fresh()
    const world = await worldOn(records)
    const secretariat = await world.contactAt(SECRETARIAT)
    let forms = 0
    const enter = (donor: string, source: string, ...movements: (readonly [string, string])[]) => {
      const typed = typedContribution(
        { donor, source },
        movements.map(([type, date]) => typedMovement({ type, date })),
      )
      return enterContribution(world.deps)({ form: `form-${++forms}`, typed, newDonor: '' }, secretariat, NOW)
    }
    await enter(
      'Ireland',
      'donor',
      ['commitment', '2023-05-01'],
      ['commitment', '2025-05-01'],
      ['disbursement', '2025'],
    )
    for (const year of ['2022', '2023', '2024', '2025']) await enter('Japan', 'donor', ['disbursement', year])
    await enter('Japan', 'government', ['disbursement', '2024'])
    const { store, count } = noting(records)
    return { deps: { ...world.deps, records: store }, secretariat, count }
  }

  it('a donor’s page reads the years of its contributions alone, and says of them what the funding page says', async () => {
    const { deps, secretariat, count } = await begin()
    const view = await readDonor(deps)({ donor: 'ireland', page: 1 }, secretariat, NOW)
    expect(['2022', '2024'].map(count)).toEqual([0, 0])
    // 16 shards of a year, and the contribution's own movements.
    expect(['2023', '2025'].map(count)).toEqual([17, 17])
    const { years } = await readLedger(deps)(secretariat, NOW)
    const lines = years.flatMap(({ year, sources }) =>
      sources.flatMap(({ source, donors }) =>
        donors.filter(({ id }) => id === 'ireland').map((line) => ({ year, source, line })),
      ),
    )
    expect(view.years).toEqual(lines)
    // What was committed for 2023 is paid in 2025: it is open in neither list.
    expect(lines.map(({ year, line }) => [year, line.paidUsd, line.committedUsd, line.share])).toEqual([
      [2025, 52_670_050, 52_670_050, 0.5],
    ])
  })

  it('a donor of whom nothing is recorded costs no look at any year', async () => {
    const { deps, secretariat, count } = await begin()
    expect((await readDonor(deps)({ donor: 'canada', page: 1 }, secretariat, NOW)).years).toEqual([])
    expect(['2022', '2023', '2024', '2025'].map(count)).toEqual([0, 0, 0, 0])
  })

  it('the funding page reads each year once, and looks once which imports are complete', async () => {
    const { deps, secretariat, count } = await begin()
    await readLedger(deps)(secretariat, NOW)
    expect(['2022', '2023', '2024', '2025'].map(count)).toEqual([16, 16, 16, 16])
    expect(count(IMPORTS)).toBe(1)
  })

  it('a list or a comparison of one year reads that year alone', async () => {
    const { deps, secretariat, count } = await begin()
    const filter = { year: '2024', donor: '', source: '', type: '', pillar: '', page: 1 }
    expect((await listMovements(deps)(filter, secretariat, NOW)).total).toBe(2)
    await reconcileYear(deps)({ year: 2024, first: 'donor', second: 'government' }, secretariat, NOW)
    expect(['2022', '2023', '2024', '2025'].map(count)).toEqual([0, 0, 32, 0])
  })
})
