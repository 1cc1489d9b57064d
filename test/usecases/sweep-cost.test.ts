import { expect, it } from 'vitest'
import { idleHour } from '#shared/usecases/calendar/idle-hour.ts'
import { sweep } from '#shared/usecases/calendar/sweep.ts'
import { counting, plannedReminders } from '../fixtures/planned-reminders.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

describeOnTable('the work of a sweep', (fresh) => {
  it('follows what is due: 10,000 planned reminders with 50 due ask the store for what 100 with 50 due ask', {
    timeout: 120_000,
  }, async () => {
    const cost = async (planned: number) => {
      const { store, counts } = counting(await fresh())
      const { world, arm } = await plannedReminders(store, planned)
      await arm('2026-02-11')
      const before = { ...counts }
      await sweep({ ...world.deps, secretariat: [SECRETARIAT] })(at('2026-02-11'))
      return Object.entries(counts).map(([name, count]) => [name, count - before[name as keyof typeof before]])
    }
    const few = await cost(100)
    expect(Object.fromEntries(few).transactions).toBeGreaterThan(50)
    expect(await cost(10_000)).toEqual(few)
  })
  it('on a day that brings nothing new is one read, a look at what the plan rests on, and the note that it was made', async () => {
    const { store, counts } = counting(await fresh())
    const world = await worldOn(store)
    const sweepAt = sweep({ ...world.deps, secretariat: [SECRETARIAT] })
    await sweepAt(at('2026-02-10', '00:00'))
    const before = { ...counts }
    await sweepAt(at('2026-02-11', '00:00'))
    expect(counts.transactions - before.transactions).toBe(1)
  })

  it('is not begun in an hour in which nothing is due, which is asked in one round trip', async () => {
    const { store, counts } = counting(await fresh())
    const world = await worldOn(store)
    const isIdle = idleHour(store)
    expect(await isIdle(at('2026-02-10', '00:00')), 'before the first sweep').toBe(false)
    await sweep({ ...world.deps, secretariat: [SECRETARIAT] })(at('2026-02-10', '00:00'))
    expect(await isIdle(at('2026-02-10', '01:00'))).toBe(true)
    const before = { ...counts }
    expect(await isIdle(at('2026-02-10', '23:00'))).toBe(true)
    expect(counts.queries - before.queries + counts.gets - before.gets, 'calls once it has been seen to act').toBe(1)
    expect(await isIdle(at('2026-02-11', '00:00')), 'when the day is to be planned').toBe(false)
  })
})
