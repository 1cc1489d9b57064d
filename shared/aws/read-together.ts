import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Item, Key } from '#shared/records/record-store.ts'

/** Items that DynamoDB reads in one call. */
const MOST_KEYS = 100
/** Milliseconds before what one call left out is asked for again; doubled each time. */
const FIRST_WAIT = 20
/** Calls in a row that may bring nothing. */
const ATTEMPTS = 8

interface Asked {
  readonly key: Key
  readonly answer: (item: Item | undefined) => void
  readonly refuse: (error: unknown) => void
}

/**
 * Strongly consistent reads of single items. Those asked for in the same turn of the event loop travel in one call: a page
 * that shows ten records opens one connection of a cold start instead of ten, at the same price.
 */
export const readTogether = (client: DynamoDBDocumentClient, tableName: string) => {
  let asked: Asked[] = []

  const send = async (): Promise<void> => {
    const all = asked
    asked = []
    for (let start = 0; start < all.length; start += MOST_KEYS) {
      const some = all.slice(start, start + MOST_KEYS)
      const read = some.length === 1 ? readOne(client, tableName) : readMany(client, tableName)
      read(some.map(({ key }) => key)).then(
        (items) => {
          for (const { key, answer } of some) answer(items.get(nameOf(key)))
        },
        (error) => {
          for (const { refuse } of some) refuse(error)
        },
      )
    }
  }

  return (key: Key): Promise<Item | undefined> =>
    new Promise((answer, refuse) => {
      if (asked.length === 0) setImmediate(send)
      asked.push({ key, answer, refuse })
    })
}

const nameOf = ({ PK, SK }: Key): string => JSON.stringify([PK, SK])

type Found = Map<string, Item>

const readOne =
  (client: DynamoDBDocumentClient, TableName: string) =>
  async ([key]: readonly Key[]): Promise<Found> => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: { ...key }, ConsistentRead: true }))
    return Item ? new Map([[nameOf(Item as Item), Item as Item]]) : new Map()
  }

/** DynamoDB answers with what fits into 16 MB and what its capacity allows, and names the rest. */
const readMany =
  (client: DynamoDBDocumentClient, tableName: string) =>
  async (keys: readonly Key[]): Promise<Found> => {
    const found: Found = new Map()
    // A key may stand in a call once.
    let left: Record<string, unknown>[] = [...new Map(keys.map((key) => [nameOf(key), { ...key }])).values()]
    for (let fruitless = 0; left.length > 0; ) {
      if (fruitless === ATTEMPTS) throw new Error(`The table left ${left.length} of ${keys.length} reads unanswered`)
      if (fruitless > 0) await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT * 2 ** (fruitless - 1)))
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({ RequestItems: { [tableName]: { Keys: left, ConsistentRead: true } } }),
      )
      const items = (Responses?.[tableName] ?? []) as Item[]
      for (const item of items) found.set(nameOf(item), item)
      const rest = UnprocessedKeys?.[tableName]?.Keys ?? []
      fruitless = rest.length < left.length ? 0 : fruitless + 1
      left = rest
    }
    return found
  }
