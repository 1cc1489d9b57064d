import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest'
import { type Clock, VirtualClock } from '#infra/local/clock.ts'
import { prepareDatabaseFile } from '#infra/local/dynamodb/database-file.ts'
import { DynamoService } from '#infra/local/dynamodb/dynamo-service.ts'
import { hasStore } from '#infra/local/dynamodb/dynoxide.ts'
import { type LocalSystem, startLocal } from '#infra/local/system.ts'

/** A small stack with one of each resource type, and functions without bundles. */
export const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'local')

/** An empty database, made once: that takes as long as all the rest of a start. */
let prepared: string | undefined

/** A suite that needs a store, and says so where there is none. */
export const describeWithStore = (name: string, body: () => void): void => {
  if (!hasStore()) {
    describe.skip(`${name} (skipped: no DynamoDB here; set AWS_ENDPOINT_URL_DYNAMODB to one)`, body)
    return
  }
  describe(name, () => {
    beforeAll(async () => {
      prepared = join(mkdtempSync(join(tmpdir(), 'local-run-')), 'empty.db')
      await prepareDatabaseFile(prepared)
    })
    afterAll(() => rmSync(dirname(prepared ?? ''), { recursive: true, force: true }))
    body()
  })
}

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'local-run-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Fixture {
  readonly system: LocalSystem
  /** Lines for the console. */
  readonly reported: string[]
  /** What a function noted under a key, or undefined. */
  readonly noted: (key: string) => Promise<Record<string, unknown> | undefined>
  readonly putEvent: (detail: object, entry?: object) => Promise<PutEventsAnswer>
}

interface PutEventsAnswer {
  readonly FailedEntryCount: number
  readonly Entries: readonly { readonly EventId?: string; readonly ErrorCode?: string }[]
}

/** Runs the fixture's stack for one test, on virtual time unless told otherwise. */
export const startFixture = async (
  options: { readonly data?: string; readonly clock?: Clock; readonly inboxPort?: number | false } = {},
): Promise<Fixture> => {
  const reported: string[] = []
  const clock = new VirtualClock(new Date('2026-01-01T00:30:00Z'))
  const data = options.data ?? temporaryFolder()
  const report = (line: string) => void reported.push(line)
  mkdirSync(data, { recursive: true })
  const database = join(data, 'table.db')
  if (prepared && existsSync(prepared) && !existsSync(database)) copyFileSync(prepared, database)
  const system = await startLocal({ template: FIXTURE, inboxPort: false, clock, report, ...options, data })
  onTestFinished(() => system.stop())
  return {
    system,
    reported,
    noted: (key) => noted(system, key),
    putEvent: (detail, entry = {}) => putEvents(system.endpointUrl, [{ ...written(detail), ...entry }]),
  }
}

/** An entry that the fixture's rule sends to `react`. */
export const written = (detail: object): object => ({
  Source: 'fixture',
  DetailType: 'Written',
  Detail: JSON.stringify(detail),
  EventBusName: 'FixtureBus',
})

export const putEvents = async (endpointUrl: string, entries: readonly object[]): Promise<PutEventsAnswer> => {
  const answer = await awsCall(endpointUrl, 'events', 'AWSEvents.PutEvents', JSON.stringify({ Entries: entries }))
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as PutEventsAnswer
}

/** A call as someone outside the stack makes it. */
export const awsCall = (endpointUrl: string, service: string, target: string, body: string): Promise<Response> =>
  fetch(endpointUrl, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=outsider/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      'x-amz-target': target,
    },
    body,
  })

export const noted = async (
  { endpointUrl, tableName }: Pick<LocalSystem, 'endpointUrl' | 'tableName'>,
  key: string,
): Promise<Record<string, unknown> | undefined> => {
  const service = new DynamoService(endpointUrl)
  const input = { TableName: tableName, Key: { PK: { S: key }, SK: { S: 'x' } }, ConsistentRead: true }
  const { Item: item } = (await service.call('DynamoDB_20120810.GetItem', input)) as { Item?: { value: { S: string } } }
  service.close()
  return item && { value: JSON.parse(item.value.S) }
}
