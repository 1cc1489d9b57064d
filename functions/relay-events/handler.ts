import type { AttributeValue, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { dynamoRecords, itemFrom } from '#shared/aws/dynamo-records.ts'
import { eventBridgeBus } from '#shared/aws/event-bridge-bus.ts'
import { readSettings } from '#shared/aws/settings.ts'
import { relayEvents } from '#shared/usecases/relay/relay-events.ts'

const settings = readSettings({ TABLE_NAME: z.string(), BUS_NAME: z.string() })
const relay = relayEvents({ bus: eventBridgeBus(settings.BUS_NAME), records: dynamoRecords(settings.TABLE_NAME) })

export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const failed = await relay(
    Records.map(({ dynamodb }) => ({
      batchId: dynamodb?.SequenceNumber ?? '',
      item: itemFrom(dynamodb?.NewImage as Record<string, AttributeValue>),
    })),
  )
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
}
