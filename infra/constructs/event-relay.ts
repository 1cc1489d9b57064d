import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import type { SectorBus } from './event-bus.ts'
import type { OperatorAlarms } from './operator-alarms.ts'
import type { RecordTable } from './record-table.ts'
import type { ServiceFunction } from './service-function.ts'

export interface EventRelayProps {
  readonly fn: ServiceFunction
  readonly table: RecordTable
  readonly bus: SectorBus
  readonly alarms: OperatorAlarms
}

/** Table stream → function → bus: hands every outbox item over, then deletes it. */
export class EventRelay extends Construct {
  constructor(scope: Construct, id: string, { fn, table, bus, alarms }: EventRelayProps) {
    super(scope, id)
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarms,
      says: 'The relay gave up on events for now. They stay in the table and the hourly sweep hands them over again: act if this returns.',
      runbook: 'events wait in the outbox',
    })
    new EventSourceMapping(this, 'Mapping', {
      target: fn,
      eventSourceArn: table.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      // A modified outbox item counts too: that is how the sweep hands a stranded one over again.
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or('INSERT', 'MODIFY'),
          dynamodb: { Keys: { PK: { S: FilterRule.beginsWith('OUTBOX#') } } },
        }),
      ],
      batchSize: 100,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // One item that can never pass must not hold the others back for the stream's 24 hours; given up is not lost.
      maxRecordAge: Duration.hours(1),
      retryAttempts: 100,
      onFailure: new SqsDlq(deadLetters),
    })
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'dynamodb:DescribeStream',
          'dynamodb:GetRecords',
          'dynamodb:GetShardIterator',
          'dynamodb:ListStreams',
        ],
        resources: [table.streamArn],
      }),
    )
    deadLetters.grantSendMessages(fn)
    table.grantTo(fn, 'clear-outbox')
    bus.allowPublish(fn)
    alarms.raise(this, 'Behind', {
      metric: fn.metric('IteratorAge', { statistic: 'max', period: Duration.minutes(5) }),
      above: Duration.minutes(15).toMilliseconds(),
      says: 'Events have waited over 15 minutes to reach the bus. None is lost, but nothing reacts to them. Read the log of relay-events.',
      runbook: 'events wait in the outbox',
    })
  }
}
