import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { movementWrites, yearWrites } from '#shared/records/ledger.ts'
import type { Write } from '#shared/records/record-store.ts'
import { movementOf } from '../../fixtures/movements.ts'
import { functionEnvironment } from '../function-environment.ts'

export const YEAR = 2026
const A_CONTRIBUTION = 5
const ITEMS_A_BATCH = 25
const WRITERS = 4
const PILLARS = [
  { pillar: 'clearance', percent: 60 },
  { pillar: 'victim assistance', percent: 40 },
]

/** The nth movement of a long year: tranches and their payments, forty donors, three currencies, one source. */
const movement = (n: number): Movement => {
  const contribution = `${Math.floor(n / A_CONTRIBUTION)}`.padStart(32, 'c')
  const donor = `Donor ${Math.floor(n / A_CONTRIBUTION) % 40}`
  const seq = (n % A_CONTRIBUTION) + 1
  return movementOf({
    contribution,
    seq,
    type: seq < 3 ? 'commitment' : seq < 5 ? 'disbursement' : 'pledge',
    date: `${YEAR}-${String((n % 12) + 1).padStart(2, '0')}-15`,
    amount: { minor: 100_000 + n, currency: ['USD', 'EUR', 'JPY'][n % 3] ?? 'USD' },
    usdCents: 110_000 + n,
    donor: { id: donor.replace(' ', '-').toLowerCase(), name: donor },
    title: `Clearance of agricultural land in the districts of phase ${n % 17}`,
    implementers: ['UXO Lao', 'National operator'],
    pillars: PILLARS,
    provinces: ['09', '11'],
  })
}

/** Puts a year of `count` movements on the table, in batches: only reading is measured. */
export const fillYear = async (client: DynamoDBDocumentClient, count: number): Promise<void> => {
  const put = async (writes: readonly Write[]): Promise<void> => {
    const requests = writes.flatMap((write) => ('put' in write ? [{ PutRequest: { Item: { ...write.put } } }] : []))
    await client.send(new BatchWriteCommand({ RequestItems: { [functionEnvironment.TABLE_NAME]: requests } }))
  }
  await put(yearWrites([YEAR]))
  let next = 0
  const writer = async () => {
    while (next < count) {
      const from = next
      next += ITEMS_A_BATCH
      const length = Math.min(ITEMS_A_BATCH, count - from)
      await put(movementWrites(Array.from({ length }, (_, n) => movement(from + n))))
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
}
