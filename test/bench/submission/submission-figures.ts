import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { hasStore } from '#infra/local/dynamodb/dynoxide.ts'
import { dynamoRecords } from '#shared/aws/dynamo-records.ts'
import type { Figure, Skipped } from '../figure.ts'
import { functionEnvironment } from '../function-environment.ts'
import { inScratchFolder } from '../scratch-folder.ts'
import { interleaved, milliseconds, timed } from '../timing.ts'
import { bareCalls, connectionTo } from './bare-calls.ts'
import { startBenchTable } from './bench-table.ts'
import { prepareDueReport } from './due-report.ts'
import { roundTrips } from './round-trips.ts'
import { type StoreCall, StoreRecorder } from './store-recorder.ts'
import { submitByHttp } from './submit-by-http.ts'
import { tableSnapshot } from './table-snapshot.ts'

const WARM_UP = 10
const SAMPLES = 30

/** A submission through an HTTP event: what it asks of the store, and its time as a multiple of the same calls made bare. */
export const submissionFigures = async (): Promise<(Figure | Skipped)[]> => {
  if (!hasStore()) return [{ name: 'submission', skipped: 'there is no local DynamoDB on this platform' }]
  return inScratchFolder(async (folder) => {
    const store = await startBenchTable(folder)
    const environment = { ...process.env }
    try {
      return await measured(folder, store.url)
    } finally {
      process.env = environment
      await store.stop()
    }
  })
}

const measured = async (folder: string, storeUrl: string): Promise<Figure[]> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(connectionTo(storeUrl)))
  const cookie = await prepareDueReport(dynamoRecords(functionEnvironment.TABLE_NAME, connectionTo(storeUrl)))
  const restore = await tableSnapshot(client)
  const calls = await recorded(folder, storeUrl, cookie, restore)
  const trips = roundTrips(calls)
  const sample = (submission: () => Promise<void>) => async () => {
    const time = await timed(submission)
    await restore()
    return time
  }
  const ways = [sample(await submitByHttp(folder, storeUrl, cookie)), sample(bareCalls(client, trips))]
  await interleaved(ways, WARM_UP)
  const [throughHttp = Number.NaN, bare = Number.NaN] = await interleaved(ways, SAMPLES)
  client.destroy()
  return [
    {
      name: 'submission, write transactions',
      value: calls.filter(({ operation }) => operation === 'TransactWriteItems').length,
      unit: '',
      budget: { atMost: 1 },
    },
    {
      name: 'submission, round trips to the store in sequence',
      value: trips.length,
      unit: '',
      budget: { atMost: 3 },
      detail: trips.map((trip) => `${trip.length} side by side`).join(', then '),
    },
    {
      name: 'submission, HTTP event',
      value: throughHttp / bare,
      unit: '×',
      budget: { atMost: 1.5 },
      detail: `${milliseconds(throughHttp)} to ${milliseconds(bare)} for the same calls made bare`,
    },
  ]
}

/** The store calls of one submission; the one before it opens the connections. */
const recorded = async (
  folder: string,
  storeUrl: string,
  cookie: string,
  restore: () => Promise<void>,
): Promise<StoreCall[]> => {
  const recorder = new StoreRecorder(storeUrl)
  try {
    const submit = await submitByHttp(folder, await recorder.listen(), cookie)
    await submit()
    await restore()
    recorder.calls = []
    await submit()
    await restore()
    return recorder.calls
  } finally {
    recorder.close()
  }
}
