import * as z from 'zod'
import { Instant } from '#shared/domain/dates.ts'
import { keys } from './keys.ts'
import { itemOf, readItem } from './record.ts'
import type { RecordStore, Write } from './record-store.ts'

const Activation = z.lazy(() => z.strictObject({ at: Instant }))

/** When the system began to act; undefined before its first sweep. Nothing due before it is ever sent. */
export const readActivation = async (records: RecordStore): Promise<Instant | undefined> =>
  readItem(Activation, await records.get(keys.activation()))?.value.at

export const activationWrite = (at: Instant): Write => ({ put: itemOf(keys.activation(), { at }, 1), when: 'absent' })
