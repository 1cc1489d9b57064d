import { collect, type Item, type RecordStore } from '#shared/records/record-store.ts'

/** A store that answers the same read once between two writes: five hundred visits decide for themselves, and need not read anew. */
export const remembering = (records: RecordStore): RecordStore => {
  const answers = new Map<string, Promise<unknown>>()
  const once = <T>(question: object, ask: () => Promise<T>): Promise<T> => {
    const key = JSON.stringify(question)
    const answer = (answers.get(key) as Promise<T> | undefined) ?? ask()
    answers.set(key, answer)
    return answer
  }
  return {
    get: (key) => once(key, () => records.get(key)),
    query: async function* (query): AsyncIterable<Item> {
      yield* await once(query, () => collect(records.query(query)))
    },
    transact: async (writes) => {
      try {
        await records.transact(writes)
      } finally {
        answers.clear()
      }
    },
  }
}
