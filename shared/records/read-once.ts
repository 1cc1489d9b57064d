import { collect, type Item, type RecordStore } from './record-store.ts'

/** The store as one moment sees it: what was read once is not read again. For whoever asks the same of many things. */
export const readOnce = (records: RecordStore): RecordStore => {
  const known = new Map<string, Promise<unknown>>()
  const once = <T>(asked: object, read: () => Promise<T>): Promise<T> => {
    const name = JSON.stringify(asked)
    const answer = (known.get(name) as Promise<T> | undefined) ?? read()
    known.set(name, answer)
    return answer
  }
  return {
    get: (key) => once(key, () => records.get(key)),
    async *query(query) {
      yield* await once<Item[]>(query, () => collect(records.query(query)))
    },
    transact: (writes) => records.transact(writes),
  }
}
