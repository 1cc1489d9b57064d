import { expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { readRound } from '#shared/records/calendar.ts'
import type { RecordStore, Write } from '#shared/records/record-store.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { openActionPoint } from '#shared/usecases/action-points/open-action-point.ts'
import { updateActionPoint } from '#shared/usecases/action-points/update-action-point.ts'
import { sweep } from '#shared/usecases/calendar/sweep.ts'
import { endRole } from '#shared/usecases/contacts/change-contact.ts'
import { recordContact } from '#shared/usecases/contacts/manage-contacts.ts'
import { readDesk } from '#shared/usecases/desk/read-desk.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const RISK_CHAIR = 'chair@risk-education.example'

describeInMemory('reminders', (fresh) => {
  const begin = async (records?: RecordStore) => {
    const world = await worldOn(records ?? (await fresh()))
    const secretariat = await world.contactAt(SECRETARIAT)
    /** `day address rule subject`, sorted. */
    const told = async (): Promise<string[]> => {
      const lines = await Promise.all(
        (await world.mails('reminders')).map(async ({ contact, content, requestedAt }) => {
          const address = await world.addressOf(contact)
          const items = content.kind === 'reminders' ? content.items : []
          const day = dayAt(requestedAt, laoUxo.timeZone)
          return items.map(({ rule, subject }) => `${day} ${address} ${rule} ${subject}`)
        }),
      )
      return lines.flat().toSorted()
    }
    const sweepDays = async (from: string, to: string): Promise<void> => {
      for (let day = from; day <= to; day = addDays(day, 1))
        for (const time of ['00:00', '08:00']) await world.sweepAt(at(day, time))
    }
    const endChair = (day: string) =>
      world
        .contactAt(RISK_CHAIR)
        .then(({ contact, roles }) =>
          endRole(world.deps)(
            { id: contact.id, group: 'risk-education', role: 'chair', from: roles[0]?.from ?? '' },
            secretariat,
            at(day),
          ),
        )
    const tasks = async (day: string) =>
      (await readDesk(world.deps)(secretariat, at(day, '10:00'))).tasks.map(({ text }) => text)
    return { world, secretariat, told, sweepDays, endChair, tasks }
  }

  it('go out from the reminder time of a day on, not in the night after an outage', async () => {
    const { world, told, sweepDays } = await begin()
    await sweepDays('2026-03-31', '2026-04-09')
    const before = (await told()).length
    await world.sweepAt(at('2026-04-11', '03:00'))
    expect(await told()).toHaveLength(before)
    await world.sweepAt(at('2026-04-11', '08:00'))
    expect(
      (await told()).filter((line) => line.startsWith('2026-04-11') && line.includes('report-due-7')),
    ).toHaveLength(5)
  })

  it('of what an outage left open come in the one digest of the day that ends it', async () => {
    const { world, told, sweepDays } = await begin()
    await sweepDays('2026-03-28', '2026-03-30')
    await world.sweepAt(at('2026-04-01', '13:00'))
    const opened = (await told()).filter((line) => line.includes('report-opens'))
    expect(opened).toHaveLength(10)
    expect(new Set(opened.map((line) => line.slice(0, 10)))).toEqual(new Set(['2026-04-01']))
  })

  it('reach whoever joined for the rest, and whoever left no more', async () => {
    const { world, secretariat, told, sweepDays, endChair } = await begin()
    await sweepDays('2026-03-31', '2026-04-10')
    await endChair('2026-04-12')
    const command = { email: 'new@risk-education.example', name: 'Noy', organisation: '', seat: '' }
    await recordContact(world.deps)(
      { ...command, role: 'chair', group: 'risk-education' },
      secretariat,
      at('2026-04-12'),
    )
    await sweepDays('2026-04-13', '2026-04-17')
    const lines = (await told()).filter(
      (line) => line.includes('report/2026-Q1/risk-education') && !line.includes('opens'),
    )
    expect(lines).toEqual([
      `2026-04-10 ${RISK_CHAIR} report-due-7 report/2026-Q1/risk-education`,
      '2026-04-15 new@risk-education.example report-due-2 report/2026-Q1/risk-education',
      '2026-04-17 new@risk-education.example report-due report/2026-Q1/risk-education',
    ])
  })

  it('of a late report say for how long it has been late, and why they come to somebody else than its chair', async () => {
    const { world, sweepDays } = await begin()
    await sweepDays('2026-03-31', '2026-04-24')
    const said = (await world.mails('reminders')).flatMap(({ content }) =>
      content.kind === 'reminders'
        ? content.items
            .filter(({ rule, subject }) => /late|escalation/.test(rule) && subject === 'report/2026-Q1/risk-education')
            .map(({ title, text }) => `${title.split(': ')[1]} | ${text.split('takes a minute.')[1]?.trim()}`)
        : [],
    )
    expect(said.toSorted()).toEqual([
      'the report for 2026-Q1 has been late for 1 day | ',
      'the report for 2026-Q1 has been late for 3 days | ',
      'the report for 2026-Q1 has been late for 5 days | You are told as the alternate: the chair was reminded and nothing has come.',
      'the report for 2026-Q1 has been late for 7 days | The secretariat is told: chair and alternate were reminded and nothing has come.',
    ])
  })

  it('that nobody could be told of are a task of the secretariat, until somebody is named or they are of no more use', async () => {
    const { world, secretariat, told, sweepDays, endChair, tasks } = await begin()
    await sweepDays('2026-03-31', '2026-04-09')
    await endChair('2026-04-09')
    await sweepDays('2026-04-10', '2026-04-10')
    expect((await told()).filter((line) => line.includes('report-due-7') && line.includes('risk'))).toEqual([])
    const unaddressed = (all: string[]) => all.filter((text) => text.startsWith('Nobody could be reminded'))
    expect(unaddressed(await tasks('2026-04-10'))).toEqual([
      'Nobody could be reminded, name a contact: Risk Education: the report for 2026-Q1 is due in 7 days',
    ])
    expect(unaddressed(await tasks('2026-04-25'))).toEqual([])
    const command = { email: 'new@risk-education.example', name: 'Noy', organisation: '', seat: '' }
    await recordContact(world.deps)(
      { ...command, role: 'chair', group: 'risk-education' },
      secretariat,
      at('2026-04-12'),
    )
    expect(unaddressed(await tasks('2026-04-12'))).toEqual([])
  })

  it('of one person that fail hold up nobody else’s, and go out when they can', async () => {
    const { world, told, sweepDays } = await begin()
    await sweepDays('2026-03-31', '2026-04-09')
    const { contact } = await world.contactAt(RISK_CHAIR)
    const { records } = world.deps
    const refusing: RecordStore = {
      ...records,
      get: (key) => records.get(key),
      query: (query) => records.query(query),
      transact: async (items: readonly Write[]) => {
        if (JSON.stringify(items).includes(`"contact":"${contact.id}"`)) throw new Error('refused')
        return records.transact(items)
      },
    }
    await expect(world.sweepAt(at('2026-04-10'), refusing)).rejects.toThrow('1 step')
    const due = async () =>
      (await told()).filter((line) => line.startsWith('2026-04-10') && line.includes('report-due-7'))
    expect(await due()).toHaveLength(4)
    await world.sweepAt(at('2026-04-10', '09:00'))
    expect(await due()).toHaveLength(5)
  })

  it('are sent once, also when the clock runs back', async () => {
    const { world, told, sweepDays } = await begin()
    await sweepDays('2026-03-31', '2026-04-20')
    const before = await told()
    await sweepDays('2026-04-08', '2026-04-20')
    expect(await told()).toEqual(before)
    await world.sweepAt(at('2026-04-21'))
  })

  it('of an obligation that is new in the sector file begin with the next day, never with days gone by', async () => {
    const { world, told, sweepDays } = await begin()
    await sweepDays('2026-02-01', '2026-02-10')
    const sector = {
      ...laoUxo,
      obligations: [
        ...laoUxo.obligations,
        { id: 'new', name: 'New report', due: { on: '2026-03-20' }, source: 'Decision 7' },
        // 60 days before it is 5 February: gone by
        { id: 'late', name: 'Late report', due: { on: '2026-04-06' }, source: 'Decision 8' },
      ],
    }
    for (let day = '2026-02-11'; day <= '2026-02-20'; day = addDays(day, 1))
      for (const time of ['00:00', '08:00'])
        await sweep({ ...world.deps, sector, secretariat: [SECRETARIAT] })(at(day, time))
    expect(
      new Set((await told()).filter((line) => /obligation\/(new|late)/.test(line)).map((line) => line.slice(0, 10))),
    ).toEqual(new Set(['2026-02-18']))
  })

  it('of an action point come before its due date, on it, then weekly until it is done', async () => {
    const { world, secretariat, told, sweepDays } = await begin()
    await sweepDays('2026-02-01', '2026-02-02')
    const owner = 'member1@risk-education.example'
    const agreed = { group: 'risk-education', text: 'Print posters', owner, due: '2026-02-16' }
    const point = await openActionPoint(world.deps)(agreed, secretariat, at('2026-02-03', '10:00'))
    await world.settleAt(at('2026-02-03', '10:00'))
    await sweepDays('2026-02-04', '2026-03-04')
    const own = async () =>
      (await told())
        .filter((line) => line.includes(`action/${point.id}`))
        .map((line) => line.replace(/ action\/.*/, ''))
    const weekly = [
      `2026-02-09 ${owner} action-7`,
      `2026-02-16 ${owner} action-due`,
      `2026-02-23 ${owner} action-weekly`,
      `2026-03-02 ${owner} action-weekly`,
    ]
    expect(await own()).toEqual(weekly)
    const done = { ...agreed, id: point.id, version: 1, status: 'done', note: '' }
    await updateActionPoint(world.deps)(done, secretariat, at('2026-03-05'))
    await world.settleAt(at('2026-03-05'))
    await sweepDays('2026-03-06', '2026-03-20')
    expect(await own()).toEqual(weekly)
  })

  it('of an action point follow a due date that is moved, and after an outage only the latest week’s is sent', async () => {
    const { world, secretariat, told, sweepDays } = await begin()
    await sweepDays('2026-02-01', '2026-02-02')
    const owner = 'member1@risk-education.example'
    const agreed = { group: 'risk-education', text: 'Print posters', owner, due: '2026-02-16' }
    const point = await openActionPoint(world.deps)(agreed, secretariat, at('2026-02-03', '10:00'))
    await world.settleAt(at('2026-02-03', '10:00'))
    await sweepDays('2026-02-04', '2026-02-10')
    const moved = { ...agreed, id: point.id, version: 1, status: 'on-track', note: '', due: '2026-02-20' }
    await updateActionPoint(world.deps)(moved, secretariat, at('2026-02-10', '10:00'))
    await world.settleAt(at('2026-02-10', '10:00'))
    await sweepDays('2026-02-11', '2026-02-21')
    await sweepDays('2026-03-18', '2026-03-20')
    const own = (await told()).filter((line) => line.includes(`action/${point.id}`)).map((line) => line.split(' '))
    expect(own.map(([day, , rule]) => `${day} ${rule}`)).toEqual([
      '2026-02-09 action-7',
      '2026-02-13 action-7',
      '2026-02-20 action-due',
      '2026-03-18 action-weekly',
      '2026-03-20 action-weekly',
    ])
  })

  it('of an action point whose owner is only a name are a task of the secretariat', async () => {
    const { world, secretariat, sweepDays, tasks } = await begin()
    await sweepDays('2026-02-01', '2026-02-02')
    const agreed = { group: 'swg', text: 'Print posters', owner: 'NRA', due: '2026-02-16' }
    await openActionPoint(world.deps)(agreed, secretariat, at('2026-02-03', '10:00'))
    await world.settleAt(at('2026-02-03', '10:00'))
    await sweepDays('2026-02-04', '2026-02-09')
    expect(await tasks('2026-02-09')).toContain(
      'Nobody could be reminded, name a contact: Action point due in 7 days: Print posters',
    )
  })

  it('follow an edited cadence for rounds to come, never for days gone by and never for a round that is open', async () => {
    const { world, told } = await begin()
    const at8 = async (day: string, dueDaysAfterQuarter: number) => {
      const sector = { ...laoUxo, cadence: { ...laoUxo.cadence, dueDaysAfterQuarter } }
      for (const time of ['00:00', '08:00'])
        await sweep({ ...world.deps, sector, secretariat: [SECRETARIAT] })(at(day, time))
      await world.settleAt(at(day))
    }
    const days = async (rule: string) => [
      ...new Set((await told()).filter((line) => line.includes(` ${rule} `)).map((line) => line.slice(0, 10))),
    ]
    for (let day = '2026-03-18'; day < '2026-03-25'; day = addDays(day, 1)) await at8(day, 15)
    for (let day = '2026-03-25'; day < '2026-04-12'; day = addDays(day, 1)) await at8(day, 10)
    expect(await days('report-due-7')).toEqual(['2026-04-03'])
    expect(await days('report-due')).toEqual(['2026-04-10'])
    for (let day = '2026-04-12'; day < '2026-04-20'; day = addDays(day, 1)) await at8(day, 25)
    expect(await days('report-due-7')).toEqual(['2026-04-03'])
    expect(await days('report-late-3')).toEqual(['2026-04-13'])
  })

  it('of a round that has opened stay, whatever becomes a holiday afterwards', async () => {
    const { world, sweepDays } = await begin()
    await sweepDays('2026-03-30', '2026-04-01')
    const holidays = { ...laoUxo.holidays, on: ['2026-04-01', '2026-04-02', '2026-04-03'] }
    await sweep({ ...world.deps, sector: { ...laoUxo, holidays }, secretariat: [SECRETARIAT] })(
      at('2026-04-02', '00:00'),
    )
    expect((await readRound(world.deps.records, '2026-Q1'))?.value).toMatchObject({
      status: 'open',
      opens: '2026-04-01',
    })
  })
})
