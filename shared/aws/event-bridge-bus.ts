import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import type { EventBus } from '#shared/events/bus.ts'

/** PutEvents takes ten entries a call. */
const ENTRIES_A_CALL = 10

/** Publishes on one EventBridge bus; the answer of every entry is looked at. */
export const eventBridgeBus = (busName: string): EventBus => {
  const client = new EventBridgeClient({})
  return {
    async publish(events) {
      const refused: string[] = []
      for (let start = 0; start < events.length; start += ENTRIES_A_CALL) {
        const chunk = events.slice(start, start + ENTRIES_A_CALL)
        const { Entries = [] } = await client.send(
          new PutEventsCommand({
            Entries: chunk.map((event) => ({
              EventBusName: busName,
              Source: event.source,
              DetailType: event.type,
              Time: new Date(event.time),
              Detail: JSON.stringify(event),
            })),
          }),
        )
        refused.push(...chunk.flatMap((event, index) => (Entries[index]?.EventId === undefined ? [event.id] : [])))
      }
      return { refused }
    },
  }
}
