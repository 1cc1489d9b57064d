import { expect, it } from 'vitest'
import type { Envelope } from '#shared/events/envelope.ts'
import { DUE } from '#shared/records/record.ts'
import { collect } from '#shared/records/record-store.ts'
import { checkImport } from '#shared/usecases/ledger/check-import.ts'
import { startImport } from '#shared/usecases/ledger/continue-import.ts'
import { readFunding } from '#shared/usecases/ledger/read-funding.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { at, dyingAt, SECRETARIAT, worldOn } from '../fixtures/world.ts'

/** Thousands of rows are written: on a machine that does much else it takes its time. */
const UNHURRIED = { timeout: 120_000 }

/** More than a request and one further part write. */
const ROWS = 7_000
const long = [
  'year,donor,sectors,currency,amount,amount_usd_reported',
  ...Array.from({ length: ROWS }, (_, row) => `2021,Donor ${row % 7},clearance,USD,${row + 1},${row + 1}`),
].join('\n')
const ALL_CENTS = (ROWS * (ROWS + 1) * 100) / 2

describeInMemory('an import longer than what is written while somebody waits', (fresh) => {
  const begin = async () => {
    const world = await worldOn(await fresh())
    const secretariat = await world.contactAt(SECRETARIAT)
    const file = { name: 'file.csv', csv: long, source: 'government' }
    const checked = await checkImport(world.deps)(file, secretariat, at('2026-01-02'))
    const id = 'file' in checked ? checked.file.id : ''
    const begun = await startImport(world.deps)(id, secretariat, at('2026-01-02', '09:00'))
    expect(begun).toMatchObject({ status: 'writing', written: 30, chunks: 234 })
    const told = async () => (await world.events(`import/${id}`)).map(({ type, sequence }) => `${type} ${sequence}`)
    const paid = async () => (await readFunding(world.deps)())[0]?.paidUsd
    return { world, told, paid }
  }

  it('goes on by itself, part by part, and is seen when all of it is there', UNHURRIED, async () => {
    const { world, told, paid } = await begin()
    expect(await paid()).toBeUndefined()
    await world.settleAt(at('2026-01-02', '09:01'))
    expect(await paid()).toBe(ALL_CENTS)
    expect(await told()).toEqual(['ImportPartRecorded 30', 'ImportPartRecorded 230', 'ContributionsImported 234'])
  })

  it('killed in a part goes on where it is when the event comes again', UNHURRIED, async () => {
    const { world, told, paid } = await begin()
    const { records } = world.deps
    for (const write of [1, 2, 150])
      await expect(world.settleAt(at('2026-01-02', '09:01'), dyingAt(records, write))).rejects.toThrow('killed')
    expect(await paid()).toBeUndefined()
    await world.settleAt(at('2026-01-02', '09:02'))
    expect(await paid()).toBe(ALL_CENTS)
    expect(await told()).toEqual(['ImportPartRecorded 30', 'ContributionsImported 234'])
  })

  it(
    'whose event was lost is set going again by the hourly sweep, which leaves the rest to the next event',
    UNHURRIED,
    async () => {
      const { world, told, paid } = await begin()
      const outbox = await collect(world.deps.records.query({ index: 'GSI2', partition: DUE }))
      const lost = outbox.filter(
        ({ PK, data }) => PK.startsWith('OUTBOX#') && (data as Envelope).type === 'ImportPartRecorded',
      )
      await world.deps.records.transact(lost.map(({ PK, SK }) => ({ remove: { PK, SK } })))
      await world.sweepAt(at('2026-01-02', '10:00'))
      expect(await paid()).toBe(ALL_CENTS)
      expect(await told()).toEqual(['ImportPartRecorded 30', 'ImportPartRecorded 60', 'ContributionsImported 234'])
    },
  )
})
