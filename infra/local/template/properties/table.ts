import * as z from 'zod'
import { flag, onAws } from './on-aws.ts'

const KeySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))

const Index = z.strictObject({
  IndexName: z.string(),
  KeySchema,
  Projection: z.looseObject({ ProjectionType: z.string() }),
  ContributorInsightsSpecification: onAws,
  OnDemandThroughput: onAws,
})

const StreamSpecification = z.strictObject({
  StreamViewType: z.enum(['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY']),
  ResourcePolicy: onAws,
})

/**
 * `AWS::DynamoDB::Table` and `AWS::DynamoDB::GlobalTable`. Time to live is checked but not switched on: the store would compare with the
 * machine's clock, and in a rehearsal of another year items would vanish; the functions check the expiry themselves.
 */
export const TableProperties = z.strictObject({
  TableName: z.string().min(3).optional(),
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema,
  GlobalSecondaryIndexes: z.array(Index).default([]),
  StreamSpecification: StreamSpecification.optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: flag }).optional(),
  BillingMode: onAws,
  DeletionProtectionEnabled: onAws,
  OnDemandThroughput: onAws,
  PointInTimeRecoverySpecification: onAws,
  Replicas: onAws,
  SSESpecification: onAws,
  TableClass: onAws,
  Tags: onAws,
  WriteOnDemandThroughputSettings: onAws,
})
export type TableProperties = z.infer<typeof TableProperties>
