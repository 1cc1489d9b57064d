import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { type Instant, instantOf } from '#shared/domain/dates.ts'

/** An event as a rule puts it into a queue. */
interface QueuedEvent {
  readonly detail: unknown
}

/** Handles the events of a queue one by one, each with the time at which the queue had it; those that fail are reported alone and come again. The log names the failure, never the event. */
export const batchOf =
  <T extends QueuedEvent>(handle: (event: T, arrivedAt: Instant) => Promise<void>) =>
  (batch: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(
      batch,
      async (record: SQSRecord) => {
        try {
          await handle(JSON.parse(record.body) as T, instantOf(Number(record.attributes.SentTimestamp)))
        } catch (error) {
          // The logger is loaded when there is something to log: most starts never need it.
          const { log } = await import('./log.ts')
          log.error('An event could not be handled and comes again', {
            messageId: record.messageId,
            ...describe(error),
          })
          throw error
        }
      },
      new BatchProcessor(EventType.SQS),
      { context, throwOnFullBatchFailure: false },
    )

/** What may be logged of a failure: its name and stack; messages of validation errors repeat what was validated. */
const describe = (error: unknown) =>
  error instanceof Error ? { name: error.name, stack: error.stack?.split('\n').slice(1, 6) } : {}
