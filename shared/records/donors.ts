import { keys } from './keys.ts'
import { itemOf } from './record.ts'
import { collect, type RecordStore, type Write } from './record-store.ts'

interface Donor {
  readonly id: string
  readonly name: string
}

/** Notes a donor under the name it has in the ledger; written anew with each contribution, it stays the same. */
export const donorWrite = ({ id, name }: Donor): Write => ({ put: itemOf(keys.donor(id), { id, name }, 1) })

/** The name under which something is recorded for a donor; undefined where nothing ever was. */
export const recordedDonorName = async (records: RecordStore, id: string): Promise<string | undefined> =>
  ((await records.get(keys.donor(id)))?.data as Donor | undefined)?.name

/** Every donor that something was ever recorded for: names by id. */
export const recordedDonors = async (records: RecordStore): Promise<Map<string, string>> => {
  const { PK, SK } = keys.donor('')
  const donors = await collect(records.query({ partition: PK, sort: { beginsWith: SK } }))
  return new Map(donors.map(({ data }) => [(data as Donor).id, (data as Donor).name]))
}
