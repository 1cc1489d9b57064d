import { gunzipSync } from 'node:zlib'
import type { APIGatewayProxyResult, Context } from 'aws-lambda'
import { handle } from 'hono/aws-lambda'
import { describe, expect, test } from 'vitest'
import { epochMsOf } from '#shared/domain/dates.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { createApp } from '#shared/web/app.ts'
import { fakeServices, OPEN } from './fake-services.ts'
import { elements } from './markup.ts'
import { visitor } from './visitor.ts'

describe('behind the HTTP API', () => {
  const { services } = fakeServices()
  const bytes = Uint8Array.from({ length: 4000 }, (_, index) => index % 256)
  const assets = (name: string) =>
    name === 'noto-sans-lao-400.woff2' ? { bytes, contentType: 'font/woff2' } : undefined
  const handler = handle(createApp({ services, sector: laoUxo, secretariat: [], assets }))
  const ask = (rawPath: string, headers: Record<string, string>) => {
    const http = { method: 'GET', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.7', userAgent: 'test' }
    const requestContext = { http, domainName: 'secretariat.example', timeEpoch: epochMsOf(OPEN) }
    const event = { version: '2.0', rawPath, rawQueryString: '', headers, requestContext, isBase64Encoded: false }
    return handler(event as never, {} as Context) as Promise<APIGatewayProxyResult>
  }

  test('a compressed page travels as base64 and can be read', async () => {
    const answer = await ask('/sign-in', { 'accept-encoding': 'gzip, deflate, br' })
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true, headers: { 'content-encoding': 'gzip' } })
    expect(gunzipSync(Buffer.from(answer.body, 'base64')).toString()).toContain('<!doctype html>')
  })

  test('a browser without compression gets plain text', async () => {
    expect(await ask('/sign-in', {})).toMatchObject({
      isBase64Encoded: false,
      body: expect.stringContaining('<!doctype html>'),
    })
  })

  test('a font arrives byte for byte', async () => {
    const answer = await ask('/assets/noto-sans-lao-400.woff2', { 'accept-encoding': 'gzip' })
    expect(answer.isBase64Encoded).toBe(true)
    expect(Uint8Array.from(Buffer.from(answer.body, 'base64'))).toEqual(bytes)
  })
})

describe('assets', () => {
  test('a link holds the hash of the content, and what it names may be kept for ever', async () => {
    const { get } = visitor()
    const link = elements(await (await get('/sign-in')).text(), 'link').find(
      ({ attributes }) => attributes.rel === 'stylesheet',
    )
    expect(link?.attributes.href).toMatch(/^\/assets\/app\.css\?v=[0-9a-f]{12}$/)
    const asset = await get(link?.attributes.href ?? '')
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect(asset.headers.get('content-type')).toBe('text/css')
    expect((await get('/assets/app.css')).headers.get('cache-control')).toBe('public, max-age=86400')
  })

  test('need no sign-in, and what does not exist is not found', async () => {
    const { get } = visitor({}, { signedIn: false })
    expect((await get('/assets/app.css')).status).toBe(200)
    expect((await get('/assets/secrets.txt')).status).toBe(404)
    expect((await get('/assets/..%2Fpackage.json')).status).toBe(404)
  })
})
