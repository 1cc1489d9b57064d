import { expect, it } from 'vitest'
import { openActionPoints } from '#shared/records/action-points.ts'
import { readMeeting } from '#shared/records/calendar.ts'
import { readMinutes } from '#shared/records/minutes.ts'
import type { Key, Query, Write } from '#shared/records/record-store.ts'
import { readMeetingSheet } from '#shared/usecases/meetings/read-meeting.ts'
import { type RecordMinutes, recordMinutes } from '#shared/usecases/meetings/record-minutes.ts'
import { cancelMeeting, scheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const ID = '2026-Q1-risk-education'
const POINT = { text: 'Print 500 posters', owner: 'member1@risk-education.example', due: '2026-06-01' }
const RECORDED: RecordMinutes = {
  meeting: ID,
  version: 0,
  summary: 'All seven operators came.',
  decisions: 'Use one list\n\n  Meet in Xiengkhuang  ',
  points: [{ text: '', owner: '', due: '' }, POINT],
}

describeInMemory('minutes', (fresh) => {
  const held = async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-04-01', '00:00'))
    const secretariat = await world.contactAt(SECRETARIAT)
    const command = { id: ID, day: '2026-05-04', time: '09:00', place: 'Vientiane', link: '', agenda: '', version: 0 }
    await scheduleMeeting(world.deps)(command, secretariat, at('2026-04-03', '10:00'))
    await world.settleAt(at('2026-04-03', '10:00'))
    await world.sweepAt(at('2026-05-04', '12:00'))
    const record = (own: Partial<RecordMinutes> = {}, actor = secretariat, day = '2026-05-05') =>
      recordMinutes(world.deps)({ ...RECORDED, ...own }, actor, at(day, '10:00'))
    return { world, secretariat, record }
  }

  it('are for a meeting that was held: moved and recorded at the same moment, one of the two is refused', async () => {
    const { world, secretariat } = await held()
    const { records } = world.deps
    const move = (deps = world.deps) =>
      scheduleMeeting(deps)(
        { id: ID, day: '2026-05-20', time: '09:00', place: '', link: '', agenda: '', version: 1 },
        secretariat,
        at('2026-05-05'),
      )
    const record = (deps = world.deps) => recordMinutes(deps)(RECORDED, secretariat, at('2026-05-05'))
    /** A store in which `other` happens after everything was read and before anything is written. */
    const meanwhile = (other: () => Promise<unknown>) => ({
      ...world.deps,
      records: {
        get: (key: Key) => records.get(key),
        query: (query: Query) => records.query(query),
        transact: async (writes: readonly Write[]) => {
          await other()
          await records.transact(writes)
        },
      },
    })
    await expect(record(meanwhile(() => move()))).rejects.toMatchObject({ code: 'changed' })
    await world.sweepAt(at('2026-05-20', '12:00'))
    const late = (deps = world.deps) => cancelMeeting(deps)({ id: ID, version: 2 }, secretariat, at('2026-05-21'))
    const recordLate = () => recordMinutes(world.deps)(RECORDED, secretariat, at('2026-05-21'))
    await expect(late(meanwhile(recordLate))).rejects.toMatchObject({ code: 'changed' })
    expect((await readMeeting(records, ID))?.value.status).toBe('held')
  })

  it('open their action points with their event in one transaction, however often the form is sent', async () => {
    const { world, record } = await held()
    const { recordedAt: _, ...minutes } = await record()
    expect(minutes).toMatchObject({
      version: 1,
      decisions: ['Use one list', 'Meet in Xiengkhuang'],
      actionPoints: [{ text: 'Print 500 posters', due: '2026-06-01' }],
    })
    await record()
    expect((await world.events(`minutes/${ID}`)).map(({ type }) => type)).toEqual(['MinutesRecorded'])
    const [point] = await openActionPoints(world.deps.records, 'risk-education')
    expect((await world.events(`action-point/${point?.id}`)).map(({ type }) => type)).toEqual(['ActionPointOpened'])
    expect((await readMinutes(world.deps.records, ID))?.version).toBe(1)
  })

  it('are mailed to whoever took part, each version once', async () => {
    const { world, record } = await held()
    await record()
    await world.settleAt(at('2026-05-05', '10:00'))
    const mails = async () =>
      (
        await Promise.all(
          (
            await world.mails('minutes')
          ).map(
            async ({ contact, content }) =>
              `v${content.kind === 'minutes' && content.version} ${await world.addressOf(contact)}`,
          ),
        )
      ).toSorted()
    expect(await mails()).toEqual([
      'v1 alternate@risk-education.example',
      'v1 chair@risk-education.example',
      'v1 member1@risk-education.example',
      'v1 member2@risk-education.example',
    ])
    await record({ version: 1, points: [{ text: 'Tell the schools', owner: 'HI', due: '2026-07-01' }] })
    await world.settleAt(at('2026-05-05', '10:00'))
    expect((await mails()).filter((mail) => mail.startsWith('v2'))).toHaveLength(4)
    expect((await readMinutes(world.deps.records, ID))?.actionPoints).toHaveLength(2)
  })

  it('are recorded by the chair of the TWG too, not by others, and not before the meeting', async () => {
    const { world, record } = await held()
    await expect(record({}, await world.contactAt('member1@risk-education.example'))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(record({}, await world.contactAt('chair@victim-assistance.example'))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(record({ meeting: '2026-Q1-victim-assistance' })).rejects.toThrow('proposed')
    expect(await record({}, await world.contactAt('chair@risk-education.example'))).toMatchObject({ version: 1 })
  })

  it('name what is wrong at its field, and say when somebody was faster', async () => {
    const { record } = await held()
    const wrong: [Partial<RecordMinutes>, string][] = [
      [{ points: [POINT, { ...POINT, due: '2569-06-01' }] }, 'point2-due'],
      [{ points: [{ ...POINT, owner: 'nobody@elsewhere.example' }] }, 'point1-owner'],
      [{ summary: '', decisions: ' ', points: [] }, 'summary'],
      [{ summary: 'x'.repeat(5001) }, 'summary'],
      [{ decisions: 'x'.repeat(501) }, 'decisions'],
    ]
    for (const [own, field] of wrong) await expect(record(own)).rejects.toMatchObject({ code: 'invalid', field })
    await record()
    await expect(record({ summary: 'Another' })).rejects.toMatchObject({ code: 'changed' })
  })

  it('are asked for 3 and 7 days after the meeting, until they are there', async () => {
    const { world, record } = await held()
    const asked = async () =>
      (await world.mails('reminders')).flatMap(({ content }) =>
        content.kind === 'reminders' ? content.items.filter(({ rule }) => rule.startsWith('minutes')) : [],
      )
    await world.sweepAt(at('2026-05-06'))
    expect(await asked()).toEqual([])
    await world.sweepAt(at('2026-05-07'))
    expect((await asked()).map(({ rule, path }) => [rule, path])).toEqual([['minutes-3', `/meetings/${ID}/minutes`]])
    await record({}, undefined, '2026-05-08')
    await world.sweepAt(at('2026-05-11'))
    expect(await asked()).toHaveLength(1)
  })

  it('stand on the page of the meeting, with those who took part', async () => {
    const { world, secretariat, record } = await held()
    await record()
    const sheet = await readMeetingSheet(world.deps)(ID, secretariat, at('2026-05-05', '11:00'))
    expect(sheet).toMatchObject({ mayRecord: true, mayChange: false, minutes: { version: 1 } })
    expect(sheet.participants).toEqual([
      'Member 1, risk-education',
      'Member 2, risk-education',
      'Souksavanh Inthavong',
      'Thongdy Luangrath',
    ])
  })
})
