import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import type { Mail } from '#shared/domain/mail.ts'
import { readMeeting } from '#shared/records/calendar.ts'
import { readSeatChanges } from '#shared/records/seat.ts'
import { followEvent } from '#shared/usecases/calendar/follow-event.ts'
import { endRole } from '#shared/usecases/contacts/change-contact.ts'
import { recordContact } from '#shared/usecases/contacts/manage-contacts.ts'
import { participants } from '#shared/usecases/meetings/participants.ts'
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

  it('are stamped in their order, also where an event that arrives again is the first to see the next change', async () => {
    const { world, secretariat, scheduled, name } = await begin('2026-09-04')
    await name('japan@co.example', 'co-chair', 'swg', '2026-09-05', 'japan')
    await scheduled(SWG, '2027-01-20', '2026-09-10')
    const change = (kind: string, version: number, now: string) =>
      changeSeat(world.deps)(
        { kind, from: '2027-01-01', with: '2028-01-01', reason: 'Agreed', version },
        secretariat,
        at(now),
      )
    await change('swap', 0, '2026-09-12')
    await world.settleAt(at('2026-09-12'))
    const swapped = await world.events('seat')
    await change('undo', 1, '2026-09-14')
    for (const event of swapped) await followEvent(world.deps)(event)
    const { contact } = await world.contactAt('japan@co.example')
    const stamps = (await world.mails('invitation'))
      .filter((mail) => mail.contact === contact.id)
      .map(({ requestedAt, content }) => `${requestedAt} ${content.kind === 'invitation' && content.method}`)
    expect(stamps.toSorted().map((line) => line.split(' ')[1])).toEqual(['REQUEST', 'CANCEL', 'REQUEST'])
    expect(new Set(stamps.map((line) => line.slice(0, 19))).size).toBe(3)
  })

  it('leave everyone’s calendar as the meeting and its participants are, whatever changed, in whatever order and however often it is heard of', async () => {
    const step = fc.oneof(
      fc.constantFrom('2026-12-03', '2027-01-20', '2027-02-03').map((day) => ['move', day] as const),
      fc.constantFrom('cancel', 'swap', 'undo').map((verb) => [verb, ''] as const),
      fc.constantFrom('japan', 'luxembourg').map((seat) => ['name', seat] as const),
      fc.constantFrom('0.2', '0.7').map((share) => ['hear', share] as const),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 10 }),
        fc.infiniteStream(fc.double({ noNaN: true, min: 0, max: 1 })),
        async (steps, chance) => {
          const { world, secretariat, schedule, name } = await begin('2026-09-04')
          const { records } = world.deps
          for (const seat of SEATS) await name(`${seat}@co.example`, 'co-chair', 'swg', '2026-09-05', seat)
          const next = () => Number(chance.next().value)
          const heard = async (share: number) => {
            const people = await Promise.all(
              SEATS.map(async (seat) => (await world.contactAt(`${seat}@co.example`)).contact.id),
            )
            const subjects = [`meeting/${SWG}`, 'seat', ...people.map((id) => `contact/${id}`)]
            const events = (await Promise.all(subjects.map((subject) => world.events(subject)))).flat()
            const some = events.filter(({ type }) => type !== 'MeetingProposed' && next() < share)
            for (const event of some.toSorted(() => next() - 0.5)) await followEvent(world.deps)(event)
          }
          const meeting = async () => (await readMeeting(records, SWG))?.value as Meeting
          for (const [n, [verb, what]] of steps.entries()) {
            const now = `2026-09-${String(10 + n).padStart(2, '0')}`
            const version = (await readSeatChanges(records)).length
            const { status, sequence } = await meeting()
            if (verb === 'move') await schedule(SWG, what, now)
            else if (verb === 'cancel' && status === 'scheduled')
              await cancelMeeting(world.deps)({ id: SWG, version: sequence }, secretariat, at(now))
            else if (verb === 'swap' || (verb === 'undo' && version > 0))
              await changeSeat(world.deps)(
                { kind: verb, from: '2027-01-01', with: '2028-01-01', reason: now, version },
                secretariat,
                at(now),
              ).catch(() => undefined)
            else if (verb === 'name')
              await recordContact(world.deps)(
                {
                  name: '',
                  email: `${what}@co.example`,
                  organisation: '',
                  role: 'chair',
                  group: 'risk-education',
                  seat: '',
                },
                secretariat,
                at(now),
              )
            else if (verb === 'hear') await heard(Number(what))
          }
          await heard(1)
          await heard(0.5)
          const stands = await meeting()
          const invited = stands.status === 'scheduled' ? await participants(world.deps)(stands, '2026-09-30') : []
          const has = calendarsAfter(await world.mails('invitation'))
          expect([...has.keys()].toSorted()).toEqual(invited.toSorted())
          for (const entry of has.values()) expect([entry.day, entry.time]).toEqual([stands.day, stands.time])
        },
      ),
      { numRuns: 25 },
    )
  })
})

const SEATS = ['ireland', 'japan', 'luxembourg'] as const

/** What each person’s calendar program holds: of one entry, the highest SEQUENCE counts, then the later DTSTAMP, whatever arrived first. */
const calendarsAfter = (mails: readonly Mail[]): Map<string, Meeting> => {
  const has = new Map<string, Meeting>()
  const orderOf = ({ content, requestedAt }: Mail) =>
    `${String(content.kind === 'invitation' ? content.meeting.sequence : 0).padStart(4, '0')} ${requestedAt.slice(0, 19)}`
  for (const { contact, content } of mails.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)))) {
    if (content.kind !== 'invitation') continue
    if (content.method === 'REQUEST') has.set(contact, content.meeting)
    else has.delete(contact)
  }
  return has
}
