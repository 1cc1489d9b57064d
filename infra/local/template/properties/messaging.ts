import * as z from 'zod'
import { count, onAws } from './on-aws.ts'

export const EventBusProperties = z.strictObject({
  Name: z.string(),
  DeadLetterConfig: onAws,
  Description: onAws,
  KmsKeyIdentifier: onAws,
  LogConfig: onAws,
  Policy: onAws,
  Tags: onAws,
})

/** Delivery from a bus to a queue of this machine cannot fail, so a target's own retries and dead letters have no meaning. */
const Target = z.strictObject({ Arn: z.string(), Id: z.string(), RetryPolicy: onAws, DeadLetterConfig: onAws })

export const RuleProperties = z.strictObject({
  Name: z.string().optional(),
  /** Name or ARN; the account's default bus when it is left out. */
  EventBusName: z.string().default('default'),
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(Target),
  Description: onAws,
  RoleArn: onAws,
  Tags: onAws,
})

export const QueueProperties = z.strictObject({
  QueueName: z.string().optional(),
  /** Seconds; here the longest wait before a failed message is tried again. */
  VisibilityTimeout: count.default(30),
  RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: count.min(1) }).optional(),
  KmsMasterKeyId: onAws,
  KmsDataKeyReusePeriodSeconds: onAws,
  MessageRetentionPeriod: onAws,
  ReceiveMessageWaitTimeSeconds: onAws,
  RedriveAllowPolicy: onAws,
  SqsManagedSseEnabled: onAws,
  Tags: onAws,
})
export type QueueProperties = z.infer<typeof QueueProperties>
