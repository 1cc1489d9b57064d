import { expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar-days.ts'
import { addMs } from '#shared/domain/dates.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import {
  deliveredTwice,
  killedAfterEachWrite,
  runDays,
  type Sweeping,
  twoAtOnce,
  undisturbed,
} from '../fixtures/calendar-run.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { timelineOf } from '../fixtures/people-at-work.ts'
import { at, worldOn } from '../fixtures/world.ts'

/** Six weeks with a round, its escalation, five meetings with their invitations and minutes, and three obligations. */
const [FROM, TO] = ['2026-03-30', '2026-05-12']

describeInMemory('the calendar under faults', (fresh) => {
  let known: Promise<string[]> | undefined
  const expected = () => {
    known ??= fresh().then((records) => runDays(records, FROM, TO, undisturbed))
    return known
  }

  it.each<[string, Sweeping]>([
    ['killed between any two of its writes and run again', killedAfterEachWrite],
    ['that gets the same hour twice', deliveredTwice],
    ['that runs twice at once', twoAtOnce],
  ])('a sweep %s sends the very same mails at the same times', { timeout: 240_000 }, async (_, sweeping) => {
    const timeline = await runDays(await fresh(), FROM, TO, sweeping)
    expect((await expected()).length).toBeGreaterThan(140)
    expect(timeline.join('\n')).toBe((await expected()).join('\n'))
  })

  /** Rules and recipients by subject: what a person was told, without the time. */
  const told = (lines: readonly string[]) => lines.map((line) => line.slice('2026-04-10 08:00 '.length))
  /** Nobody is at work: midnight and eight o'clock, with some time missing. */
  const sweepAll = async (records: RecordStore, from: string, to: string, gone?: readonly [string, string]) => {
    const world = await worldOn(records)
    for (let day = from; day <= to; day = addDays(day, 1))
      for (const time of ['00:00', '08:00']) {
        const now = at(day, time)
        if (!gone || now < gone[0] || now > gone[1]) await world.sweepAt(now)
      }
    return { world, lines: await timelineOf(world) }
  }

  it('an hour that is missing only makes its mails an hour late', { timeout: 120_000 }, async () => {
    const plain = (await sweepAll(await fresh(), '2026-03-31', '2026-04-12')).lines
    const { world } = await sweepAll(await fresh(), '2026-03-31', '2026-04-10', [at('2026-04-10'), at('2026-04-10')])
    await world.sweepAt(at('2026-04-10', '09:00'))
    for (const day of ['2026-04-11', '2026-04-12'])
      for (const time of ['00:00', '08:00']) await world.sweepAt(at(day, time))
    const late = await timelineOf(world)
    expect(late.filter((line) => line.startsWith('2026-04-10')).map((line) => line.slice(11, 16))).toEqual(
      Array(5).fill('09:00'),
    )
    expect(told(late).toSorted()).toEqual(told(plain).toSorted())
  })

  it.each([1, 5, 12, 40, 90])(
    'a clock that jumps %i days sends the latest of each subject once, nothing that has expired, and then all the rest',
    { timeout: 240_000 },
    async (days) => {
      const [start, jump] = ['2026-03-25', '2026-04-09']
      const back = addDays(jump, days)
      const end = addDays(back, 12)
      const plain = (await sweepAll(await fresh(), start, end)).lines
      const gone = [addMs(at(jump, '08:00'), 1), addMs(at(back, '08:00'), -1)] as const
      const { lines } = await sweepAll(await fresh(), start, end, gone)
      expect(new Set(lines).size).toBe(lines.length)
      expect(new Set(told(lines)).size).toBe(lines.length)
      for (const line of told(lines)) expect(told(plain)).toContain(line)
      const before = (all: readonly string[]) => all.filter((line) => line < `${jump} 09`)
      const after = (all: readonly string[]) => all.filter((line) => line > `${back} 09`)
      expect(before(lines)).toEqual(before(plain))
      expect(after(lines)).toEqual(after(plain))
      const ofDay = lines.filter((line) => line.startsWith(back)).map((line) => line.split(' '))
      const subjects = ofDay.map(([, , address, , subject]) => `${address} ${subject}`)
      expect(new Set(subjects).size).toBe(subjects.length)
    },
  )
})
