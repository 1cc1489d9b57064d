import type * as z from 'zod'
import type { Instant } from '#shared/domain/dates.ts'
import { type EventName, OWN_SOURCE } from './catalogue.ts'
import { eventData } from './data.ts'
import { Envelope } from './envelope.ts'

type EventData<N extends EventName> = z.infer<(typeof eventData)[N]>

/** Where an event comes from: the trigger that is being handled. */
export interface Cause {
  readonly now: Instant
  readonly actor: string
  readonly causedBy?: Envelope
}

export interface EventFacts<N extends EventName> {
  readonly id: string
  readonly type: N
  readonly subject: string
  /** The record's version that this event announces. */
  readonly sequence: number
  readonly data: EventData<N>
}

/** Builds the envelope of an own event and checks its data against the catalogue, so that nothing malformed is ever stored. */
export const eventOf = <N extends EventName>(facts: EventFacts<N>, { now, actor, causedBy }: Cause): Envelope => {
  const { id, type, subject, sequence } = facts
  return {
    id,
    type,
    source: OWN_SOURCE,
    subject,
    time: now,
    recordedat: now,
    schemaversion: 1,
    sequence,
    correlationid: causedBy?.correlationid ?? id,
    ...(causedBy === undefined ? {} : { causationid: causedBy.id }),
    actor,
    data: eventData[type].parse(facts.data) as Record<string, unknown>,
  }
}

/** Reads an own event from the bus: envelope and data, both strict. */
export const readEvent = (detail: unknown): Envelope => {
  const envelope = Envelope.parse(detail)
  eventData[envelope.type].parse(envelope.data)
  return envelope
}

/** The data of an event whose type is known. */
export const dataOf = <N extends EventName>(event: Envelope, type: N): EventData<N> =>
  eventData[type].parse(event.data) as EventData<N>
