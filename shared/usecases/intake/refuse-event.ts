import * as z from 'zod'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { storable } from '#shared/domain/plain-words.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { eventWrites } from '#shared/records/events.ts'
import { intakeWrite } from '#shared/records/intakes.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

/** An event from another system as EventBridge delivers it. Nothing in its detail is trusted before it is validated. */
export const ForeignEvent = z.object({
  id: z.string(),
  source: z.string(),
  'detail-type': z.string(),
  detail: z.unknown(),
})
export type ForeignEvent = z.infer<typeof ForeignEvent>

/** Bounds what a rejected event may take up; the rest of it lies in the bus's archive. */
const LONGEST_DETAIL = 100_000
const MOST_REASONS = 20
const LONGEST_REASON = 300
const LONGEST_TYPE = 128

/** Keeps an event that is not taken in, for the desk, and announces it. It is kept under its content: a sender that mends the event may send it again under the same id. */
export const refuseEvent = async (
  deps: Deps,
  event: ForeignEvent,
  senderKey: string,
  why: readonly string[],
  cause: Cause,
): Promise<void> => {
  const { source } = event
  const type = storable(event['detail-type'], LONGEST_TYPE)
  const reasons = why.slice(0, MOST_REASONS).map((reason) => storable(reason, LONGEST_REASON))
  const detail = JSON.stringify(event.detail) ?? ''
  const intake = fingerprint(source, senderKey, detail).slice(0, 32)
  await transactOnce(deps.records, [
    intakeWrite(intake, {
      source,
      type,
      receivedAt: cause.now,
      outcome: 'rejected',
      reasons,
      detail: storable(detail, LONGEST_DETAIL),
    }),
    ...eventWrites(
      eventOf(
        {
          id: deps.platform.newId(cause.now),
          type: 'IntakeRejected',
          subject: `intake/${intake}`,
          sequence: 1,
          data: { intake, source, type, reasons },
        },
        cause,
      ),
    ),
  ])
}
