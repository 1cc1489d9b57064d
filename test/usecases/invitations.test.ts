import { expect, it } from 'vitest'
import { readMeeting } from '#shared/records/calendar.ts'
import { followEvent } from '#shared/usecases/calendar/follow-event.ts'
import { endRole } from '#shared/usecases/contacts/change-contact.ts'
import { recordContact } from '#shared/usecases/contacts/manage-contacts.ts'
import { cancelMeeting, scheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { type ChangeSeat, changeSeat } from '#shared/usecases/seat/change-seat.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { at, meetingSeen, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const SWG = 'swg-2026-2'

describeInMemory('the invitations to a meeting', (fresh) => {
  const begin = async (day: string) => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at(day, '00:00'))
    const secretariat = await world.contactAt(SECRETARIAT)
    const schedule = async (id: string, on: string, now: string, own = {}) => {
      const seen = { version: await meetingSeen(world.deps.records, id) }
      const typed = { id, day: on, time: '09:00', place: 'NRA', link: '', agenda: '', ...seen, ...own }
      await scheduleMeeting(world.deps)(typed, secretariat, at(now, '10:00'))
    }
    const settled = async (now: string, change: Promise<unknown>) => {
      await change
      await world.settleAt(at(now))
    }
    const scheduled = (id: string, on: string, now: string) => settled(now, schedule(id, on, now))
    const name = (email: string, role: string, group: string, now: string, seat = '') => {
      const who = { name: 'New', email, organisation: '', role, group, seat }
      return settled(now, recordContact(world.deps)(who, secretariat, at(now)))
    }
    const changeTurns = (own: Partial<ChangeSeat>, now: string) => {
      const swap = { kind: 'swap', from: '2027-01-01', with: '2028-01-01', reason: 'Agreed', version: 0 }
      return settled(now, changeSeat(world.deps)({ ...swap, ...own }, secretariat, at(now)))
    }
    /** What somebody was mailed of meetings, in order: when, what, in which sequence, for which day. */
    const mailed = async (email: string) => {
      const { contact } = await world.contactAt(email)
      return (await world.mails('invitation'))
        .filter((mail) => mail.contact === contact.id)
        .toSorted((a, b) => a.requestedAt.localeCompare(b.requestedAt))
        .map(({ content, requestedAt }) =>
          content.kind === 'invitation'
            ? `${requestedAt.slice(5, 10)} ${content.method} ${content.meeting.sequence}: ${content.meeting.day}, before ${content.before?.day}`
            : '',
        )
    }
    return { world, secretariat, schedule, scheduled, name, changeTurns, mailed }
  }

  it('follow the turns of the donor seat: a change invites whose turn it will be and takes off whose it was to be, and back', async () => {
    const { world, scheduled, name, changeTurns, mailed } = await begin('2026-09-04')
    for (const seat of ['ireland', 'japan', 'luxembourg'])
      await name(`${seat}@co.example`, 'co-chair', 'swg', '2026-09-05', seat)
    await scheduled(SWG, '2027-01-20', '2026-09-10')
    await changeTurns({}, '2026-09-12')
    await changeTurns({ kind: 'undo', version: 1 }, '2026-09-14')
    for (const event of await world.events('seat')) await followEvent(world.deps)(event)
    expect(await mailed('japan@co.example')).toEqual([
      '09-10 REQUEST 1: 2027-01-20, before undefined',
      '09-12 CANCEL 1: 2027-01-20, before 2027-01-20',
      '09-14 REQUEST 1: 2027-01-20, before undefined',
    ])
    expect(await mailed('luxembourg@co.example')).toEqual([
      '09-12 REQUEST 1: 2027-01-20, before undefined',
      '09-14 CANCEL 1: 2027-01-20, before 2027-01-20',
    ])
    expect(await mailed('ireland@co.example')).toEqual([])
    expect(await mailed('chair@risk-education.example')).toHaveLength(1)
    await scheduled(SWG, '2027-01-21', '2026-09-15')
    expect((await mailed('japan@co.example')).at(-1)).toBe('09-15 REQUEST 2: 2027-01-21, before 2027-01-20')
    expect(await mailed('luxembourg@co.example')).toHaveLength(2)
  })

  it('come again to whoever was taken off by a move and is given another role that takes part', async () => {
    const { scheduled, name, mailed } = await begin('2026-09-04')
    await name('ireland@co.example', 'co-chair', 'swg', '2026-09-05', 'ireland')
    await scheduled(SWG, '2026-12-03', '2026-09-10')
    await scheduled(SWG, '2027-01-20', '2026-09-11')
    await name('ireland@co.example', 'donor-focal-point', 'donor:ireland', '2026-09-12')
    await name('ireland@co.example', 'chair', 'risk-education', '2026-09-13')
    expect(await mailed('ireland@co.example')).toEqual([
      '09-10 REQUEST 1: 2026-12-03, before undefined',
      '09-11 CANCEL 2: 2027-01-20, before 2026-12-03',
      '09-12 REQUEST 2: 2027-01-20, before undefined',
    ])
  })

  it('say nothing to whoever has the meeting in the calendar as it is now, however often it changed meanwhile', async () => {
    const id = '2026-Q1-risk-education'
    const { world, secretariat, schedule, scheduled, name, mailed } = await begin('2026-04-01')
    await scheduled(id, '2026-05-04', '2026-04-03')
    const { contact } = await world.contactAt('member2@risk-education.example')
    const role = { id: contact.id, group: 'risk-education', role: 'member' as const, from: '2020-01-01' }
    await endRole(world.deps)(role, secretariat, at('2026-04-04'))
    await schedule(id, '2026-05-04', '2026-04-05', { place: 'Pakse' })
    await world.settleAt(at('2026-04-05'))
    await scheduled(id, '2026-05-04', '2026-04-06')
    await name('member2@risk-education.example', 'member', 'risk-education', '2026-04-07')
    await schedule(id, '2026-05-20', '2026-04-08')
    await cancelMeeting(world.deps)({ id, version: 4 }, secretariat, at('2026-04-08'))
    await scheduled(id, '2026-05-04', '2026-04-08')
    expect((await readMeeting(world.deps.records, id))?.value.sequence).toBe(6)
    expect(await mailed('member2@risk-education.example')).toHaveLength(1)
    expect(await mailed('member1@risk-education.example')).toHaveLength(3)
  })
})
