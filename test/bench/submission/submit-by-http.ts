import { cpSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { FUNCTIONS_DIR } from '#infra/functions-dir.ts'
import { httpEvent } from '#infra/local/web/http-event.ts'
import { epochMsOf } from '#shared/domain/dates.ts'
import { functionEnvironment } from '../function-environment.ts'
import { NOW, ROUND, TWG } from './due-report.ts'

const HOST = 'bench.example'
const URL_HERE = `https://${HOST}`
const PLACE = { account: '000000000000', region: 'us-east-1', endpointUrl: URL_HERE, webUrl: URL_HERE }
const Result = z.object({ statusCode: z.number(), headers: z.record(z.string(), z.unknown()) })

/** What the API hands to the function when a chair presses Submit on the check page. */
const submitEvent = (cookie: string): object => {
  const body = Buffer.from(new URLSearchParams({ version: '1' }).toString())
  const headers = {
    host: HOST,
    origin: URL_HERE,
    cookie,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
    'accept-encoding': 'gzip, br',
    'user-agent': 'bench',
  }
  const request = { method: 'POST', url: `/reports/${ROUND}/${TWG}/submit`, headers, httpVersion: '1.1', socket: {} }
  return httpEvent(request as IncomingMessage, body, 'bench', PLACE, epochMsOf(NOW))
}

/**
 * The bundled serve-web function in this process, as an instance of its own with its store at `storeUrl`.
 * @param folder for a copy of the bundle: a module loaded twice from one file would be the same instance
 * @returns one submission through an HTTP event; it throws unless the answer leads to the receipt
 */
export const submitByHttp = async (folder: string, storeUrl: string, cookie: string): Promise<() => Promise<void>> => {
  Object.assign(process.env, functionEnvironment, { AWS_ENDPOINT_URL_DYNAMODB: storeUrl })
  const copy = join(folder, `serve-web-${new URL(storeUrl).port}`)
  cpSync(join(FUNCTIONS_DIR, 'serve-web'), copy, { recursive: true })
  const { handler } = await import(pathToFileURL(join(copy, 'handler.mjs')).href)
  return async () => {
    const { statusCode, headers } = Result.parse(await handler(submitEvent(cookie), {}))
    const receipt = `/reports/${ROUND}/${TWG}/receipt/1`
    if (statusCode !== 303 || headers.location !== receipt)
      throw new Error(`The submission was answered with ${statusCode} ${JSON.stringify(headers)}`)
  }
}
