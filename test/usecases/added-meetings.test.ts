import { expect, it } from 'vitest'
import { dayAt } from '#shared/domain/dates.ts'
import { readMeeting } from '#shared/records/calendar.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { compileBrief } from '#shared/usecases/briefs/compile-brief.ts'
import { readBrief } from '#shared/usecases/briefs/read-brief.ts'
import { readPlanAhead } from '#shared/usecases/calendar/plan-ahead.ts'
import { readPublicFeed } from '#shared/usecases/feeds/read-feed.ts'
import { type AddMeeting, addMeeting } from '#shared/usecases/meetings/add-meeting.ts'
import { cancelMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const ADDED: AddMeeting = {
  group: 'risk-education',
  title: 'Extraordinary meeting on schools',
  day: '2026-05-20',
  time: '9:30',
  place: 'Vientiane',
  link: '',
  agenda: 'Schools in the south',
}

describeInMemory('a meeting that the calendar does not propose', (fresh) => {
  const begin = async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-05-01', '00:00'))
    const secretariat = await world.contactAt(SECRETARIAT)
    const add = async (own: Partial<AddMeeting> = {}, actor = secretariat) => {
      const now = at('2026-05-04', '10:00')
      const added = await addMeeting(world.deps)({ ...ADDED, ...own }, actor, now)
      await world.settleAt(now)
      return added
    }
    return { world, secretariat, add }
  }
  const told = async ({ world }: Awaited<ReturnType<typeof begin>>) =>
    (await world.mails('reminders')).flatMap(({ content }) =>
      content.kind === 'reminders' ? content.items.map(({ rule, subject }) => `${rule} ${subject}`) : [],
    )

  it('invites its group, is reminded of, held and asked for its minutes like any other; added twice, it is one', async () => {
    const begun = await begin()
    const { world, add } = begun
    const { id } = await add()
    expect(await add()).toMatchObject({ id, time: '09:30', status: 'scheduled', sequence: 1, agenda: [ADDED.agenda] })
    expect(await world.mails('invitation')).toHaveLength(4)
    expect(await world.events(`meeting/${id}`)).toHaveLength(1)
    await world.sweepAt(at('2026-05-19'))
    await world.sweepAt(at('2026-05-20', '12:00'))
    await world.sweepAt(at('2026-05-23'))
    const own = (await told(begun)).filter((line) => line.endsWith(id))
    expect(new Set(own)).toEqual(new Set([`meeting-1 meeting/${id}`, `minutes-3 minutes/${id}`]))
  })

  it('that took place lately is added for its minutes and mails nobody', async () => {
    const begun = await begin()
    const { id } = await begun.add({ day: '2026-04-29' })
    await begun.world.sweepAt(at('2026-05-06'))
    expect(await begun.world.mails('invitation')).toEqual([])
    expect((await told(begun)).filter((line) => line.endsWith(id))).toEqual([`minutes-7 minutes/${id}`])
  })

  it('of the working group gets its brief', async () => {
    const { world, secretariat, add } = await begin()
    const { id } = await add({ group: 'swg', day: '2026-06-10' })
    await world.sweepAt(at('2026-05-27', '00:00'))
    for (const event of await world.events(`brief/${id}`)) await compileBrief(world.deps)(event)
    const { model } = await readBrief(world.deps)(id, secretariat, at('2026-05-27'))
    expect(model).toMatchObject({ kind: 'swg', meeting: { title: ADDED.title, day: '2026-06-10' } })
  })

  it('stands in the plan and in the calendar that is subscribed to, as any other; one that took place with its minutes alone', async () => {
    const { world, secretariat, add } = await begin()
    await add({ group: 'swg', day: '2026-06-10' })
    await add({ day: '2026-04-24', title: 'Talk in April' })
    const now = at('2026-05-04', '10:30')
    const plan = (await readPlanAhead(world.deps)(secretariat, now))
      .filter(({ what }) => what.startsWith(ADDED.title) || what === 'Talk in April')
      .map(({ at: due, rule, what, to }) => `${dayAt(due, laoUxo.timeZone)} ${rule} ${what.slice(0, 4)} ${to.length}`)
    expect(plan).toEqual([
      '2026-05-04 minutes-7 Talk 1',
      '2026-05-11 meeting-30 Extr 16',
      '2026-05-27 meeting-14 Extr 16',
      '2026-05-30 meeting-brief Extr 4',
      '2026-06-03 meeting-7 Extr 16',
      '2026-06-09 meeting-1 Extr 16',
      '2026-06-13 minutes-3 Extr 1',
      '2026-06-17 minutes-7 Extr 1',
    ])
    const { meetings } = await readPublicFeed(world.deps)(now)
    expect(meetings.map(({ title }) => title)).toEqual(expect.arrayContaining([ADDED.title, 'Talk in April']))
  })

  it('is not added beside another that its group has on the day, unless that is cancelled', async () => {
    const { world, secretariat, add } = await begin()
    const { day = '' } = (await readMeeting(world.deps.records, 'swg-2026-1'))?.value ?? {}
    const beside = add({ group: 'swg', day })
    await expect(beside).rejects.toThrow('a meeting on this day already, Sector working group meeting 1 of 2026')
    expect(await add({ day })).toMatchObject({ day })
    await cancelMeeting(world.deps)({ id: 'swg-2026-1', version: 0 }, secretariat, at('2026-05-04'))
    expect(await add({ group: 'swg', day })).toMatchObject({ day })
  })

  it('is added by the secretariat alone, for a group, with a title, once a day for each group', async () => {
    const { world, add } = await begin()
    const chair = await world.contactAt('chair@risk-education.example')
    await expect(add({}, chair)).rejects.toMatchObject({ code: 'forbidden' })
    for (const [own, field] of [
      [{ group: 'somebody' }, 'group'],
      [{ title: ' ' }, 'title'],
      [{ title: 'x'.repeat(121) }, 'title'],
      [{ day: '2569-05-20' }, 'day'],
      [{ day: '2026-03-01' }, 'day'],
      [{ time: 'noon' }, 'time'],
      [{ link: 'javascript:alert(1)' }, 'link'],
    ] as const)
      await expect(add(own)).rejects.toMatchObject({ code: 'invalid', field })
    await add()
    await expect(add({ title: 'Another' })).rejects.toMatchObject({ code: 'invalid', field: 'day' })
    const others = laoUxo.twgs.filter(({ id }) => id !== ADDED.group)
    expect(await add({ group: others[0]?.id ?? '' })).toMatchObject({ title: ADDED.title })
  })
})
