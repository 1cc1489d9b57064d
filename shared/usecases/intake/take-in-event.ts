import * as z from 'zod'
import { instantOf } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import type { NewContribution } from '#shared/domain/ledger/new-contribution.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import {
  ContributionRecordedIn,
  contributionFrom,
  contributionIdOf,
} from '#shared/events/intake/contribution-recorded.ts'
import { eventWrites } from '#shared/records/events.ts'
import { intakeWrite } from '#shared/records/intakes.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { newContributionWrites } from '../ledger/record-contribution.ts'

/** An event from another system as EventBridge delivers it. Nothing in its detail is trusted before it is validated. */
export const ForeignEvent = z.object({
  id: z.string(),
  source: z.string(),
  'detail-type': z.string(),
  time: z.string(),
  detail: z.unknown(),
})
export type ForeignEvent = z.infer<typeof ForeignEvent>

/** Bounds what a rejected event may take up; the rest of it lies in the bus's archive. */
const LONGEST_DETAIL = 100_000
const MOST_REASONS = 20

/**
 * Takes in what another system put on the bus, once for each (source, detail.id), whatever is replayed.
 * What fails validation is kept with every reason, and announced as IntakeRejected: nothing is lost.
 */
export const takeInEvent =
  (deps: Deps) =>
  async (event: ForeignEvent): Promise<void> => {
    const { source, detail } = event
    const own = z.object({ id: z.string().min(1) }).safeParse(detail)
    const senderKey = own.success ? own.data.id : `event:${event.id}`
    const now = instantOf(Date.parse(event.time))
    const cause: Cause = { now, actor: `system/${source}` }
    const contribution = readContribution(event)
    if ('reasons' in contribution) return reject(deps, event, senderKey, contribution.reasons, cause)
    const intake = contributionIdOf(source, senderKey)
    await transactOnce(deps.records, [
      intakeWrite(intake, { source, type: event['detail-type'], receivedAt: now, outcome: 'recorded', reasons: [] }),
      ...newContributionWrites(deps, intake, contribution, cause),
    ])
  }

type Result = NewContribution | { readonly reasons: readonly string[] }

const readContribution = (event: ForeignEvent): Result => {
  const type = event['detail-type']
  if (type !== 'ContributionRecorded') return { reasons: [`Events of type “${type.slice(0, 100)}” are not taken in`] }
  const parsed = ContributionRecordedIn.safeParse(event.detail)
  if (parsed.success) return contributionFrom(parsed.data, event.source)
  const issues = parsed.error.issues.slice(0, MOST_REASONS)
  return { reasons: issues.map((issue) => `${issue.path.join('.') || 'detail'}: ${issue.message}`) }
}

/** Kept under its content: a sender that mends the event may send it again under the same id. */
const reject = async (
  deps: Deps,
  event: ForeignEvent,
  senderKey: string,
  reasons: readonly string[],
  cause: Cause,
): Promise<void> => {
  const { source, 'detail-type': type } = event
  const detail = JSON.stringify(event.detail) ?? ''
  const intake = fingerprint(source, senderKey, detail).slice(0, 32)
  await transactOnce(deps.records, [
    intakeWrite(intake, {
      source,
      type,
      receivedAt: cause.now,
      outcome: 'rejected',
      reasons,
      detail: detail.slice(0, LONGEST_DETAIL),
    }),
    ...eventWrites(
      eventOf(
        {
          id: deps.platform.newId(cause.now),
          type: 'IntakeRejected',
          subject: `intake/${intake}`,
          sequence: 1,
          data: { intake, source, type, reasons: [...reasons] },
        },
        cause,
      ),
    ),
  ])
}
