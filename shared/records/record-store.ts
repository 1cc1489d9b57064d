export interface Key {
  readonly PK: string
  readonly SK: string
}
export type Item = Key & Readonly<Record<string, unknown>>

/** `absent`: no such item yet. Otherwise every named attribute equals the value read before (undefined: the attribute is missing). */
export type Condition = 'absent' | Readonly<Record<string, string | number | undefined>>

export type Write =
  | { readonly put: Item; readonly when?: Condition }
  | { readonly remove: Key; readonly when?: Condition }
  | { readonly check: Key; readonly when: Condition }

export interface Query {
  /** The base table unless an index is named; an index is read a moment late, so nothing is authorised from it. */
  readonly index?: 'GSI1' | 'GSI2'
  readonly partition: string
  readonly sort?:
    | { readonly beginsWith: string }
    | { readonly upTo: string }
    | { readonly between: readonly [string, string] }
  readonly newestFirst?: boolean
  readonly limit?: number
}

/** The one table, as use cases see it. */
export interface RecordStore {
  /** Reads what was last written (strongly consistent). */
  get(key: Key): Promise<Item | undefined>
  /** Items in the order of the sort key, page by page as they are consumed. */
  query(query: Query): AsyncIterable<Item>
  /**
   * All writes or none; 100 at most.
   * @throws ConflictError when a condition does not hold, naming the writes
   */
  transact(writes: readonly Write[]): Promise<void>
}

/** Someone else wrote first. `failed` holds the indexes of the writes whose condition did not hold. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
  constructor(readonly failed: readonly number[]) {
    super(`The condition of write ${failed.join(', ')} does not hold`)
  }
}

export const collect = async (items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

/** Runs a transaction whose effect may already be there: answers false when it is. @throws ConflictError on any other conflict */
export const transactOnce = async (records: RecordStore, writes: readonly Write[], marker = 0): Promise<boolean> => {
  try {
    await records.transact(writes)
    return true
  } catch (error) {
    if (error instanceof ConflictError && error.failed.includes(marker)) return false
    throw error
  }
}
