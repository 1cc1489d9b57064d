import { Duration, Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { EventBus, type EventPattern } from 'aws-cdk-lib/aws-events'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { OperatorAlarms } from './operator-alarms.ts'
import type { ServiceFunction } from './service-function.ts'

export interface MailDeliveryProps {
  /** The one address mail comes from. */
  readonly sender: string
  readonly alarms: OperatorAlarms
}

/** SES: who we send as, over TLS only, and the account's default bus told of everything that becomes of a message. */
export class MailDelivery extends Construct {
  readonly #sender: string
  readonly #identity: EmailIdentity
  readonly #configurationSet: ConfigurationSet

  constructor(scope: Construct, id: string, { sender, alarms }: MailDeliveryProps) {
    super(scope, id)
    this.#sender = sender
    this.#identity = new EmailIdentity(this, 'Sender', { identity: Identity.email(sender) })
    this.#configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    })
    // SES publishes to no other bus.
    this.#configurationSet.addEventDestination('Fate', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    })
    alarms.raise(this, 'BounceRate', {
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Reputation.BounceRate',
        dimensionsMap: { 'ses:configuration-set': this.#configurationSet.configurationSetName },
        statistic: 'max',
        period: Duration.hours(1),
      }),
      // AWS reviews an account at 5 % and stops its mail at 10 %.
      above: 0.04,
      says: 'Over 4 % of our mail bounces; AWS reviews an account at 5 %. Correct or end the contacts whose mail is suspended.',
      runbook: 'mail bounces',
    })
  }

  /** What became of our messages; events of the account's other mail are left out. */
  get fate(): EventPattern {
    const tags = { 'ses:configuration-set': [this.#configurationSet.configurationSetName] }
    return { source: ['aws.ses'], detail: { mail: { tags } } }
  }

  /** Permits `fn` to send as the sender and as nobody else; sets SENDER_ADDRESS and CONFIGURATION_SET. */
  grantSendTo(fn: ServiceFunction): void {
    const { configurationSetName } = this.#configurationSet
    fn.addEnvironment('SENDER_ADDRESS', this.#sender)
    fn.addEnvironment('CONFIGURATION_SET', configurationSetName)
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [
          this.#identity.emailIdentityArn,
          Stack.of(this).formatArn({
            service: 'ses',
            resource: 'configuration-set',
            resourceName: configurationSetName,
          }),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': this.#sender } },
      }),
    )
  }
}
