import type { Instant } from '#shared/domain/dates.ts'
import { Envelope } from '#shared/events/envelope.ts'
import { readEvent } from '#shared/events/event.ts'
import type { Deps } from '../deps.ts'

/** Said of what another system sent under our name. */
const RESERVED = 'This source is reserved for the secretariat itself: send the event under a source of your own'

/**
 * Hands on the events that this system published. What came under its name without its envelope was sent by another system: it
 * is refused and kept for the desk. An envelope of ours whose data cannot be read is a mistake of ours, and fails.
 * @param arrivedAt when our queue had it
 */
export const ownEvents =
  (deps: Deps, handle: (event: Envelope) => Promise<void>) =>
  async (event: { readonly detail: unknown }, arrivedAt: Instant): Promise<void> => {
    if (Envelope.safeParse(event.detail).success) return handle(readEvent(event.detail))
    const { ForeignEvent, refuseEvent } = await import('./refuse-event.ts')
    const foreign = ForeignEvent.parse(event)
    const cause = { now: arrivedAt, actor: `system/${foreign.source}` }
    await refuseEvent(deps, foreign, `event:${foreign.id}`, [RESERVED], cause)
  }
