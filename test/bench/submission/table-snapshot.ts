import { isDeepStrictEqual } from 'node:util'
import { type DynamoDBDocumentClient, paginateScan, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { functionEnvironment } from '../function-environment.ts'

const { TABLE_NAME: TableName } = functionEnvironment
type Item = Record<string, unknown>

const contents = async (client: DynamoDBDocumentClient): Promise<Map<string, Item>> => {
  const items = new Map<string, Item>()
  for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    for (const item of page.Items ?? []) items.set(`${item.PK}\n${item.SK}`, item)
  }
  return items
}

/**
 * Remembers the table as it is.
 * @returns puts it back so: what came is removed, what went or changed is restored
 */
export const tableSnapshot = async (client: DynamoDBDocumentClient): Promise<() => Promise<void>> => {
  const before = await contents(client)
  return async () => {
    const now = await contents(client)
    const came = [...now].filter(([key]) => !before.has(key)).map(([, item]) => item)
    const went = [...before].filter(([key, item]) => !isDeepStrictEqual(item, now.get(key))).map(([, item]) => item)
    const TransactItems = [
      ...came.map(({ PK, SK }) => ({ Delete: { TableName, Key: { PK, SK } } })),
      ...went.map((Item) => ({ Put: { TableName, Item } })),
    ]
    if (TransactItems.length > 0) await client.send(new TransactWriteCommand({ TransactItems }))
  }
}
