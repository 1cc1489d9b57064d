import { join } from 'node:path'
import { DynamoService } from '#infra/local/dynamodb/dynamo-service.ts'
import { startStore } from '#infra/local/dynamodb/dynoxide.ts'
import { ensureTable } from '#infra/local/dynamodb/tables.ts'
import { TABLE_PROPERTIES } from '../../fixtures/table-properties.ts'
import { functionEnvironment } from '../function-environment.ts'

/** Starts a store of its own in `folder`, with the functions' table in it, empty. */
export const startBenchTable = async (folder: string) => {
  const store = await startStore(join(folder, 'bench.db'), (error) => {
    throw error
  })
  const service = new DynamoService(store.url)
  await ensureTable(service, functionEnvironment.TABLE_NAME, TABLE_PROPERTIES).finally(() => service.close())
  return store
}
