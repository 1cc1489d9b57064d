import * as z from 'zod'

const Message = z.strictObject({
  id: z.string(),
  body: z.string(),
  /** Milliseconds since 1970, by the local run's clock. */
  sentAt: z.number(),
  /** Deliveries that failed so far. */
  failures: z.number().int().default(0),
})
/** A message on a queue. A body is at most 256 KB. */
export type Message = z.infer<typeof Message>

const Mail = z.strictObject({
  messageId: z.string(),
  source: z.string(),
  to: z.array(z.string()),
  /** ISO 8601, by the local run's clock. */
  at: z.string(),
  /** The message's file in the mail folder. */
  file: z.string(),
})
/** What is remembered of a mail; the message itself is a file. */
export type Mail = z.infer<typeof Mail>

const Position = z.strictObject({ shard: z.string(), sequence: z.string() })
/** The last stream record that was dealt with. */
export type Position = z.infer<typeof Position>

/** One durable fact. A line of the journal holds several that are true together or not at all. */
export const Entry = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('put'), queue: z.string(), message: Message }),
  z.strictObject({ fact: z.literal('done'), queue: z.string(), id: z.string() }),
  z.strictObject({ fact: z.literal('failed'), queue: z.string(), id: z.string() }),
  z.strictObject({ fact: z.literal('read'), mapping: z.string(), position: Position }),
  z.strictObject({ fact: z.literal('scheduled'), schedule: z.string(), hour: z.string() }),
  z.strictObject({ fact: z.literal('mailed'), mail: Mail }),
  z.strictObject({ fact: z.literal('loaded') }),
])
export type Entry = z.infer<typeof Entry>
