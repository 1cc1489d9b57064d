import { join } from 'node:path'
import { DynamoService } from '#infra/local/dynamodb/dynamo-service.ts'
import { startStore } from '#infra/local/dynamodb/dynoxide.ts'
import { ensureTable } from '#infra/local/dynamodb/tables.ts'
import { TableProperties } from '#infra/local/template/properties/table.ts'
import { functionEnvironment } from '../function-environment.ts'

const INDEXES = ['GSI1', 'GSI2']
const key = (prefix: string) => [
  { AttributeName: `${prefix}PK`, KeyType: 'HASH' },
  { AttributeName: `${prefix}SK`, KeyType: 'RANGE' },
]

/** The table's keys as the stack has them; without a stream, whose upkeep would be part of every write here. */
const PROPERTIES = TableProperties.parse({
  KeySchema: key(''),
  AttributeDefinitions: ['', ...INDEXES].flatMap((prefix) =>
    key(prefix).map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' })),
  ),
  GlobalSecondaryIndexes: INDEXES.map((IndexName) => ({
    IndexName,
    KeySchema: key(IndexName),
    Projection: { ProjectionType: 'ALL' },
  })),
})

/** Starts a store of its own in `folder`, with the functions' table in it, empty. */
export const startBenchTable = async (folder: string) => {
  const store = await startStore(join(folder, 'bench.db'), (error) => {
    throw error
  })
  const service = new DynamoService(store.url)
  await ensureTable(service, functionEnvironment.TABLE_NAME, PROPERTIES).finally(() => service.close())
  return store
}
