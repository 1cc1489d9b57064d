import { Movement, yearOf } from '#shared/domain/ledger/movement.ts'
import { keys, MOVEMENT_SHARDS, movementPartition } from './keys.ts'
import { itemOf } from './record.ts'
import { collect, type Item, type RecordStore, type Write } from './record-store.ts'

/** A movement as one text: read a hundred thousand at a time, its many small attributes would cost most of the time. */
const movementItem = (movement: Movement): Item => ({
  ...keys.movement(yearOf(movement), movement.contribution, movement.seq),
  version: 1,
  movement: JSON.stringify(movement),
})

const movementIn = (item: Item): Movement => Movement.parse(JSON.parse(item.movement as string))

/** Movements are only ever appended: none may be there already. */
export const movementWrites = (movements: readonly Movement[]): Write[] =>
  movements.map((movement) => ({
    put: movementItem(movement),
    when: 'absent',
  }))

/** Notes years so that they can be listed. */
export const yearWrites = (years: Iterable<number>): Write[] =>
  [...new Set(years)].map((year) => ({ put: itemOf(keys.ledgerYear(year), { year }, 1) }))

/** The years that have movements, newest first; one that only an unfinished import has is named too. */
export const ledgerYears = async (records: RecordStore): Promise<number[]> =>
  (
    await collect(records.query({ partition: keys.ledgerYear(0).PK, sort: { beginsWith: 'YEAR#' }, newestFirst: true }))
  ).map((item) => (item.data as { year: number }).year)

/** Tells whether what an import brought may be seen. Made before reading: an import that completes meanwhile stays unseen as a whole. */
export const visibleImports = async (
  records: RecordStore,
): Promise<(of: { readonly import?: string | undefined }) => boolean> => {
  const complete = new Set<string>()
  for await (const { SK } of records.query({
    partition: keys.importComplete('').PK,
    sort: { beginsWith: 'IMPORT#' },
  })) {
    complete.add(SK.slice('IMPORT#'.length))
  }
  return ({ import: file }) => file === undefined || complete.has(file)
}

/** How many shards are read at once: enough to hide the way to the store, few enough to hold few pages. */
const SHARDS_AT_ONCE = 2

/** Every movement of some years that may be seen, each handed over as it is read. */
export const eachMovementOf = async (
  records: RecordStore,
  years: Iterable<number>,
  take: (movement: Movement) => void,
): Promise<void> => {
  const visible = await visibleImports(records)
  for (const year of years) {
    await eachStoredMovementOf(records, year, (movement) => {
      if (visible(movement)) take(movement)
    })
  }
}

/** Every movement of a year, those of unfinished imports too: a year of any length passes through a page at a time. */
export const eachStoredMovementOf = async (
  records: RecordStore,
  year: number,
  take: (movement: Movement) => void,
): Promise<void> => {
  const shards = Array.from({ length: MOVEMENT_SHARDS }, (_, shard) => shard)
  const readers = Array.from({ length: SHARDS_AT_ONCE }, async () => {
    for (let shard = shards.shift(); shard !== undefined; shard = shards.shift()) {
      for await (const item of records.query({ partition: movementPartition(year, shard) })) {
        take(movementIn(item))
      }
    }
  })
  await Promise.all(readers)
}

/** All movements of one contribution in some years, in the order recorded. */
export const movementsOfContribution = async (
  records: RecordStore,
  id: string,
  years: readonly number[],
): Promise<Movement[]> => {
  const found = await Promise.all(
    years.map((year) => {
      const { PK, SK } = keys.movement(year, id, 0)
      return collect(records.query({ partition: PK, sort: { beginsWith: SK.slice(0, SK.lastIndexOf('#') + 1) } }))
    }),
  )
  return found
    .flat()
    .map(movementIn)
    .toSorted((a, b) => a.seq - b.seq)
}

/** The movements in order, without those of contributions that were withdrawn: all of what they say is taken back. */
export async function* withoutWithdrawn(movements: AsyncIterable<Movement>): AsyncIterable<Movement> {
  let held: Movement[] = []
  for await (const movement of movements) {
    if (held[0] && held[0].contribution !== movement.contribution) {
      if (!held.at(-1)?.withdraws) yield* held
      held = []
    }
    held.push(movement)
  }
  if (!held.at(-1)?.withdraws) yield* held
}

/** The movements of a year, or of one of its shards, one contribution after the other. */
export async function* movementsInOrder(records: RecordStore, year: number, only?: number): AsyncIterable<Movement> {
  const visible = await visibleImports(records)
  const shards = only === undefined ? Array.from({ length: MOVEMENT_SHARDS }, (_, shard) => shard) : [only]
  for (const shard of shards) {
    for await (const item of records.query({ partition: movementPartition(year, shard) })) {
      const movement = movementIn(item)
      if (visible(movement)) yield movement
    }
  }
}
