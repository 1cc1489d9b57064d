import { createHash } from 'node:crypto'
import * as z from 'zod'
import { Refusal } from '#infra/refusal.ts'
import type { Message } from '../durable/entries.ts'
import type { LocalFunction } from '../functions/local-function.ts'
import type { Deployed, LocalStack } from '../template/stack.ts'
import type { Delivery } from './consumer.ts'
import type { Queues } from './queues.ts'

const BatchResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })

/** The stack's queue with this ARN. @throws Refusal when there is none. */
export const queueByArn = (stack: LocalStack, arn: string): Deployed<'AWS::SQS::Queue'> => {
  const queue = stack.of('AWS::SQS::Queue').find((one) => one.arn === arn)
  if (!queue) throw new Refusal(`The template has no queue ${arn}; the local run delivers to queues only.`)
  return queue
}

/**
 * An event source mapping from a queue to a function.
 * @throws Refusal for a queue without dead-letter queue: a message that always fails would be tried for ever.
 */
export const queueMapping = (
  mapping: Deployed<'AWS::Lambda::EventSourceMapping'>,
  consumer: LocalFunction,
  stack: LocalStack,
  queues: Queues,
): Delivery => {
  const queue = queueByArn(stack, mapping.properties.EventSourceArn)
  const { RedrivePolicy: redrive, VisibilityTimeout: longestWait } = queue.properties
  if (!redrive) throw new Refusal(`The queue ${queue.logicalId} feeds ${consumer.name} and has no dead-letter queue.`)
  if (mapping.properties.FilterCriteria)
    throw new Refusal(`${mapping.logicalId}: the local run filters streams only, not queues.`)
  const deadLetters = queueByArn(stack, redrive.deadLetterTargetArn).name
  const reportsItems = mapping.properties.FunctionResponseTypes.length > 0
  return {
    queue: queue.name,
    batchSize: mapping.properties.BatchSize ?? 10,
    attempts: redrive.maxReceiveCount,
    longestWait,
    park: (message) => queues.parked(deadLetters, message),
    deliver: async (messages) => {
      const all = new Set(messages.map((message) => message.id))
      const outcome = await consumer.invoke({
        Records: messages.map((one) => sqsRecord(one, queue.arn, stack.place.region)),
      })
      if ('failure' in outcome) return all
      return reportsItems ? failedItems(outcome.result, all) : new Set()
    },
  }
}

/** An answer that is no list of failures, or names what was not sent, fails the whole batch; so it is on AWS. */
const failedItems = (result: unknown, sent: ReadonlySet<string>): ReadonlySet<string> => {
  const parsed = BatchResponse.nullish().safeParse(result)
  if (!parsed.success) return sent
  const failed = (parsed.data?.batchItemFailures ?? []).map((item) => item.itemIdentifier)
  return failed.every((id) => sent.has(id)) ? new Set(failed) : sent
}

const sqsRecord = (message: Message, arn: string, region: string): object => ({
  messageId: message.id,
  receiptHandle: message.id,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.failures + 1),
    SentTimestamp: String(message.sentAt),
    SenderId: 'local',
    ApproximateFirstReceiveTimestamp: String(message.sentAt),
  },
  messageAttributes: {},
  md5OfBody: createHash('md5').update(message.body).digest('hex'),
  eventSource: 'aws:sqs',
  eventSourceARN: arn,
  awsRegion: region,
})
