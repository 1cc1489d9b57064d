import * as z from 'zod'
import { Instant } from '#shared/domain/dates.ts'
import { keys, lists } from './keys.ts'
import { itemOf, readItem, type Stored } from './record.ts'
import { collect, type Item, type Query, type RecordStore, type Write } from './record-store.ts'

/** What became of an event from another system; what was rejected is kept whole. */
export const Intake = z.lazy(() =>
  z.strictObject({
    source: z.string(),
    type: z.string(),
    receivedAt: Instant,
    outcome: z.enum(['recorded', 'rejected']),
    reasons: z.array(z.string()).readonly(),
    detail: z.string().optional(),
    /** Of what was recorded: fingerprint of what it says, so that other content under its id is noticed. */
    content: z.string().optional(),
    /** Who of the secretariat looked at what was rejected, and what they did about it. */
    dealtWith: z
      .strictObject({ by: z.strictObject({ contact: z.string(), name: z.string() }), at: Instant, note: z.string() })
      .optional(),
  }),
)
export type Intake = z.infer<typeof Intake>

export interface ListedIntake extends Intake {
  readonly id: string
}

/** What was rejected is in a list of its own until somebody has dealt with it. */
const placed = (id: string, intake: Intake, version: number): Item =>
  itemOf(keys.intake(id), intake, version, {
    list: [
      intake.outcome === 'rejected' && intake.dealtWith === undefined ? lists.intakeRefused : lists.intake,
      `${intake.receivedAt}#${id}`,
    ],
  })

export const intakeWrite = (id: string, intake: Intake): Write => ({ put: placed(id, intake, 1), when: 'absent' })

export const intakeChangeWrite = (id: string, intake: Intake, { version }: Stored<Intake>): Write => ({
  put: placed(id, intake, version + 1),
  when: { version },
})

export const readIntake = async (records: RecordStore, id: string): Promise<Stored<Intake> | undefined> =>
  readItem(Intake, await records.get(keys.intake(id)))

/** What was taken in, and what was rejected and dealt with: the newest first. */
export const latestIntakes = (records: RecordStore, limit: number): Promise<ListedIntake[]> =>
  listed(records, { partition: lists.intake, newestFirst: true, limit })

/** What was rejected and nobody has dealt with, the longest waiting first. Read from an index: a moment late. */
export const refusedIntakes = (records: RecordStore, limit: number): Promise<ListedIntake[]> =>
  listed(records, { partition: lists.intakeRefused, limit })

const listed = async (records: RecordStore, query: Omit<Query, 'index'>): Promise<ListedIntake[]> =>
  (await collect(records.query({ index: 'GSI1', ...query }))).map((item) => ({
    ...Intake.parse(item.data),
    id: item.PK.slice(keys.intake('').PK.length),
  }))
