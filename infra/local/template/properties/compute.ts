import * as z from 'zod'
import { count, flag, onAws } from './on-aws.ts'

export const FunctionProperties = z.strictObject({
  FunctionName: z.string().optional(),
  Handler: z.string(),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.coerce.string()) }).default({ Variables: {} }),
  /** Seconds. */
  Timeout: count.min(1).default(3),
  /** MB; bounds what JavaScript holds. What native code holds is not bounded: threads share one process. */
  MemorySize: count.default(128),
  Architectures: onAws,
  /** Where the bundle lies after a deployment; here it is read from the asset's folder (`Metadata`). */
  Code: onAws,
  Description: onAws,
  KmsKeyArn: onAws,
  LoggingConfig: onAws,
  ReservedConcurrentExecutions: onAws,
  Role: onAws,
  Runtime: onAws,
  RuntimeManagementConfig: onAws,
  Tags: onAws,
  TracingConfig: onAws,
})

const OnFailure = z.strictObject({ Destination: z.string() })

export const MappingProperties = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: count.min(1).optional(),
  Enabled: flag.default(true),
  FilterCriteria: z.strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) }).optional(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  DestinationConfig: z.strictObject({ OnFailure }).optional(),
  MaximumRetryAttempts: z.coerce.number().int().min(-1).default(-1),
  BisectBatchOnFunctionError: flag.default(false),
  /** Only the start of the stream loses nothing; `LATEST` would. */
  StartingPosition: z.literal('TRIM_HORIZON').optional(),
  MaximumBatchingWindowInSeconds: onAws,
  MaximumRecordAgeInSeconds: onAws,
  MetricsConfig: onAws,
  ParallelizationFactor: onAws,
  ScalingConfig: onAws,
  Tags: onAws,
})
export type MappingProperties = z.infer<typeof MappingProperties>

export const InvokeConfigProperties = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.literal('$LATEST'),
  MaximumRetryAttempts: count.max(2).default(2),
  DestinationConfig: z.strictObject({ OnFailure: OnFailure.optional() }).default({}),
  MaximumEventAgeInSeconds: onAws,
})

export const ScheduleProperties = z.strictObject({
  Name: z.string().optional(),
  ScheduleExpression: z.literal('cron(0 * * * ? *)', {
    error: (issue) => `the local run knows only cron(0 * * * ? *), not ${JSON.stringify(issue.input)}`,
  }),
  ScheduleExpressionTimezone: z.enum(['UTC', 'Etc/UTC']).optional(),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  State: z.literal('ENABLED').default('ENABLED'),
  Target: z.strictObject({
    Arn: z.string(),
    Input: z.string().default('{}'),
    /** The Scheduler hands over to Lambda's own asynchronous queue, which takes everything here. */
    DeadLetterConfig: onAws,
    RetryPolicy: onAws,
    RoleArn: onAws,
  }),
  Description: onAws,
  GroupName: onAws,
  KmsKeyArn: onAws,
})
