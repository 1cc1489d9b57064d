import { gunzipSync, gzipSync } from 'node:zlib'
import type * as z from 'zod'
import type { Instant } from '#shared/domain/dates.ts'
import type { Item, Key } from './record-store.ts'

/** Where an item also appears: in a list (GSI1), in the work that is due (GSI2), and until when it lives (TTL, epoch seconds). */
export interface Placement {
  readonly list?: readonly [partition: string, sort: string]
  readonly due?: Instant
  readonly expiresAt?: number
}

/** The partition of GSI2 that holds everything with work due, by instant. */
export const DUE = 'DUE'

/** After every day and instant, for a range without an end. */
export const FOR_EVER = '9999'

/** An item: its keys, its version (by which writers notice each other), and the noun under `data`. */
export const itemOf = (key: Key, data: object, version: number, { list, due, expiresAt }: Placement = {}): Item => ({
  ...key,
  version,
  data,
  ...(list === undefined ? {} : { GSI1PK: list[0], GSI1SK: list[1] }),
  ...(due === undefined ? {} : { GSI2PK: DUE, GSI2SK: due }),
  ...(expiresAt === undefined ? {} : { expiresAt }),
})

/** Above this a noun is kept compressed, since an item holds 400 KB; below, it can be read in the console. */
const LARGEST_PLAIN_BYTES = 100_000

/** A noun as an item's `data`: as it is, or compressed JSON where it is large. */
export const packed = (noun: object): object => {
  const json = JSON.stringify(noun)
  return Buffer.byteLength(json) <= LARGEST_PLAIN_BYTES ? noun : { gzip: Uint8Array.from(gzipSync(json)) }
}

/** The noun of an item, however it was kept. */
export const nounOf = ({ data }: Item): unknown => {
  const { gzip } = (data ?? {}) as { readonly gzip?: unknown }
  return gzip instanceof Uint8Array ? JSON.parse(gunzipSync(gzip).toString()) : data
}

/** What a noun takes of its item, in bytes. */
export const packedBytes = (noun: object): number => {
  const data = packed(noun) as { readonly gzip?: Uint8Array }
  return data.gzip?.length ?? Buffer.byteLength(JSON.stringify(data))
}

/** A noun as read, with the version to condition the next write on. */
export interface Stored<T> {
  readonly value: T
  readonly version: number
}

export const readItem = <S extends z.ZodType>(schema: S, item: Item | undefined): Stored<z.infer<S>> | undefined =>
  item && { value: schema.parse(nounOf(item)), version: item.version as number }

/** The condition under which a noun read as `stored` may be written: still that version, or still absent. */
export const unchanged = (stored: Stored<unknown> | undefined) =>
  stored === undefined ? ('absent' as const) : { version: stored.version }
