import { expect, test } from 'vitest'
import { describeWithStore, startFixture } from './fixture-system.ts'

describeWithStore('the web endpoint', () => {
  test('gives the function the event of an HTTP API, and only the environment of the template', async () => {
    const { system } = await startFixture()
    const answer = await fetch(`${system.webUrl}/a%20b?x=1&x=2&y=`, {
      method: 'POST',
      headers: { cookie: 'a=1; b=2', 'content-type': 'application/json; charset=utf-8', 'x-mine': 'Yes' },
      body: '{"ຊື່":1}',
    })
    const { event, environment } = (await answer.json()) as { event: object; environment: object }
    expect(event).toMatchObject({
      version: '2.0',
      rawPath: '/a%20b',
      rawQueryString: 'x=1&x=2&y=',
      queryStringParameters: { x: '1,2', y: '' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-mine': 'Yes', host: system.webUrl.slice('http://'.length) },
      body: '{"ຊື່":1}',
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'POST', path: '/a%20b', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
        stage: '$default',
        time: '01/Jan/2026:00:30:00 +0000',
        timeEpoch: Date.UTC(2026, 0, 1, 0, 30),
      },
    })
    expect(event).not.toHaveProperty('headers.cookie')
    expect(environment).toEqual({
      TABLE_NAME: 'Fixture-Records',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local-Fixture-Web',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL: system.endpointUrl,
      AWS_LAMBDA_FUNCTION_NAME: 'Fixture-Web',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      TZ: 'UTC',
    })
  })

  test('hands over forms and binary bodies as base64', async () => {
    const { system } = await startFixture()
    const answer = await fetch(system.webUrl, { method: 'POST', body: new URLSearchParams({ a: 'ä' }) })
    expect(await answer.json()).toMatchObject({ event: { isBase64Encoded: true, body: btoa('a=%C3%A4') } })
  })

  test('answers with status, headers, cookies and bytes', async () => {
    const { system } = await startFixture()
    const answer = await fetch(`${system.webUrl}/binary`)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2'])
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 1])
  })

  test('answers 500 for a failure, shows it on the console, and serves on', async () => {
    const { system, reported } = await startFixture()
    const answer = await fetch(`${system.webUrl}/fail`)
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }])
    expect(reported.join()).toContain('Fixture-Web failed: RangeError: as asked')
    expect(await (await fetch(system.webUrl)).json()).toMatchObject({ served: 2 })
  })

  test('ends a function that takes longer than its timeout, and starts it anew', async () => {
    const { system, reported } = await startFixture()
    expect((await fetch(`${system.webUrl}/slow`)).status).toBe(500)
    expect(reported.join()).toContain('took longer than 4 s')
    expect(await (await fetch(system.webUrl)).json()).toMatchObject({ served: 1 })
  })

  test('ends a function that holds more memory than the template gives it', async () => {
    const { system, reported } = await startFixture()
    expect((await fetch(`${system.webUrl}/hoard`)).status).toBe(500)
    expect(reported.join()).toContain('memory limit')
    expect(await (await fetch(system.webUrl)).json()).toMatchObject({ served: 1 })
  })

  test('takes no request above 10 MB and gives no answer above 6 MB', async () => {
    const { system, reported } = await startFixture()
    const large = await fetch(system.webUrl, { method: 'POST', body: 'x'.repeat(10 * 1024 * 1024 + 1) })
    expect(large.status).toBe(413)
    expect((await fetch(`${system.webUrl}/large`)).status).toBe(500)
    expect(reported.join()).toContain('Lambda allows')
  })
})
