import { expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar-days.ts'
import type { Mail } from '#shared/domain/mail.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { readBriefDraft } from '#shared/records/briefs.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import { compileBrief } from '#shared/usecases/briefs/compile-brief.ts'
import { deliverBrief } from '#shared/usecases/briefs/deliver-brief.ts'
import { cancelMeeting, scheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { at, meetingSeen, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const SPRING = 'swg-2026-1'
const AUTUMN = 'swg-2026-2'
const FOLLOWED = new Set(['BriefRequested', 'MeetingScheduled', 'MeetingMoved', 'MeetingCancelled'])

/** A sector from 1 January 2026 on, whose working group briefs are compiled, released and mailed by themselves. */
const openSector = async (records: RecordStore) => {
  const world = await worldOn(records)
  const secretariat = await world.contactAt(SECRETARIAT)
  const setPdf = async () => ({ bytes: new TextEncoder().encode('%PDF'), pages: 1 })
  const handled = new Set<string>()
  let today = '2026-01-01'
  const settle = async (now: string) => {
    await world.settleAt(now)
    const subjects = [SPRING, AUTUMN].flatMap((id) => [`brief/${id}`, `meeting/${id}`])
    const events = (await Promise.all(subjects.map(world.events))).flat().toSorted(inTime)
    for (const event of events.filter(({ id }) => !handled.has(id))) {
      handled.add(event.id)
      if (event.type === 'BriefReleased') await deliverBrief({ ...world.deps, setPdf })(event)
      else if (FOLLOWED.has(event.type)) await compileBrief(world.deps)(event)
    }
  }
  /** Every day up to that one, with the sweeps of night and morning. */
  const until = async (day: string) => {
    for (; today < day; today = addDays(today, 1))
      for (const time of ['00:00', '08:00']) {
        await world.sweepAt(at(today, time))
        await settle(at(today, time))
      }
  }
  return {
    until,
    sweptAt: async (day: string, time: string) => {
      await world.sweepAt(at(day, time))
      await settle(at(day, time))
    },
    /** Confirms or moves a meeting today at eleven. */
    schedule: async (id: string, day: string) => {
      const version = await meetingSeen(records, id)
      const command = { id, day, time: '09:00', place: '', link: '', agenda: '', version }
      await scheduleMeeting(world.deps)(command, secretariat, at(today, '11:00'))
      await settle(at(today, '11:00'))
    },
    cancel: async (id: string) => {
      const version = await meetingSeen(records, id)
      await cancelMeeting(world.deps)({ id, version }, secretariat, at(today, '11:00'))
      await settle(at(today, '11:00'))
    },
    brief: async (id: string) => {
      const { status, version, model } = (await readBriefDraft(records, id))?.value ?? {}
      return model?.kind === 'swg' ? { status, version, rounds: model.rounds, model } : undefined
    },
    /** What was mailed of these briefs, and on which local day. */
    mailed: async () => {
      const lines = (await world.mails('brief')).map(({ requestedAt, content }) => {
        const { title } = content as Extract<Mail['content'], { kind: 'brief' }>
        return `${requestedAt.slice(0, 10)} ${title}`
      })
      return [...new Set(lines)].filter((line) => line.includes('meeting')).toSorted()
    },
  }
}

const inTime = (a: Envelope, b: Envelope): number => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)

describeInMemory('the brief of a working group meeting', (fresh) => {
  it('counts its rounds since the meeting before that took place, not one that nobody confirmed', async () => {
    const { until, schedule, brief } = await openSector(await fresh())
    await until('2026-10-30')
    await schedule(AUTUMN, '2026-12-03')
    await until('2026-11-20')
    expect(await brief(SPRING)).toBeUndefined()
    expect((await brief(AUTUMN))?.rounds).toEqual(['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'])
  })

  it('takes in a round that closed after the brief before, though ahead of its meeting', async () => {
    const { until, schedule, brief } = await openSector(await fresh())
    await until('2026-04-05')
    await schedule(SPRING, '2026-07-28')
    await until('2026-09-20')
    await schedule(AUTUMN, '2026-12-03')
    await until('2026-11-20')
    expect((await brief(SPRING))?.rounds).toEqual(['2025-Q4', '2026-Q1'])
    expect((await brief(AUTUMN))?.rounds).toEqual(['2026-Q2', '2026-Q3'])
  })

  it('waits for a meeting that moves while it is a draft, and then holds the rounds closed by then', async () => {
    const { until, schedule, brief, mailed } = await openSector(await fresh())
    await until('2026-04-05')
    await schedule(SPRING, '2026-06-08')
    await until('2026-05-27')
    await schedule(SPRING, '2026-09-01')
    await until('2026-08-18')
    expect(await brief(SPRING)).toMatchObject({ status: 'draft', version: 0 })
    await until('2026-08-22')
    expect(await brief(SPRING)).toMatchObject({ status: 'released', rounds: ['2025-Q4', '2026-Q1', '2026-Q2'] })
    expect(await mailed()).toEqual(['2026-08-21 Brief for Sector working group meeting 1 of 2026'])
  })

  it('that was released before its meeting moved is compiled anew for the new day: version 2 begins with day and rounds', async () => {
    const { until, schedule, brief, mailed } = await openSector(await fresh())
    await until('2026-04-05')
    await schedule(SPRING, '2026-06-08')
    await until('2026-06-03')
    await schedule(SPRING, '2026-09-01')
    await until('2026-08-18')
    expect(await brief(SPRING)).toMatchObject({ status: 'released', version: 1 })
    await until('2026-08-20')
    expect(await brief(SPRING)).toMatchObject({ status: 'draft', version: 1 })
    await until('2026-09-20')
    const { version, model } = (await brief(SPRING)) ?? {}
    expect(version).toBe(2)
    expect(model?.corrections).toEqual({
      of: 1,
      changes: [
        { what: 'Day of the meeting', was: '8 June 2026', is: '1 September 2026' },
        { what: 'Rounds', was: '2025-Q4, 2026-Q1', is: '2025-Q4, 2026-Q1, 2026-Q2' },
      ],
      reasons: [
        'The meeting moved from 8 June 2026 to 1 September 2026: this version was compiled anew as a whole, with the rounds closed and the ledger recorded since.',
      ],
    })
    expect(await mailed()).toEqual([
      '2026-05-28 Brief for Sector working group meeting 1 of 2026',
      '2026-08-21 Corrected brief for Sector working group meeting 1 of 2026',
    ])
    await schedule(AUTUMN, '2026-12-03')
    await until('2026-11-20')
    expect((await brief(AUTUMN))?.rounds).toEqual(['2026-Q3'])
  })

  it('that was released before its meeting was cancelled is compiled anew once it is scheduled again', async () => {
    const { until, schedule, cancel, brief } = await openSector(await fresh())
    await until('2026-04-05')
    await schedule(SPRING, '2026-06-08')
    await until('2026-06-03')
    await cancel(SPRING)
    await until('2026-06-10')
    await schedule(SPRING, '2026-08-14')
    await until('2026-08-05')
    expect(await brief(SPRING)).toMatchObject({ version: 2, rounds: ['2025-Q4', '2026-Q1', '2026-Q2'] })
  })

  it('goes out in the morning of the day before at the latest, at once where the meeting was confirmed later than that', async () => {
    const { until, sweptAt, schedule, mailed } = await openSector(await fresh())
    await until('2026-06-01')
    await schedule(SPRING, '2026-06-03')
    await sweptAt('2026-06-01', '12:00')
    await until('2026-06-02')
    expect(await mailed()).toEqual([])
    await until('2026-06-03')
    expect(await mailed()).toEqual(['2026-06-02 Brief for Sector working group meeting 1 of 2026'])
    await until('2026-11-29')
    await schedule(AUTUMN, '2026-11-30')
    await sweptAt('2026-11-29', '12:00')
    await sweptAt('2026-11-29', '13:00')
    expect((await mailed()).at(-1)).toBe('2026-11-29 Brief for Sector working group meeting 2 of 2026')
  })
})
