import { request as send } from 'node:http'
import type { Activity } from '../activity.ts'
import { type DynamoService, LOCAL_CREDENTIAL } from '../dynamodb/dynamo-service.ts'
import type { AwsService } from './aws-endpoint.ts'

const WRITES =
  /\.(?:PutItem|UpdateItem|DeleteItem|BatchWriteItem|TransactWriteItems|ExecuteStatement|ExecuteTransaction|BatchExecuteStatement)$/

/** Hands calls through to the store. `written` is called when a write of a caller was answered, before the caller hears of it. */
export const dynamodbService =
  (store: DynamoService, activity: Activity, written: (caller: string) => void): AwsService =>
  ({ caller, request, response }) =>
    new Promise((resolve, reject) => {
      const end = activity.begin()
      const writes = WRITES.test(String(request.headers['x-amz-target'] ?? ''))
      const call = send(
        {
          host: store.host,
          port: store.port,
          path: request.url,
          method: request.method,
          agent: store.agent,
          headers: { ...request.headers, ...LOCAL_CREDENTIAL },
        },
        (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers)
          answer.pipe(response)
          answer.once('end', () => {
            if (writes) written(caller)
          })
          answer.once('error', reject)
        },
      )
      call.once('error', reject)
      request.once('error', reject)
      response.once('close', () => {
        if (!response.writableFinished) call.destroy()
        end()
        resolve()
      })
      request.pipe(call)
    })
