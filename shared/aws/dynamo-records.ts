import {
  type AttributeValue,
  DynamoDBClient,
  type DynamoDBClientConfig,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import {
  DynamoDBDocumentClient,
  paginateQuery,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import {
  type Condition,
  ConflictError,
  type Item,
  type Query,
  type RecordStore,
  type Write,
} from '#shared/records/record-store.ts'
import { readTogether } from './read-together.ts'

/** Attempts at a transaction that met another one on the same item; the conditions decide who was first, not the meeting. */
const CONTENTION_ATTEMPTS = 5

/** The record store on one DynamoDB table. @param connection where it is, when the environment does not say */
export const dynamoRecords = (tableName: string, connection: DynamoDBClientConfig = {}): RecordStore => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(connection), {
    marshallOptions: { removeUndefinedValues: true },
  })
  return {
    get: readTogether(client, tableName),
    async *query(query) {
      const input = queryInput(tableName, query)
      let left = query.limit ?? Number.POSITIVE_INFINITY
      for await (const page of paginateQuery({ client }, input)) {
        for (const item of page.Items ?? []) {
          if (left-- <= 0) return
          yield item as Item
        }
        if (left <= 0) return
      }
    },
    async transact(writes) {
      const input = { TransactItems: writes.map((write) => transactItem(tableName, write)) }
      for (let attempt = 1; ; attempt++) {
        try {
          await client.send(new TransactWriteCommand(input))
          return
        } catch (error) {
          const reasons = cancellationReasons(error)
          const failed = reasons.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []))
          if (failed.length > 0) throw new ConflictError(failed)
          if (!reasons.includes('TransactionConflict') || attempt === CONTENTION_ATTEMPTS) throw error
          await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** attempt))
        }
      }
    },
  }
}

const cancellationReasons = (error: unknown): (string | undefined)[] =>
  error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []).map((reason) => reason.Code) : []

const queryInput = (tableName: string, query: Query): QueryCommandInput => {
  const [partitionName, sortName] = query.index ? [`${query.index}PK`, `${query.index}SK`] : ['PK', 'SK']
  const { sort } = query
  const [expression, bounds] =
    sort === undefined
      ? ['', []]
      : 'beginsWith' in sort
        ? [' AND begins_with(#s, :a)', [sort.beginsWith]]
        : 'upTo' in sort
          ? [' AND #s <= :a', [sort.upTo]]
          : [' AND #s BETWEEN :a AND :b', sort.between]
  return {
    TableName: tableName,
    ...(query.index === undefined ? { ConsistentRead: true } : { IndexName: query.index }),
    KeyConditionExpression: `#p = :p${expression}`,
    ExpressionAttributeNames: { '#p': partitionName, ...(sort === undefined ? {} : { '#s': sortName }) },
    ExpressionAttributeValues: {
      ':p': query.partition,
      ...(bounds[0] === undefined ? {} : { ':a': bounds[0] }),
      ...(bounds[1] === undefined ? {} : { ':b': bounds[1] }),
    },
    ScanIndexForward: query.newestFirst !== true,
    ...(query.limit === undefined ? {} : { Limit: query.limit }),
  }
}

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

const transactItem = (TableName: string, write: Write): TransactItem => {
  const condition = conditionOf(write.when)
  if ('put' in write) return { Put: { TableName, Item: { ...write.put }, ...condition } }
  if ('remove' in write) return { Delete: { TableName, Key: { ...write.remove }, ...condition } }
  return { ConditionCheck: { TableName, Key: { ...write.check }, ConditionExpression: '', ...condition } }
}

const conditionOf = (when: Condition | undefined) => {
  if (when === undefined) return {}
  if (when === 'absent') return { ConditionExpression: 'attribute_not_exists(PK)' }
  const names = Object.keys(when)
  const values = Object.entries(when).filter(([, value]) => value !== undefined)
  return {
    ConditionExpression: names
      .map((name, index) => (when[name] === undefined ? `attribute_not_exists(#c${index})` : `#c${index} = :c${index}`))
      .join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#c${index}`, name])),
    ...(values.length === 0
      ? {}
      : {
          ExpressionAttributeValues: Object.fromEntries(
            values.map(([name, value]) => [`:c${names.indexOf(name)}`, value]),
          ),
        }),
  }
}

/** An item as the stream carries it. */
export const itemFrom = (image: Record<string, unknown>): Item =>
  unmarshall(image as Record<string, AttributeValue>) as Item
