import type { Instant } from '#shared/domain/dates.ts'
import { keys } from '#shared/records/keys.ts'
import { DUE } from '#shared/records/record.ts'
import type { RecordStore } from '#shared/records/record-store.ts'

/**
 * Whether an hour has nothing for the sweep to do: the system acts already, and nothing is due. Most hours are idle, and
 * each finds a function that slept: this is asked before the code of what could be due is loaded.
 */
export const idleHour = (records: RecordStore) => {
  let activated = false
  return async (now: Instant): Promise<boolean> => {
    const [, isDue] = await Promise.all([
      activated || records.get(keys.activation()).then((item) => (activated = item !== undefined)),
      isAnythingDue(records, now),
    ])
    return activated && !isDue
  }
}

const isAnythingDue = async (records: RecordStore, now: Instant): Promise<boolean> => {
  for await (const _ of records.query({ index: 'GSI2', partition: DUE, sort: { upTo: now }, limit: 1 })) return true
  return false
}
