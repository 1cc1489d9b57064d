import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Place } from '../template/identities.ts'

/** Bodies of these content types reach the function as text; all others, forms too, as base64. So does API Gateway. */
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|[\w.-]+\+(?:json|xml))\b)/i

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The common log format's time: `12/Mar/2026:19:03:58 +0000`. */
const logTime = (milliseconds: number): string => {
  const [date, time] = new Date(milliseconds).toISOString().split('T')
  const [year, month, day] = (date ?? '').split('-')
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${time?.slice(0, 8)} +0000`
}

/**
 * The event of an HTTP API, payload format 2.0.
 * @param now milliseconds since 1970, by the local run's clock: the function's present.
 */
export const httpEvent = (request: IncomingMessage, body: Buffer, apiId: string, place: Place, now: number): object => {
  const [rawPath = '/', ...query] = (request.url ?? '/').split('?')
  const { cookie, ...others } = request.headers
  const headers = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  )
  const isText = TEXT.test(request.headers['content-type'] ?? '')
  const host = request.headers.host ?? ''
  const sourceIp = request.socket.remoteAddress ?? '127.0.0.1'
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: query.join('?'),
    ...(cookie && { cookies: cookie.split(/;\s*/) }),
    headers: {
      ...headers,
      'x-forwarded-for': sourceIp,
      'x-forwarded-port': host.split(':')[1] ?? '80',
      'x-forwarded-proto': 'http',
    },
    ...(query.length > 0 && { queryStringParameters: joined(new URLSearchParams(query.join('?'))) }),
    requestContext: {
      accountId: place.account,
      apiId,
      domainName: host,
      domainPrefix: host.split('.')[0],
      http: {
        method: request.method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: logTime(now),
      timeEpoch: now,
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  }
}

const joined = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]))
