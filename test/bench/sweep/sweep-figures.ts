import { join } from 'node:path'
import { DynamoService } from '#infra/local/dynamodb/dynamo-service.ts'
import { hasStore, startStore } from '#infra/local/dynamodb/dynoxide.ts'
import { ensureTable } from '#infra/local/dynamodb/tables.ts'
import { dynamoRecords } from '#shared/aws/dynamo-records.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import type { PlainDate } from '#shared/domain/dates.ts'
import { sweep } from '#shared/usecases/calendar/sweep.ts'
import { counting, DUE_TOGETHER, plannedReminders } from '../../fixtures/planned-reminders.ts'
import { TABLE_PROPERTIES } from '../../fixtures/table-properties.ts'
import { at, SECRETARIAT } from '../../fixtures/world.ts'
import type { Figure, Skipped } from '../figure.ts'
import { inScratchFolder } from '../scratch-folder.ts'
import { connectionTo } from '../submission/bare-calls.ts'
import { interleaved, milliseconds, timed } from '../timing.ts'

const FEW = 100
const MANY = 10_000
const SAMPLES = 9

/** A sweep with fifty reminders due, with few and with many planned: what it asks of the store, and its time. */
export const sweepFigures = async (): Promise<(Figure | Skipped)[]> => {
  if (!hasStore()) return [{ name: 'sweep', skipped: 'there is no local DynamoDB on this platform' }]
  return inScratchFolder(async (folder) => {
    const store = await startStore(join(folder, 'sweep.db'), (error) => {
      throw error
    })
    const service = new DynamoService(store.url)
    try {
      const [few, many] = [await planned(service, store.url, FEW), await planned(service, store.url, MANY)]
      const [fewMs = Number.NaN, manyMs = Number.NaN] = await interleaved([few.sample, many.sample], SAMPLES)
      return figuresOf(few.reads(), many.reads(), fewMs, manyMs)
    } finally {
      await service.close()
      await store.stop()
    }
  })
}

const figuresOf = (fewReads: number, manyReads: number, fewMs: number, manyMs: number): Figure[] => [
  {
    name: `sweep, reads with ${DUE_TOGETHER} due, ${MANY} planned to ${FEW}`,
    value: manyReads / fewReads,
    unit: '×',
    budget: { atMost: 1 },
    detail: `${manyReads} to ${fewReads} calls`,
  },
  {
    name: `sweep, time with ${DUE_TOGETHER} due, ${MANY} planned to ${FEW}`,
    value: manyMs / fewMs,
    unit: '×',
    budget: { atMost: 1.5 },
    detail: `${milliseconds(manyMs)} to ${milliseconds(fewMs)}`,
  },
]

const planned = async (service: DynamoService, storeUrl: string, reminders: number) => {
  const table = `sweep-${reminders}`
  await ensureTable(service, table, TABLE_PROPERTIES)
  const { store, counts } = counting(dynamoRecords(table, connectionTo(storeUrl)))
  const { world, arm } = await plannedReminders(store, reminders)
  let day: PlainDate = '2026-02-11'
  let reads = 0
  return {
    sample: async (): Promise<number> => {
      await arm(day)
      const before = counts.gets + counts.queries
      const time = await timed(() => sweep({ ...world.deps, secretariat: [SECRETARIAT] })(at(day)))
      reads = counts.gets + counts.queries - before
      await world.settleAt(at(day))
      day = addDays(day, 1)
      return time
    },
    reads: () => reads,
  }
}
