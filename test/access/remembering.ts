import { readOnce } from '#shared/records/read-once.ts'
import type { RecordStore } from '#shared/records/record-store.ts'

/** A store that answers the same read once between two writes: five hundred visits decide for themselves, and need not read anew. */
export const remembering = (records: RecordStore): RecordStore => {
  let moment = readOnce(records)
  return {
    get: (key) => moment.get(key),
    query: (query) => moment.query(query),
    transact: async (writes) => {
      try {
        await records.transact(writes)
      } finally {
        moment = readOnce(records)
      }
    },
  }
}
