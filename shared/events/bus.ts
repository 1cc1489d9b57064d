import type { Envelope } from './envelope.ts'

/** The event bus, as use cases see it. */
export interface EventBus {
  /** Publishes in order; `refused` holds the ids the bus did not take, which must be tried again. */
  publish(events: readonly Envelope[]): Promise<{ readonly refused: readonly string[] }>
}
