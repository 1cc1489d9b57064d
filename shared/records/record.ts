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

/** A noun as read, with the version to condition the next write on. */
export interface Stored<T> {
  readonly value: T
  readonly version: number
}

export const readItem = <S extends z.ZodType>(schema: S, item: Item | undefined): Stored<z.infer<S>> | undefined =>
  item && { value: schema.parse(item.data), version: item.version as number }

/** The condition under which a noun read as `stored` may be written: still that version, or still absent. */
export const unchanged = (stored: Stored<unknown> | undefined) =>
  stored === undefined ? ('absent' as const) : { version: stored.version }
