import { expect, it } from 'vitest'
import { briefDraftWrite } from '#shared/records/briefs.ts'
import { rolesInGroup } from '#shared/records/contacts.ts'
import { latestIntakes } from '#shared/records/intakes.ts'
import { mailItem } from '#shared/records/mails.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { endRole } from '#shared/usecases/contacts/change-contact.ts'
import { recordContact } from '#shared/usecases/contacts/manage-contacts.ts'
import { readDesk } from '#shared/usecases/desk/read-desk.ts'
import { dealWithIntake, listIntakes, readIntakeFor } from '#shared/usecases/intake/refused-intakes.ts'
import { takeInEvent } from '#shared/usecases/intake/take-in-event.ts'
import { cancelMeeting, scheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { briefOf, twgModel } from '../fixtures/briefs.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const NOW = at('2026-04-10', '10:00')

describeInMemory("the secretariat's desk", (fresh) => {
  const open = async () => {
    const world = await worldOn(await fresh())
    const { deps } = world
    const secretariat = await world.contactAt(SECRETARIAT)
    const chair = await world.contactAt('chair@survey-clearance.example')
    const tasks = async () => (await readDesk(deps)(secretariat, NOW)).tasks.map(({ path }) => path)
    const refuse = (n: number) =>
      takeInEvent(deps)(
        { id: `bus-${n}`, source: 'odamis', 'detail-type': 'MoneyRained', detail: { id: `R-${n}` } },
        // an hour before midnight in UTC is the next day in Vientiane
        new Date(Date.UTC(2026, 2, 1, 23, n)).toISOString(),
      )
    const refused = async () => (await listIntakes(deps)(secretariat, NOW)).waiting
    return { ...world, secretariat, chair, tasks, refuse, refused }
  }

  it('shows a refused event however much was taken in after it, until somebody has dealt with it', async () => {
    const { deps, secretariat, tasks, refuse, refused, events } = await open()
    await refuse(0)
    const [first] = await refused()
    const path = `/intake/${first?.id}`
    for (let n = 1; n < 60; n++) await refuse(n)
    const desk = await readDesk(deps)(secretariat, NOW)
    expect(desk.tasks).toContainEqual({ text: 'See why MoneyRained from odamis was refused on 2 March 2026', path })
    expect(desk.tasks.map((task) => task.path)).toContain('/intake')
    expect(await refused()).toHaveLength(60)

    const id = first?.id ?? ''
    await dealWithIntake(deps)({ id, note: ' Told the sender ' }, secretariat, NOW)
    await dealWithIntake(deps)({ id, note: 'Pressed twice' }, secretariat, NOW)
    expect(await tasks()).not.toContain(path)
    expect(await latestIntakes(deps.records, 5)).toMatchObject([{ id, dealtWith: { note: 'Told the sender' } }])
    expect((await events(`intake/${id}`)).map(({ type }) => type)).toEqual(['IntakeRejected', 'IntakeDealtWith'])
  })

  it('names a meeting that invites nobody, until somebody is named', async () => {
    const { deps, secretariat, sweepAt, tasks, contactAt } = await open()
    await sweepAt(at('2026-04-01', '00:00'))
    for (const person of ['chair', 'alternate', 'member1', 'member2']) {
      const { contact, roles } = await contactAt(`${person}@risk-education.example`)
      for (const role of roles) await endRole(deps)({ ...role, id: contact.id }, secretariat, NOW)
    }
    const meeting = {
      id: '2026-Q1-risk-education',
      day: '2026-05-04',
      time: '09:00',
      place: '',
      link: '',
      agenda: '',
      version: 0,
    }
    await scheduleMeeting(deps)(meeting, secretariat, NOW)
    const texts = async () => (await readDesk(deps)(secretariat, NOW)).tasks.map(({ text }) => text)
    const task = 'Nobody is invited, name a contact: Risk Education TWG meeting, 2026-Q1, 4 May 2026'
    expect(await texts()).toContain(task)
    const member = { name: 'New', email: 'new@example.org', organisation: '', role: 'member', group: 'risk-education' }
    await recordContact(deps)({ ...member, seat: '' }, secretariat, NOW)
    expect(await texts()).not.toContain(task)
    expect(await tasks()).not.toHaveLength(0)
  })

  it('holds a meeting that nobody confirmed before its day, until somebody says what became of it', async () => {
    const { deps, secretariat, sweepAt } = await open()
    await sweepAt(at('2026-04-01', '00:00'))
    const id = '2026-Q1-risk-education'
    const tasks = async (day: string) =>
      (await readDesk(deps)(secretariat, at(day, '10:00'))).tasks.filter(({ text }) => text.includes('Risk Education'))
    const task = {
      text: 'Never confirmed, say that it took place, move it or cancel it: Risk Education TWG meeting, 2026-Q1, proposed for 4 May 2026',
      path: `/meetings/${id}`,
    }
    expect(await tasks('2026-05-03')).not.toContainEqual(task)
    for (const day of ['2026-05-04', '2026-08-01']) expect(await tasks(day)).toContainEqual(task)
    await cancelMeeting(deps)({ id, version: 0 }, secretariat, at('2026-08-01'))
    expect(await tasks('2026-08-01')).not.toContainEqual(task)
  })

  it('names a brief that did not reach somebody once, until that person has left', async () => {
    const { deps, secretariat, chair } = await open()
    const brief = { kind: 'brief' as const, title: 'TWG briefs 2026-Q1', briefs: [{ key: twgModel.key, version: 1 }] }
    const planned = { contact: chair.contact.id, subject: 'brief', version: 1, attempts: 1, requestedAt: NOW }
    for (const id of ['one', 'two'])
      await deps.records.transact([{ put: mailItem({ ...planned, id, content: brief, status: 'BOUNCED' }) }])
    const stranded = async (now = NOW) =>
      (await readDesk(deps)(secretariat, now)).tasks.filter(({ text }) => text.includes('did not reach'))
    expect(await stranded()).toHaveLength(1)
    for (const role of chair.roles) await endRole(deps)({ ...role, id: chair.contact.id }, secretariat, NOW)
    expect(await stranded()).toEqual([])
  })

  it('names each seat of a co-chair that has nobody', async () => {
    const { deps, secretariat } = await open()
    const empty = async () =>
      (await readDesk(deps)(secretariat, NOW)).tasks.map(({ text }) => text).filter((text) => text.includes('seat'))
    expect(await empty()).toEqual([])
    for (const { contact, role } of await rolesInGroup(deps.records, 'swg'))
      if (role.role === 'co-chair' && role.seat !== 'japan')
        await endRole(deps)(
          { id: contact, group: 'swg', role: 'co-chair', from: role.from },
          secretariat,
          at('2026-04-01'),
        )
    const seats = [...laoUxo.fixedSeats.map(({ name }) => name), 'Ireland']
    expect(await empty()).toEqual(seats.map((name) => `A co-chair’s seat has nobody, name a contact: ${name}`))
  })

  it('lets a refusal rest only with a note, and shows it to the secretariat alone', async () => {
    const { deps, secretariat, chair, refuse, refused } = await open()
    await refuse(0)
    const id = (await refused())[0]?.id ?? ''
    const wrong = (command: { id: string; note: string }, actor = secretariat) =>
      expect(dealWithIntake(deps)(command, actor, NOW)).rejects
    await wrong({ id, note: ' ' }).toMatchObject({ code: 'invalid', field: 'note' })
    await wrong({ id, note: 'x'.repeat(1001) }).toMatchObject({ code: 'invalid', field: 'note' })
    await wrong({ id: 'no-such-id', note: 'x' }).toMatchObject({ code: 'not-found' })
    await wrong({ id, note: 'x' }, chair).toMatchObject({ code: 'forbidden' })
    await expect(readIntakeFor(deps)(id, chair, NOW)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listIntakes(deps)(chair, NOW)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await refused()).toHaveLength(1)
  })

  it('shows a draft of a brief however many were released after it, and to nobody else', async () => {
    const { deps, secretariat, chair, tasks } = await open()
    const brief = (n: number, version: number) => ({
      ...briefOf(twgModel, version),
      key: `20${10 + n}-Q1/survey-clearance`,
      compiledAt: at('2026-04-01', `08:${10 + n}`),
    })
    await deps.records.transact(
      [brief(0, 0), ...Array.from({ length: 14 }, (_, n) => brief(n + 1, 1))].map((one) =>
        briefDraftWrite(one, undefined),
      ),
    )
    expect(await tasks()).toContain('/briefs/2010-Q1/survey-clearance')
    const keys = async (actor = secretariat) => (await readDesk(deps)(actor, NOW)).briefs.map(({ key }) => key)
    expect(await keys()).toContain('2010-Q1/survey-clearance')
    expect(await keys(chair)).not.toContain('2010-Q1/survey-clearance')
  })
})
