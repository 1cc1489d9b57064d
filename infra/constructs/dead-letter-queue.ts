import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { OperatorAlarms, RunbookHeading } from './operator-alarms.ts'

export interface DeadLetterQueueProps {
  readonly alarms: OperatorAlarms
  /** What a message here means and what to do, for the alarm. */
  readonly says: string
  /** @default 'a message is parked' */
  readonly runbook?: RunbookHeading
}

/** Parks what could not be handled for the longest time SQS allows, and raises an alarm at the first message. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, { alarms, says, runbook = 'a message is parked' }: DeadLetterQueueProps) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    alarms.raise(this, 'NotEmpty', {
      metric: this.metricApproximateNumberOfMessagesVisible({ statistic: 'max' }),
      above: 0,
      says,
      runbook,
    })
  }
}
