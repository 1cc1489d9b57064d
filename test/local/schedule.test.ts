import { expect, test } from 'vitest'
import { describeWithStore, startFixture } from './fixture-system.ts'

describeWithStore('the hourly schedule', () => {
  test('tells the function its hour, and virtual time is the platform’s clock', async () => {
    const { system, noted } = await startFixture()
    await system.runSchedule(new Date('2026-07-01T08:00:00Z'))
    expect(await noted('SWEPT#2026-07-01T08:00:00Z')).toEqual({ value: Date.UTC(2026, 6, 1, 8) })
  })

  test('leaves an invocation that failed twice in the dead-letter queue', async () => {
    const { system } = await startFixture()
    await system.runSchedule(new Date('2026-12-24T08:00:00Z'))
    const [letter] = system.deadLetters()
    expect(letter?.queue).toBe('Fixture-SweepDead')
    expect(JSON.parse(letter?.body ?? '')).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 2 },
      requestPayload: { scheduledTime: '2026-12-24T08:00:00Z' },
    })
  })

  test('cannot go back in time', async () => {
    const { system } = await startFixture()
    system.advanceTo(new Date('2026-07-01T08:00:00Z'))
    expect(() => system.advanceTo(new Date('2026-07-01T07:00:00Z'))).toThrow('cannot go back')
  })
})
