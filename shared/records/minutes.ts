import { Minutes } from '#shared/domain/minutes.ts'
import { keys } from './keys.ts'
import { itemOf, readItem } from './record.ts'
import { collect, type RecordStore, type Write } from './record-store.ts'

/** A version of a meeting's minutes, written once. */
export const minutesWrite = (minutes: Minutes): Write => ({
  put: itemOf(keys.minutes(minutes.meeting, minutes.version), minutes, 1),
  when: 'absent',
})

/** Holds a transaction to a meeting without minutes. */
export const withoutMinutes = (meeting: string): Write => ({ check: keys.minutes(meeting, 1), when: 'absent' })

/** The newest version; undefined while none was recorded. */
export const readMinutes = async (records: RecordStore, meeting: string): Promise<Minutes | undefined> => {
  const { PK } = keys.minutes(meeting, 1)
  const query = { partition: PK, sort: { beginsWith: 'MINUTES#' }, newestFirst: true, limit: 1 }
  const [item] = await collect(records.query(query))
  return readItem(Minutes, item)?.value
}

export const readMinutesVersion = async (
  records: RecordStore,
  meeting: string,
  version: number,
): Promise<Minutes | undefined> => readItem(Minutes, await records.get(keys.minutes(meeting, version)))?.value
