import type { ServerResponse } from 'node:http'
import * as z from 'zod'

const Result = z.object({
  statusCode: z.number().int(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
})

/** Lambda refuses to hand back more than this. */
const LIMIT = 6 * 1024 * 1024

/** API Gateway's own answers. */
export const refuse = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ message }))
}

/**
 * Answers with what the function returned: a result of payload format 2.0, or any other value, which then is the body.
 * @returns why API Gateway would answer 500 instead, or undefined.
 */
export const answerResult = (response: ServerResponse, result: unknown): string | undefined => {
  const hasStatus = typeof result === 'object' && result !== null && 'statusCode' in result
  const parsed = Result.safeParse(
    hasStatus ? result : { statusCode: 200, headers: { 'content-type': 'application/json' }, body: asBody(result) },
  )
  if (!parsed.success) return `its answer is no HTTP result: ${z.prettifyError(parsed.error)}`
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data
  if (body.length > LIMIT) return `its answer has ${body.length} bytes, and Lambda allows ${LIMIT}`
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value))
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  if (statusCode !== 204 && statusCode !== 304) response.setHeader('content-length', bytes.length)
  response.writeHead(statusCode)
  response.end(bytes)
  return undefined
}

const asBody = (result: unknown): string => (typeof result === 'string' ? result : JSON.stringify(result ?? null))
