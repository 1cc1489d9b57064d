import { Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'

/** Headings of the runbook in infra/README.md; an alarm names one. */
export type RunbookHeading =
  | 'a message is parked'
  | 'events wait in the outbox'
  | 'the web pages fail'
  | 'the hourly sweep is missing'
  | 'mail bounces'

export interface OperatorAlarmsProps {
  /** Who is told; each must confirm once by the link AWS mails them. */
  readonly recipients: readonly string[]
}

export interface RaiseProps {
  readonly metric: IMetric
  /** Raised when the metric is above this. */
  readonly above?: number
  /** Raised when the metric is below this, or has no data. */
  readonly below?: number
  /** Periods of the metric in a row. @default 1 */
  readonly periods?: number
  /** What happened and what to do, in a sentence or two. */
  readonly says: string
  readonly runbook: RunbookHeading
}

/** Mails an alarm to the people who run the system, with what to do. */
export class OperatorAlarms extends Construct {
  readonly #action: SnsAction

  constructor(scope: Construct, id: string, props: OperatorAlarmsProps) {
    super(scope, id)
    const topic = new Topic(this, 'Topic', { displayName: 'Secretariat alarms', enforceSSL: true })
    // A topic with any policy of its own loses the default one, by which CloudWatch could publish.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    for (const recipient of props.recipients) topic.addSubscription(new EmailSubscription(recipient))
    this.#action = new SnsAction(topic)
  }

  /** Adds an alarm beside the thing it watches. */
  raise(scope: Construct, id: string, { metric, above, below, periods = 1, says, runbook }: RaiseProps): void {
    const alarm = new Alarm(scope, id, {
      metric,
      threshold: above ?? below ?? 0,
      comparisonOperator:
        below === undefined ? ComparisonOperator.GREATER_THAN_THRESHOLD : ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: below === undefined ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
      alarmDescription: `${says} Runbook: ${runbook} (infra/README.md).`,
    })
    alarm.addAlarmAction(this.#action)
  }
}
