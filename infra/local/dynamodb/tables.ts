import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { Refusal } from '#infra/refusal.ts'
import type { TableProperties } from '../template/properties/table.ts'
import { DynamoRefusal, type DynamoService } from './dynamo-service.ts'

const Description = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string() })).default([]),
  LatestStreamArn: z.string().optional(),
})
type Description = z.infer<typeof Description>

/**
 * Makes a table, or finds it as it was left.
 * @returns the ARN of its stream, where it has one.
 * @throws Refusal when the stored table has other keys than the template.
 */
export const ensureTable = async (
  service: DynamoService,
  name: string,
  table: TableProperties,
): Promise<string | undefined> => {
  const existing = await describe(service, name)
  if (existing) {
    refuseOtherKeys(name, existing, table)
    return existing.LatestStreamArn
  }
  const answer = await service.call('DynamoDB_20120810.CreateTable', creation(name, table))
  return z.object({ TableDescription: Description }).parse(answer).TableDescription.LatestStreamArn
}

/** Only what the store needs: protection, backups and encryption have no meaning here. */
const creation = (name: string, table: TableProperties): object => ({
  TableName: name,
  AttributeDefinitions: table.AttributeDefinitions,
  KeySchema: table.KeySchema,
  BillingMode: 'PAY_PER_REQUEST',
  ...(table.GlobalSecondaryIndexes.length > 0 && {
    GlobalSecondaryIndexes: table.GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
      IndexName,
      KeySchema,
      Projection,
    })),
  }),
  ...(table.StreamSpecification && {
    StreamSpecification: { StreamEnabled: true, StreamViewType: table.StreamSpecification.StreamViewType },
  }),
})

const describe = async (service: DynamoService, name: string): Promise<Description | undefined> => {
  try {
    const answer = await service.call('DynamoDB_20120810.DescribeTable', { TableName: name })
    return z.object({ Table: Description }).parse(answer).Table
  } catch (error) {
    if (error instanceof DynamoRefusal && error.code === 'ResourceNotFoundException') return undefined
    throw error
  }
}

const refuseOtherKeys = (name: string, existing: Description, table: TableProperties): void => {
  const indexes = (list: readonly { IndexName: string }[]) => list.map((index) => index.IndexName).sort()
  const sameKeys = isDeepStrictEqual(existing.KeySchema, table.KeySchema)
  const sameIndexes = isDeepStrictEqual(indexes(existing.GlobalSecondaryIndexes), indexes(table.GlobalSecondaryIndexes))
  if (sameKeys && sameIndexes) return
  throw new Refusal(`The stored table ${name} has other keys or indexes than the template; begin anew with --fresh.`)
}
