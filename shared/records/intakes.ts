import * as z from 'zod'
import { Instant } from '#shared/domain/dates.ts'
import { keys, lists } from './keys.ts'
import { itemOf } from './record.ts'
import { collect, type RecordStore, type Write } from './record-store.ts'

/** What became of an event from another system; what was rejected is kept whole. */
export const Intake = z.lazy(() =>
  z.strictObject({
    source: z.string(),
    type: z.string(),
    receivedAt: Instant,
    outcome: z.enum(['recorded', 'rejected']),
    reasons: z.array(z.string()).readonly(),
    detail: z.string().optional(),
  }),
)
export type Intake = z.infer<typeof Intake>

export const intakeWrite = (id: string, intake: Intake): Write => ({
  put: itemOf(keys.intake(id), intake, 1, { list: [lists.intake, `${intake.receivedAt}#${id}`] }),
  when: 'absent',
})

/** The newest first. */
export const latestIntakes = async (records: RecordStore, limit: number): Promise<Intake[]> =>
  (await collect(records.query({ index: 'GSI1', partition: lists.intake, newestFirst: true, limit }))).map((item) =>
    Intake.parse(item.data),
  )
