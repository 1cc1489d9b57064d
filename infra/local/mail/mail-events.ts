import { randomUUID } from 'node:crypto'
import type { EventBuses, EventEntry } from '../events/event-bus.ts'
import type { LocalStack } from '../template/stack.ts'

/** A mail that SES took, as far as its events tell. */
export interface SentMail {
  readonly messageId: string
  readonly source: string
  readonly to: readonly string[]
  readonly subject: string
  /** ISO 8601. */
  readonly at: string
  readonly configurationSet: string
  readonly tags: Readonly<Record<string, readonly string[]>>
  readonly caller: string
}

type MailEventType = 'SEND' | 'DELIVERY' | 'BOUNCE' | 'COMPLAINT'

const DETAIL_TYPES: Readonly<Record<MailEventType, string>> = {
  SEND: 'Email Sent',
  DELIVERY: 'Email Delivered',
  BOUNCE: 'Email Bounced',
  COMPLAINT: 'Email Complaint Received',
}

/** Addresses that bounce: those of the SES mailbox simulator, and any whose local part begins so. */
const bounces = (address: string): boolean => address.toLowerCase().startsWith('bounce')
const complains = (address: string): boolean => address.toLowerCase() === 'complaint@simulator.amazonses.com'

/** What happens to a mail: it is sent, then each recipient's server takes or refuses it, and some recipients complain. */
const fates = (mail: SentMail): { type: MailEventType; of: Record<string, unknown> }[] => {
  const bounced = mail.to.filter(bounces)
  const delivered = mail.to.filter((address) => !bounces(address))
  const complained = mail.to.filter(complains)
  const { at: timestamp } = mail
  const delivery = {
    timestamp,
    processingTimeMillis: 0,
    recipients: delivered,
    smtpResponse: '250 OK',
    reportingMTA: 'local',
  }
  const bounce = {
    feedbackId: randomUUID(),
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: bounced.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    })),
    timestamp,
    reportingMTA: 'dns; local',
  }
  const complaint = {
    feedbackId: randomUUID(),
    complaintSubType: null,
    complainedRecipients: complained.map((emailAddress) => ({ emailAddress })),
    timestamp,
    complaintFeedbackType: 'abuse',
  }
  return [
    { type: 'SEND', of: { eventType: 'Send', send: {} } },
    ...(delivered.length > 0 ? [{ type: 'DELIVERY' as const, of: { eventType: 'Delivery', delivery } }] : []),
    ...(bounced.length > 0 ? [{ type: 'BOUNCE' as const, of: { eventType: 'Bounce', bounce } }] : []),
    ...(complained.length > 0 ? [{ type: 'COMPLAINT' as const, of: { eventType: 'Complaint', complaint } }] : []),
  ]
}

const mailObject = (mail: SentMail, account: string): Record<string, unknown> => ({
  timestamp: mail.at,
  source: mail.source,
  sendingAccountId: account,
  messageId: mail.messageId,
  destination: mail.to,
  headersTruncated: false,
  headers: [],
  commonHeaders: { from: [mail.source], to: mail.to, messageId: mail.messageId, subject: mail.subject },
  tags: {
    'ses:operation': ['SendRawEmail'],
    'ses:configuration-set': [mail.configurationSet],
    'ses:source-ip': ['127.0.0.1'],
    'ses:from-domain': [mail.source.split('@')[1] ?? ''],
    'ses:caller-identity': [mail.caller],
    ...mail.tags,
  },
})

/** What SES publishes about a mail on the account's default bus, in the order of its fate: the types its configuration set asks for. */
export const mailEvents = (
  mail: SentMail,
  stack: LocalStack,
  buses: EventBuses,
): { bus: string; event: EventEntry }[] => {
  const { account, region } = stack.place
  const destinations = stack
    .of('AWS::SES::ConfigurationSetEventDestination')
    .filter(
      (one) => one.properties.ConfigurationSetName === mail.configurationSet && one.properties.EventDestination.Enabled,
    )
    .map((one) => one.properties.EventDestination)
  return fates(mail).flatMap(({ type, of }) =>
    destinations
      .filter((destination) => destination.MatchingEventTypes.includes(type))
      .map((destination) => ({
        bus: buses.busName(destination.EventBridgeDestination.EventBusArn) ?? 'default',
        event: {
          source: 'aws.ses',
          detailType: DETAIL_TYPES[type],
          detail: { ...of, mail: mailObject(mail, account) },
          resources: [`arn:aws:ses:${region}:${account}:configuration-set/${mail.configurationSet}`],
        },
      })),
  )
}
