import { expect, it } from 'vitest'
import type { BriefModel } from '#shared/domain/briefs/model.ts'
import { swgMeetings } from '#shared/domain/calendar/meeting.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { type EventFacts, eventOf } from '#shared/events/event.ts'
import { readBriefDraft, readBriefVersion } from '#shared/records/briefs.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { compileBrief } from '#shared/usecases/briefs/compile-brief.ts'
import { releaseBrief } from '#shared/usecases/briefs/release-brief.ts'
import { cancelMeeting, scheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { at, meetingSeen, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const TWG_MEETING = '2026-Q1-risk-education'
const TWG_BRIEF = '2026-Q1/risk-education'

/** A sector on 25 April 2026, its first TWG briefs asked for, and a meeting of the working group confirmed for June. */
const openSector = async (records: RecordStore) => {
  const world = await worldOn(records)
  const { deps } = world
  const secretariat = await world.contactAt(SECRETARIAT)
  const [swg] = swgMeetings(2026, laoUxo)
  if (!swg) throw new Error('no meeting')
  await world.sweepAt(at('2026-04-01', '00:00'))
  const asked = (brief: string, kind: 'twg' | 'swg', now: string) => {
    const data = { brief, kind }
    const facts: EventFacts<'BriefRequested'> = { id: brief, type: 'BriefRequested', subject: 'x', sequence: 1, data }
    return compileBrief(deps)(eventOf(facts, { now: at(now), actor: 'system' }))
  }
  /** What the bus would hand over of a meeting: everything, again, in order. */
  const told = async (id: string) => {
    const events = (await world.events(`meeting/${id}`)).toSorted((a, b) => a.sequence - b.sequence)
    for (const event of events as Envelope[]) await compileBrief(deps)(event)
  }
  const schedule = async (id: string, day: string, now: string) => {
    const command = {
      id,
      day,
      time: '09:00',
      place: 'Vientiane',
      link: '',
      agenda: '',
      version: await meetingSeen(records, id),
    }
    await scheduleMeeting(deps)(command, secretariat, at(now))
    await told(id)
  }
  const cancel = async (id: string, now: string) => {
    await cancelMeeting(deps)({ id, version: await meetingSeen(records, id) }, secretariat, at(now))
    return () => told(id)
  }
  const model = async (key: string): Promise<BriefModel | undefined> =>
    (await readBriefDraft(records, key))?.value.model
  const meetingsIn = async (key: string) => {
    const brief = await model(key)
    return brief?.kind === 'twg' ? brief.meetings.map(({ day, status }) => `${day} ${status}`) : undefined
  }
  return { ...world, secretariat, swg, asked, schedule, cancel, model, meetingsIn }
}

describeInMemory('a brief that waits for its release', (fresh) => {
  it('follows the meetings of its group and of the working group: confirmed, moved, cancelled', async () => {
    const { asked, schedule, cancel, meetingsIn, swg } = await openSector(await fresh())
    await asked(TWG_BRIEF, 'twg', '2026-04-25')
    await schedule(TWG_MEETING, '2026-05-04', '2026-04-25')
    expect(await meetingsIn(TWG_BRIEF)).toEqual(['2026-05-04 scheduled', `${swg.day} proposed`])
    await schedule(TWG_MEETING, '2026-05-06', '2026-04-26')
    await schedule(swg.id, '2026-06-10', '2026-04-26')
    expect(await meetingsIn(TWG_BRIEF)).toEqual(['2026-05-06 scheduled', '2026-06-10 scheduled'])
    await (await cancel(TWG_MEETING, '2026-04-27'))()
    expect(await meetingsIn(TWG_BRIEF)).toEqual(['2026-06-10 scheduled'])
  })

  it('once released says what was so then', async () => {
    const { deps, secretariat, asked, schedule, cancel, meetingsIn, swg } = await openSector(await fresh())
    await asked(TWG_BRIEF, 'twg', '2026-04-25')
    await schedule(TWG_MEETING, '2026-05-04', '2026-04-25')
    await releaseBrief(deps)(TWG_BRIEF, secretariat, at('2026-04-26'))
    await (await cancel(TWG_MEETING, '2026-04-27'))()
    expect(await meetingsIn(TWG_BRIEF)).toEqual(['2026-05-04 scheduled', `${swg.day} proposed`])
  })

  it('of a meeting that is cancelled is never released, by itself or by hand, and is gone', async () => {
    const { deps, secretariat, sweepAt, asked, schedule, cancel, model, swg } = await openSector(await fresh())
    await schedule(swg.id, swg.day, '2026-05-20')
    await asked(swg.id, 'swg', '2026-05-25')
    expect(await model(swg.id)).toBeDefined()
    const tell = await cancel(swg.id, '2026-05-26')
    await sweepAt(at('2026-05-29'))
    await expect(releaseBrief(deps)(swg.id, secretariat, at('2026-05-29'))).rejects.toMatchObject({ code: 'changed' })
    await tell()
    await asked(swg.id, 'swg', '2026-05-29')
    await sweepAt(at('2026-05-30'))
    expect(await model(swg.id)).toBeUndefined()
    expect(await readBriefVersion(deps.records, swg.id, 1)).toBeUndefined()
  })
})
