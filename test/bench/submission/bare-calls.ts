import type { AttributeValue, DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { functionEnvironment } from '../function-environment.ts'
import type { StoreCall } from './store-recorder.ts'

/** Where the store is and who calls: what the functions have from their environment. */
export const connectionTo = (storeUrl: string): DynamoDBClientConfig => {
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = functionEnvironment
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY }
  return { endpoint: storeUrl, region: AWS_REGION, credentials }
}

/** Makes recorded calls again: the same round trips one after another, the calls of each side by side. */
export const bareCalls = (client: DynamoDBDocumentClient, trips: readonly StoreCall[][]): (() => Promise<void>) => {
  const prepared = trips.map((calls) => calls.map(({ operation, input }) => resend(client, operation, plain(input))))
  return async () => {
    for (const calls of prepared) await Promise.all(calls.map((call) => call()))
  }
}

const resend = (client: DynamoDBDocumentClient, operation: string, input: unknown): (() => Promise<unknown>) => {
  switch (operation) {
    case 'GetItem':
      return () => client.send(new GetCommand(input as GetCommandInput))
    case 'BatchGetItem':
      return () => client.send(new BatchGetCommand(input as BatchGetCommandInput))
    case 'Query':
      return () => client.send(new QueryCommand(input as QueryCommandInput))
    case 'TransactWriteItems':
      return () => client.send(new TransactWriteCommand(input as TransactWriteCommandInput))
    default:
      throw new Error(`A submission is not expected to call ${operation}`)
  }
}

const IN_WIRE_FORM = ['Key', 'Keys', 'Item', 'ExpressionAttributeValues']

/** A call's input as the document client takes it. */
const plain = (input: unknown): unknown => {
  if (Array.isArray(input)) return input.map(plain)
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, IN_WIRE_FORM.includes(name) ? read(value) : plain(value)]),
  )
}

const read = (value: Record<string, AttributeValue> | Record<string, AttributeValue>[]): unknown =>
  Array.isArray(value) ? value.map((one) => unmarshall(one)) : unmarshall(value)
