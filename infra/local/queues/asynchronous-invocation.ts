import { randomUUID } from 'node:crypto'
import { Refusal } from '#infra/refusal.ts'
import type { Clock } from '../clock.ts'
import type { LocalFunction } from '../functions/local-function.ts'
import type { LocalStack } from '../template/stack.ts'
import type { Delivery } from './consumer.ts'
import { queueByArn } from './queue-mapping.ts'
import type { Queues } from './queues.ts'

/** The queue that Lambda keeps for those who invoke a function without waiting for it. */
export const asynchronousQueue = (target: LocalFunction): string => `asynchronous/${target.name}`

/** Lambda waits one minute before the second attempt. */
const LONGEST_WAIT = 60

/**
 * Asynchronous invocations of one function, tried again as its `EventInvokeConfig` says.
 * @throws Refusal for a function without a destination for what fails: Lambda would drop it.
 */
export const asynchronousInvocation = (
  target: LocalFunction,
  stack: LocalStack,
  queues: Queues,
  clock: Clock,
): Delivery => {
  const config = stack
    .of('AWS::Lambda::EventInvokeConfig')
    .find((one) => one.properties.FunctionName === target.name)?.properties
  const destination = config?.DestinationConfig.OnFailure?.Destination
  if (!config || !destination) {
    throw new Refusal(`${target.name} is invoked asynchronously and has no destination for invocations that fail.`)
  }
  const deadLetters = queueByArn(stack, destination).name
  const attempts = config.MaximumRetryAttempts + 1
  return {
    queue: asynchronousQueue(target),
    batchSize: 1,
    attempts,
    longestWait: LONGEST_WAIT,
    deliver: async (messages) => {
      const failed = new Set<string>()
      for (const message of messages) {
        if ('failure' in (await target.invoke(JSON.parse(message.body)))) failed.add(message.id)
      }
      return failed
    },
    park: (message) =>
      queues.message(
        deadLetters,
        JSON.stringify({
          version: '1.0',
          timestamp: new Date(clock.now()).toISOString(),
          requestContext: {
            requestId: randomUUID(),
            functionArn: `${target.arn}:$LATEST`,
            condition: 'RetriesExhausted',
            approximateInvokeCount: attempts,
          },
          requestPayload: JSON.parse(message.body),
          responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        }),
      ),
  }
}
