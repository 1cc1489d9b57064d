import { type Contribution, Movement, yearOf } from '#shared/domain/ledger/contribution.ts'
import { keys, lists, MOVEMENT_SHARDS, movementPartition } from './keys.ts'
import { itemOf } from './record.ts'
import { collect, type RecordStore, type Write } from './record-store.ts'

/** A new contribution with its movements; the year is noted so that it can be listed. */
export const contributionWrites = (contribution: Contribution, movements: readonly Movement[]): Write[] => [
  {
    put: itemOf(keys.contribution(contribution.id), contribution, 1, {
      list: [lists.donor(contribution.donor.id), contribution.id],
    }),
    when: 'absent',
  },
  ...movements.map(
    (movement): Write => ({
      put: itemOf(keys.movement(yearOf(movement), movement.contribution, movement.seq), movement, 1, {
        list: [`CONTRIBUTION#${movement.contribution}`, `${movement.date}#${movement.seq}`],
      }),
      when: 'absent',
    }),
  ),
  ...[...new Set(movements.map(yearOf))].map((year): Write => ({ put: itemOf(keys.ledgerYear(year), { year }, 1) })),
]

/** The years that have movements, newest first. */
export const ledgerYears = async (records: RecordStore): Promise<number[]> =>
  (await collect(records.query({ partition: keys.ledgerYear(0).PK, newestFirst: true }))).map(
    (item) => (item.data as { year: number }).year,
  )

/** Every movement of a year, shard by shard. */
export const movementsOf = async (records: RecordStore, year: number): Promise<Movement[]> => {
  const shards = await Promise.all(
    Array.from({ length: MOVEMENT_SHARDS }, (_, shard) =>
      collect(records.query({ partition: movementPartition(year, shard) })),
    ),
  )
  return shards.flat().map((item) => Movement.parse(item.data))
}
