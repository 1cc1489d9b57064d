import * as z from 'zod'
import { flag, onAws } from './on-aws.ts'

export const ApiProperties = z.strictObject({
  Name: z.string(),
  ProtocolType: z.literal('HTTP'),
  Description: onAws,
  DisableExecuteApiEndpoint: onAws,
  Tags: onAws,
})

export const IntegrationProperties = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: onAws,
})

export const RouteProperties = z.strictObject({
  ApiId: z.string(),
  /** One function answers every path; it has the routes. */
  RouteKey: z.literal('$default'),
  Target: z.string(),
  AuthorizationType: z.literal('NONE').optional(),
})

export const StageProperties = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal('$default'),
  AutoDeploy: flag.optional(),
  AccessLogSettings: onAws,
  DefaultRouteSettings: onAws,
  Tags: onAws,
})

export const EmailIdentityProperties = z.strictObject({
  /** An address, or a domain with every address in it. */
  EmailIdentity: z.string(),
  ConfigurationSetAttributes: z.strictObject({ ConfigurationSetName: z.string() }).optional(),
  DkimAttributes: onAws,
  DkimSigningAttributes: onAws,
  FeedbackAttributes: onAws,
  MailFromAttributes: onAws,
  Tags: onAws,
})

export const ConfigurationSetProperties = z.strictObject({
  Name: z.string().optional(),
  DeliveryOptions: onAws,
  ReputationOptions: onAws,
  SendingOptions: onAws,
  SuppressionOptions: onAws,
  Tags: onAws,
  TrackingOptions: onAws,
})

/** What SES publishes about a message, by the names a template uses; those the local mailbox never has cause for are known and unused. */
const MailEventType = z.enum([
  'SEND',
  'DELIVERY',
  'BOUNCE',
  'COMPLAINT',
  'REJECT',
  'OPEN',
  'CLICK',
  'RENDERING_FAILURE',
  'DELIVERY_DELAY',
  'SUBSCRIPTION',
])

export const EventDestinationProperties = z.strictObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Name: z.string().optional(),
    Enabled: flag.default(true),
    EventBridgeDestination: z.strictObject({ EventBusArn: z.string() }),
    /** CDK writes some types in small letters, and CloudFormation takes both. */
    MatchingEventTypes: z.array(
      z.preprocess(
        (name) =>
          String(name)
            .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
            .toUpperCase(),
        MailEventType,
      ),
    ),
  }),
})
