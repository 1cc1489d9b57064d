import { expect, it } from 'vitest'
import { ConflictError, collect, type Item, type RecordStore, transactOnce } from '#shared/records/record-store.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { describeOnTable } from '../fixtures/table.ts'

const item = (PK: string, SK: string, more: Record<string, unknown> = {}): Item => ({ PK, SK, ...more })
const sorts = async (records: RecordStore, query: Parameters<RecordStore['query']>[0]) =>
  (await collect(records.query(query))).map(({ SK }) => SK)

const contract = (fresh: () => Promise<RecordStore>) => {
  it('writes all or nothing, and names the write that someone else was faster with', async () => {
    const records = await fresh()
    await records.transact([{ put: item('A', '1'), when: 'absent' }])
    const second = records.transact([{ put: item('B', '1') }, { put: item('A', '1', { late: true }), when: 'absent' }])
    await expect(second).rejects.toEqual(new ConflictError([1]))
    expect(await records.get({ PK: 'B', SK: '1' })).toBeUndefined()
    expect(await records.get({ PK: 'A', SK: '1' })).toEqual(item('A', '1'))
  })

  it('takes 100 writes at most, and one an item', async () => {
    const records = await fresh()
    const writes = (count: number) => Array.from({ length: count }, (_, n) => ({ put: item('A', `${n}`) }))
    await records.transact(writes(100))
    await expect(records.transact(writes(101))).rejects.toThrow()
    await expect(records.transact([{ put: item('B', '1') }, { remove: { PK: 'B', SK: '1' } }])).rejects.toThrow()
    expect(await records.get({ PK: 'B', SK: '1' })).toBeUndefined()
  })

  it('holds a write to the version that was read', async () => {
    const records = await fresh()
    await records.transact([{ put: item('A', '1', { version: 1 }) }])
    await records.transact([{ put: item('A', '1', { version: 2 }), when: { version: 1 } }])
    await expect(records.transact([{ put: item('A', '1', { version: 2 }), when: { version: 1 } }])).rejects.toThrow(
      ConflictError,
    )
    await expect(records.transact([{ remove: { PK: 'A', SK: '1' }, when: { version: 1 } }])).rejects.toThrow(
      ConflictError,
    )
    await expect(
      records.transact([{ check: { PK: 'A', SK: '1' }, when: { gone: undefined, version: 2 } }]),
    ).resolves.toBeUndefined()
    await records.transact([{ remove: { PK: 'A', SK: '1' }, when: { version: 2 } }])
    expect(await records.get({ PK: 'A', SK: '1' })).toBeUndefined()
  })

  it('does a thing once: the second time answers false, any other conflict is thrown', async () => {
    const records = await fresh()
    const once = () => transactOnce(records, [{ put: item('DONE', 'x'), when: 'absent' }])
    expect([await once(), await once()]).toEqual([true, false])
    const other = transactOnce(records, [
      { put: item('NEW', 'x'), when: 'absent' },
      { put: item('DONE', 'x'), when: 'absent' },
    ])
    await expect(other).rejects.toThrow(ConflictError)
  })

  it('lists in the order of the sort key: a prefix, a range, up to a point, newest first, a few', async () => {
    const records = await fresh()
    await records.transact(['a1', 'a2', 'b1', 'b2', 'c1'].map((SK) => ({ put: item('P', SK) })))
    expect(await sorts(records, { partition: 'P' })).toEqual(['a1', 'a2', 'b1', 'b2', 'c1'])
    expect(await sorts(records, { partition: 'P', sort: { beginsWith: 'b' } })).toEqual(['b1', 'b2'])
    expect(await sorts(records, { partition: 'P', sort: { between: ['a2', 'b1'] } })).toEqual(['a2', 'b1'])
    expect(await sorts(records, { partition: 'P', sort: { upTo: 'a2' } })).toEqual(['a1', 'a2'])
    expect(await sorts(records, { partition: 'P', newestFirst: true, limit: 2 })).toEqual(['c1', 'b2'])
  })

  it('finds by index only what carries its keys', async () => {
    const records = await fresh()
    await records.transact([
      { put: item('P', '1', { GSI2PK: 'DUE', GSI2SK: '2026-01-02' }) },
      { put: item('P', '2', { GSI2PK: 'DUE', GSI2SK: '2026-01-01' }) },
      { put: item('P', '3') },
    ])
    expect(await sorts(records, { index: 'GSI2', partition: 'DUE', sort: { upTo: '2026-01-01' } })).toEqual(['2'])
    expect(await sorts(records, { index: 'GSI2', partition: 'DUE' })).toEqual(['2', '1'])
  })

  it('reads on through as many pages as there are', async () => {
    const records = await fresh()
    const body = 'x'.repeat(300_000)
    for (let n = 0; n < 8; n++) await records.transact([{ put: item('BIG', `${n}`, { body }) }])
    expect(await sorts(records, { partition: 'BIG' })).toHaveLength(8)
  })

  it('reads many at once: those that are not there, one asked for twice, and more than one answer can carry', async () => {
    const records = await fresh()
    const body = 'x'.repeat(300_000)
    for (let n = 0; n < 60; n++) await records.transact([{ put: item('BIG', `${n}`, { body }) }])
    const asked = ['7', ...Array.from({ length: 120 }, (_, n) => `${n}`)]
    const read = await Promise.all(asked.map((SK) => records.get({ PK: 'BIG', SK })))
    expect(read.map((one) => one?.SK)).toEqual(asked.map((SK) => (Number(SK) < 60 ? SK : undefined)))
  })

  it('keeps nested values, lists, bytes and Lao text as they were', async () => {
    const records = await fresh()
    const put = item('A', '1', {
      data: { text: 'ແຂວງຊຽງຂວາງ', list: [1, { deep: null }], none: undefined },
      bytes: new Uint8Array([0, 255]),
    })
    await records.transact([{ put }])
    const read = await records.get({ PK: 'A', SK: '1' })
    expect(read?.data).toEqual({ text: 'ແຂວງຊຽງຂວາງ', list: [1, { deep: null }] })
    expect(Array.from((read as Item).bytes as Uint8Array)).toEqual([0, 255])
  })
}

describeOnTable('the record store', contract)
describeInMemory('the store in memory that some tests use', contract)
