import { Duration } from 'aws-cdk-lib'
import { type EventPattern, Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { type EventName, OWN_SOURCE } from '#shared/events/catalogue.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import type { SectorBus } from './event-bus.ts'
import type { OperatorAlarms } from './operator-alarms.ts'
import type { ServiceFunction } from './service-function.ts'

export interface EventConsumerProps {
  readonly fn: ServiceFunction
  /** Events of this system the function reacts to, or a pattern for those of others; nothing else ever reaches it. */
  readonly reactsTo: readonly EventName[] | EventPattern
  /** @default the account's default bus */
  readonly bus?: SectorBus
  readonly alarms: OperatorAlarms
  /** Attempts before a message is parked. @default 5 */
  readonly attempts?: number
  /** Invocations at once. @default as many as SQS starts */
  readonly concurrency?: number
}

/** Rule → queue → function, with a dead-letter queue and an alarm that names its runbook section. */
export class EventConsumer extends Construct {
  constructor(scope: Construct, id: string, props: EventConsumerProps) {
    super(scope, id)
    const { fn, reactsTo, bus, alarms, attempts = 5, concurrency } = props
    // One for both: what the rule could not deliver and what the function could not handle have the same body, the
    // event, and the same remedy, sending it to the queue again.
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarms,
      says: `An event was parked after ${attempts} attempts. Read the log of the function, mend the cause, then send the queue's messages again.`,
    })
    const queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      // As AWS advises: time for the whole batch to be tried and for the function to be throttled meanwhile.
      visibilityTimeout: Duration.seconds(6 * (fn.timeout?.toSeconds() ?? 0)),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: attempts },
    })
    new Rule(this, 'Rule', {
      ...(bus && { eventBus: bus.bus }),
      eventPattern: isPattern(reactsTo) ? reactsTo : { source: [OWN_SOURCE], detailType: [...reactsTo] },
      targets: [new SqsQueue(queue, { deadLetterQueue: deadLetters })],
    })
    new EventSourceMapping(this, 'Mapping', {
      target: fn,
      eventSourceArn: queue.queueArn,
      batchSize: 10,
      reportBatchItemFailures: true,
      ...(concurrency && { maxConcurrency: concurrency }),
    })
    queue.grantConsumeMessages(fn)
  }
}

const isPattern = (reactsTo: EventConsumerProps['reactsTo']): reactsTo is EventPattern => !Array.isArray(reactsTo)
