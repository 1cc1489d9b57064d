import { expect, test } from 'vitest'
import { awsCall, describeWithStore, putEvents, startFixture, written } from './fixture-system.ts'

const write = (webUrl: string, id: string, detail: object) =>
  fetch(`${webUrl}/write?prefix=OUTBOX&id=${id}&detail=${encodeURIComponent(JSON.stringify(detail))}`)

describeWithStore('what is written', () => {
  test('goes over stream, bus and queue to the function whose rule it fits', async () => {
    const { system, noted } = await startFixture()
    await write(system.webUrl, '1', { id: '1' })
    await system.settle()
    expect(await noted('REACTED#1')).toEqual({
      value: {
        event: {
          version: '0',
          id: expect.any(String),
          'detail-type': 'Written',
          source: 'fixture',
          account: '000000000000',
          time: '2026-01-01T00:30:00Z',
          region: 'us-east-1',
          resources: [],
        },
        receives: '1',
      },
    })
    expect(system.deadLetters()).toEqual([])
  })

  test('is given up alone when it always fails, and what stands around it goes on', async () => {
    const { system, noted } = await startFixture()
    await Promise.all(['1', '2', 'poison', '3', '4'].map((id) => write(system.webUrl, id, { id })))
    await system.settle()
    for (const id of ['1', '2', '3', '4']) expect(await noted(`REACTED#${id}`)).toBeDefined()
    const [letter, ...others] = system.deadLetters()
    expect(others).toEqual([])
    expect(letter?.queue).toBe('Fixture-RelayDead')
    expect(JSON.parse(letter?.body ?? '')).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
      DDBStreamBatchInfo: { batchSize: 1 },
    })
  })
})

describeWithStore('an event', () => {
  test('that always fails ends in the dead-letter queue after the attempts the template gives, and holds up no other', async () => {
    const { system, putEvent, noted, reported } = await startFixture()
    await putEvent({ id: 'bad', fail: true })
    await putEvent({ id: 'good' })
    await system.settle()
    expect(await noted('REACTED#good')).toBeDefined()
    expect(system.deadLetters()).toEqual([
      { queue: 'Fixture-ReactDead', id: expect.any(String), body: expect.stringContaining('"bad"') },
    ])
    const lines = reported.filter((line) => line.includes('given up'))
    expect(lines).toEqual([expect.stringContaining('after 3 attempts on queue Fixture-ReactQueue')])
    expect(lines.join()).not.toContain('"bad"')
  })

  test('is refused by itself when its entry is wrong', async () => {
    const { system, noted } = await startFixture()
    const entries = [
      written({ id: '1' }),
      { ...written({}), Detail: '[1]' },
      { ...written({}), Detail: '{' },
      { ...written({}), Source: undefined },
      { ...written({}), Source: 'aws.ses' },
      { ...written({}), EventBusName: 'NoBus' },
      { ...written({ id: '2' }), EventBusName: 'arn:aws:events:us-east-1:000000000000:event-bus/FixtureBus' },
    ]
    const answer = await putEvents(system.endpointUrl, entries)
    expect(answer.FailedEntryCount).toBe(5)
    expect(answer.Entries.map((entry) => entry.ErrorCode ?? typeof entry.EventId)).toEqual([
      'string',
      'MalformedDetail',
      'MalformedDetail',
      'InvalidArgument',
      'NotAuthorizedForSourceException',
      'ResourceNotFoundException',
      'string',
    ])
    await system.settle()
    expect(await noted('REACTED#1')).toBeDefined()
    expect(await noted('REACTED#2')).toBeDefined()
  })

  test('that fits no rule is accepted and goes nowhere', async () => {
    const { system, putEvent, noted } = await startFixture()
    expect((await putEvent({ id: '1' }, { Source: 'elsewhere' })).FailedEntryCount).toBe(0)
    await system.settle()
    expect(await noted('REACTED#1')).toBeUndefined()
  })

  test('above 256 KB is refused with its whole request', async () => {
    const { system } = await startFixture()
    const large = written({ text: 'x'.repeat(256 * 1024) })
    await expect(putEvents(system.endpointUrl, [large])).rejects.toThrow('ValidationException')
  })
})

describeWithStore('the AWS endpoint', () => {
  test('refuses by name a service or an action it has not, and answers only signed requests', async () => {
    const { system } = await startFixture()
    const refusal = async (service: string, target: string) => {
      const answer = await awsCall(system.endpointUrl, service, target, '{}')
      return [answer.status, await answer.text()]
    }
    expect(await refusal('s3', '')).toEqual([404, expect.stringContaining('no AWS service')])
    expect(await refusal('events', 'AWSEvents.ListRules')).toEqual([
      400,
      expect.stringContaining('AWSEvents.ListRules'),
    ])
    expect(await refusal('ses', '')).toEqual([400, expect.stringContaining('InvalidAction')])
    expect((await fetch(system.endpointUrl, { method: 'POST' })).status).toBe(403)
  })
})
