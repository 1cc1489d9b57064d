import { expect, it } from 'vitest'
import type { Envelope } from '#shared/events/envelope.ts'
import { eventOf } from '#shared/events/event.ts'
import { eventWrites } from '#shared/records/events.ts'
import { collect, type Item } from '#shared/records/record-store.ts'
import { relayEvents } from '#shared/usecases/relay/relay-events.ts'
import { republish } from '#shared/usecases/relay/republish.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at, worldOn } from '../fixtures/world.ts'

describeOnTable('the outbox', (fresh) => {
  const withEvents = async () => {
    const { deps } = await worldOn(await fresh())
    for (const n of [1, 2, 3]) {
      const facts = {
        id: `event-${n}`,
        type: 'ReportingRoundClosed',
        subject: `round/${n}`,
        sequence: 1,
        data: { round: `${n}` },
      } as const
      await deps.records.transact(eventWrites(eventOf(facts, { now: at('2026-04-01'), actor: 'system' })))
    }
    const outbox = async (): Promise<Item[]> =>
      (
        await Promise.all([0, 1, 2, 3].map((shard) => collect(deps.records.query({ partition: `OUTBOX#${shard}` }))))
      ).flat()
    const entries = (items: readonly Item[]) => items.map((item, index) => ({ batchId: `${index}`, item }))
    return { deps, outbox, entries }
  }

  it('is cleared of what the bus took; what it refused stays and is reported', async () => {
    const { deps, outbox, entries } = await withEvents()
    const published: Envelope[] = []
    const bus = {
      publish: async (events: readonly Envelope[]) => {
        published.push(...events)
        return { refused: ['event-2'] }
      },
    }
    const items = await outbox()
    const failed = await relayEvents({ bus, records: deps.records })(entries(items))
    expect(published.map(({ id }) => id).toSorted()).toEqual(['event-1', 'event-2', 'event-3'])
    const left = await outbox()
    expect(left.map(({ data }) => (data as Envelope).id)).toEqual(['event-2'])
    expect(failed).toEqual([`${items.findIndex(({ data }) => (data as Envelope).id === 'event-2')}`])
  })

  it('keeps everything when the bus cannot be reached', async () => {
    const { deps, outbox, entries } = await withEvents()
    const bus = { publish: () => Promise.reject(new Error('no route')) }
    await expect(relayEvents({ bus, records: deps.records })(entries(await outbox()))).rejects.toThrow('no route')
    expect(await outbox()).toHaveLength(3)
  })

  it('hands to the stream again what the relay left behind', async () => {
    const { deps, outbox } = await withEvents()
    const [item] = await outbox()
    await republish(deps)(item as Item)
    const again = (await outbox()).find(({ SK }) => SK === item?.SK)
    expect(again?.version).toBe(2)
    expect((again?.GSI2SK as string) > (item?.GSI2SK as string)).toBe(true)
  })
})
