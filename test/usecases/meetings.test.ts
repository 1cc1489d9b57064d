import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { wasConfirmed } from '#shared/domain/calendar/meeting.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt } from '#shared/domain/dates.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { readMeeting } from '#shared/records/calendar.ts'
import { DUE } from '#shared/records/record.ts'
import { collect } from '#shared/records/record-store.ts'
import { reportWrites } from '#shared/records/reports.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { openActionPoint } from '#shared/usecases/action-points/open-action-point.ts'
import { endRole } from '#shared/usecases/contacts/change-contact.ts'
import { recordContact } from '#shared/usecases/contacts/manage-contacts.ts'
import { registerContact } from '#shared/usecases/contacts/register-contact.ts'
import { followMeeting } from '#shared/usecases/meetings/follow-meeting.ts'
import { readMeetingSheet } from '#shared/usecases/meetings/read-meeting.ts'
import { recordMinutes } from '#shared/usecases/meetings/record-minutes.ts'
import { cancelMeeting, scheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { counting } from '../fixtures/planned-reminders.ts'
import { surveyReport } from '../fixtures/survey-report.ts'
import { at, meetingSeen, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const ID = '2026-Q1-risk-education'
const MOVE = { id: ID, day: '2026-05-04', time: '09:00', place: 'Vientiane', link: '', agenda: '', version: 0 }

describeInMemory('a meeting', (fresh) => {
  const proposed = async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-04-01', '00:00'))
    const secretariat = await world.contactAt(SECRETARIAT)
    const lastEvent = async () =>
      (await world.events(`meeting/${ID}`)).toSorted((a, b) => a.sequence - b.sequence).at(-1) as Envelope
    const schedule = async (day: string, now: string) => {
      await scheduleMeeting(world.deps)(
        { ...MOVE, day, version: await meetingSeen(world.deps.records, ID) },
        secretariat,
        at(now, '10:00'),
      )
      await followMeeting(world.deps)(await lastEvent())
    }
    const reminded = async () =>
      (await world.mails('reminders')).flatMap(({ content, requestedAt }) =>
        content.kind === 'reminders'
          ? content.items
              .filter(({ subject, rule }) => subject === `meeting/${ID}` && rule !== 'meeting-proposed')
              .map(({ rule }) => `${dayAt(requestedAt, laoUxo.timeZone)} ${rule}`)
          : [],
      )
    return { world, secretariat, lastEvent, schedule, reminded }
  }

  it('invites each member of its TWG once, however often its event arrives', async () => {
    const { world, schedule, lastEvent } = await proposed()
    await schedule('2026-05-04', '2026-04-03')
    await followMeeting(world.deps)(await lastEvent())
    const invitations = await world.mails('invitation')
    const addresses = await Promise.all(invitations.map(({ contact }) => world.addressOf(contact)))
    expect(addresses.toSorted()).toEqual([
      'alternate@risk-education.example',
      'chair@risk-education.example',
      'member1@risk-education.example',
      'member2@risk-education.example',
    ])
  })

  it('that is moved is reminded of for its new date, also by rules that had fired for the old one', async () => {
    const { world, schedule, reminded } = await proposed()
    await schedule('2026-05-04', '2026-04-03')
    await world.sweepAt(at('2026-04-27'))
    expect(new Set(await reminded())).toEqual(new Set(['2026-04-27 meeting-7']))
    await schedule('2026-05-20', '2026-04-28')
    await world.sweepAt(at('2026-05-03'))
    await world.sweepAt(at('2026-05-13'))
    await world.sweepAt(at('2026-05-19'))
    expect(new Set(await reminded())).toEqual(
      new Set(['2026-04-27 meeting-7', '2026-05-13 meeting-7', '2026-05-19 meeting-1']),
    )
    const sequences = (await world.mails('invitation')).map(
      ({ content }) => content.kind === 'invitation' && content.meeting.sequence,
    )
    expect(new Set(sequences)).toEqual(new Set([1, 2]))
  })

  it('is not changed by an event that arrives late, after a newer one', async () => {
    const { world, schedule, lastEvent } = await proposed()
    await schedule('2026-05-04', '2026-04-03')
    const stale = await lastEvent()
    await schedule('2026-05-20', '2026-04-04')
    const before = (await world.mails('invitation')).length
    await followMeeting(world.deps)(stale)
    expect(await world.mails('invitation')).toHaveLength(before)
  })

  it('that is cancelled is taken out of every calendar and no longer reminded of', async () => {
    const { world, secretariat, schedule, lastEvent, reminded } = await proposed()
    await schedule('2026-05-04', '2026-04-03')
    await cancelMeeting(world.deps)({ id: ID, version: 1 }, secretariat, at('2026-04-10'))
    await followMeeting(world.deps)(await lastEvent())
    await world.sweepAt(at('2026-04-27'))
    expect(await reminded()).toEqual([])
    const methods = (await world.mails('invitation')).map(
      ({ content }) => content.kind === 'invitation' && content.method,
    )
    expect(methods.filter((method) => method === 'CANCEL')).toHaveLength(4)
  })

  it('that was cancelled and takes place after all is scheduled again: everyone is invited anew, with a higher sequence', async () => {
    const { world, secretariat, schedule, lastEvent, reminded } = await proposed()
    await schedule('2026-05-04', '2026-04-03')
    await cancelMeeting(world.deps)({ id: ID, version: 1 }, secretariat, at('2026-04-10'))
    await followMeeting(world.deps)(await lastEvent())
    const again = cancelMeeting(world.deps)({ id: ID, version: 2 }, secretariat, at('2026-04-10'))
    await expect(again).rejects.toThrow('This meeting is cancelled already')
    await schedule('2026-05-04', '2026-04-11')
    await world.sweepAt(at('2026-04-27'))
    expect(new Set(await reminded())).toEqual(new Set(['2026-04-27 meeting-7']))
    const sent = (await world.mails('invitation')).map(({ content }) =>
      content.kind === 'invitation'
        ? `${content.method} ${content.meeting.sequence} ${content.before !== undefined}`
        : '',
    )
    expect([...new Set(sent)]).toEqual(['REQUEST 1 false', 'CANCEL 2 true', 'REQUEST 3 false'])
    expect(sent).toHaveLength(12)
    expect(await lastEvent()).toMatchObject({ type: 'MeetingScheduled' })
    const late = at('2026-07-10')
    await cancelMeeting(world.deps)({ id: ID, version: 3 }, secretariat, at('2026-04-28'))
    const tooLate = scheduleMeeting(world.deps)({ ...MOVE, day: '2026-07-20', version: 4 }, secretariat, late)
    await expect(tooLate).rejects.toThrow('This meeting is cancelled and does not change any more')
  })

  it('that moves to a day before somebody’s role begins is taken out of the calendar of that person', async () => {
    const { world, schedule } = await proposed()
    const roles = [{ group: 'risk-education', role: 'member' as const, from: '2026-05-01' }]
    await registerContact(world.deps)({ name: 'Next', email: 'next@example.org', organisation: '', roles })
    await schedule('2026-05-04', '2026-04-03')
    await schedule('2026-04-28', '2026-04-04')
    const { contact } = await world.contactAt('next@example.org')
    const theirs = (await world.mails('invitation')).filter((mail) => mail.contact === contact.id)
    expect(theirs.map(({ content }) => content.kind === 'invitation' && content.method)).toEqual(['REQUEST', 'CANCEL'])
  })

  it('that was only proposed is cancelled without a mail: nobody was invited', async () => {
    const { world, secretariat, lastEvent } = await proposed()
    const cancelled = await cancelMeeting(world.deps)({ id: ID, version: 0 }, secretariat, at('2026-04-03'))
    await followMeeting(world.deps)(await lastEvent())
    expect(await world.mails('invitation')).toEqual([])
    expect(wasConfirmed(cancelled)).toBe(false)
  })

  it('that somebody moved meanwhile is neither moved nor cancelled by a page opened before', async () => {
    const { world, secretariat, schedule } = await proposed()
    await schedule('2026-05-04', '2026-04-03')
    await schedule('2026-05-20', '2026-04-04')
    const late = at('2026-04-05')
    const stale = scheduleMeeting(world.deps)({ ...MOVE, place: 'Pakse', version: 1 }, secretariat, late)
    await expect(stale).rejects.toMatchObject({ code: 'changed' })
    await expect(cancelMeeting(world.deps)({ id: ID, version: 1 }, secretariat, late)).rejects.toMatchObject({
      code: 'changed',
    })
    expect((await readMeeting(world.deps.records, ID))?.value).toMatchObject({ day: '2026-05-20', sequence: 2 })
  })

  it('that is saved as it stands, or twice, is not stored again and mails nobody', async () => {
    const { world, secretariat, schedule, lastEvent } = await proposed()
    await schedule('2026-05-04', '2026-04-03')
    for (const version of [0, 1])
      expect(await scheduleMeeting(world.deps)({ ...MOVE, version }, secretariat, at('2026-04-04'))).toMatchObject({
        sequence: 1,
      })
    await followMeeting(world.deps)(await lastEvent())
    expect(await world.mails('invitation')).toHaveLength(4)
    expect(await world.events(`meeting/${ID}`)).toHaveLength(2)
  })

  it('tells whoever has it in the calendar what it was before, and whoever joined since nothing of that', async () => {
    const { world, secretariat, schedule } = await proposed()
    await schedule('2026-05-04', '2026-04-03')
    const join = async (email: string, now: string) => {
      const who = { name: 'New', email, organisation: '', role: 'member', group: 'risk-education', seat: '' }
      await recordContact(world.deps)(who, secretariat, at(now))
    }
    await join('moved@example.org', '2026-04-04')
    await schedule('2026-05-20', '2026-04-05')
    await join('joined@example.org', '2026-04-06')
    await world.settleAt(at('2026-04-06', '10:00'))
    const known = await Promise.all(
      (await world.mails('invitation')).map(async ({ contact, content }) =>
        content.kind === 'invitation' && content.meeting.sequence === 2
          ? [`${await world.addressOf(contact)}: ${content.method}, before ${content.before?.day}`]
          : [],
      ),
    )
    expect(known.flat().toSorted()).toEqual([
      'alternate@risk-education.example: REQUEST, before 2026-05-04',
      'chair@risk-education.example: REQUEST, before 2026-05-04',
      'joined@example.org: REQUEST, before undefined',
      'member1@risk-education.example: REQUEST, before 2026-05-04',
      'member2@risk-education.example: REQUEST, before 2026-05-04',
      'moved@example.org: REQUEST, before undefined',
    ])
  })

  it('that is over and has no minutes can be moved or cancelled for some weeks; its minutes are asked for once it is held', async () => {
    const { world, secretariat, schedule } = await proposed()
    await schedule('2026-05-04', '2026-04-03')
    await world.sweepAt(at('2026-05-04', '13:00'))
    expect((await readMeeting(world.deps.records, ID))?.value.status).toBe('held')
    const sheet = (day: string) => readMeetingSheet(world.deps)(ID, secretariat, at(day))
    expect(await sheet('2026-05-05')).toMatchObject({ mayChange: true, proposedAgenda: [] })
    expect(await sheet('2026-07-04')).toMatchObject({ mayChange: false })
    await schedule('2026-05-20', '2026-05-05')
    const askedFor = async () =>
      (await world.mails('reminders')).flatMap(({ content, requestedAt }) =>
        content.kind === 'reminders' && content.items.some(({ subject }) => subject === `minutes/${ID}`)
          ? [dayAt(requestedAt, laoUxo.timeZone)]
          : [],
      )
    for (const day of ['2026-05-07', '2026-05-11', '2026-05-20', '2026-05-21']) await world.sweepAt(at(day, '13:00'))
    expect(await askedFor()).toEqual([])
    expect((await readMeeting(world.deps.records, ID))?.value).toMatchObject({ status: 'held', day: '2026-05-20' })
    await world.sweepAt(at('2026-05-23'))
    expect(await askedFor()).toEqual(['2026-05-23'])
    const minutes = { meeting: ID, version: 0, summary: 'All came.', decisions: '', points: [] }
    await recordMinutes(world.deps)(minutes, secretariat, at('2026-05-24'))
    expect(await sheet('2026-05-24')).toMatchObject({ mayChange: false })
    await expect(
      cancelMeeting(world.deps)({ id: ID, version: 2 }, secretariat, at('2026-05-24')),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  it('whose minutes are recorded before its hour is over is neither moved nor cancelled, and is held when it is over', async () => {
    const { world, secretariat, schedule } = await proposed()
    await schedule('2026-05-04', '2026-04-03')
    const minutes = { meeting: ID, version: 0, summary: 'All came.', decisions: '', points: [] }
    await recordMinutes(world.deps)(minutes, secretariat, at('2026-05-04', '09:30'))
    const later = at('2026-05-04', '09:40')
    const why = 'This meeting has minutes: it took place, and is neither moved nor cancelled'
    const moved = { ...MOVE, day: '2026-06-04', version: 1 }
    await expect(scheduleMeeting(world.deps)(moved, secretariat, later)).rejects.toThrow(why)
    await expect(cancelMeeting(world.deps)({ id: ID, version: 1 }, secretariat, later)).rejects.toThrow(why)
    expect(await readMeetingSheet(world.deps)(ID, secretariat, later)).toMatchObject({ mayChange: false })
    await world.sweepAt(at('2026-05-04', '12:00'))
    expect((await readMeeting(world.deps.records, ID))?.value.status).toBe('held')
  })

  it('whose minutes are recorded at the moment in which somebody moves it is not moved', async () => {
    const { world, secretariat, schedule } = await proposed()
    await schedule('2026-05-04', '2026-04-03')
    const now = at('2026-05-04', '09:30')
    const minutes = { meeting: ID, version: 0, summary: 'All came.', decisions: '', points: [] }
    const transact: typeof world.deps.records.transact = async (items) => {
      await recordMinutes(world.deps)(minutes, secretariat, now)
      return world.deps.records.transact(items)
    }
    const records = { ...world.deps.records, transact }
    const cancel = cancelMeeting({ ...world.deps, records })({ id: ID, version: 1 }, secretariat, now)
    await expect(cancel).rejects.toMatchObject({ code: 'changed' })
  })

  it('that nobody confirmed before its day can be said to have taken place: nobody is invited, its minutes are asked for', async () => {
    const { world, schedule, reminded } = await proposed()
    const { day } = (await readMeeting(world.deps.records, ID))?.value ?? { day: '' }
    await expect(schedule(addDays(day, -1), addDays(day, -1))).rejects.toThrow('has passed')
    await schedule(day, addDays(day, 3))
    expect(await world.mails('invitation')).toEqual([])
    await world.sweepAt(at(addDays(day, 3), '12:00'))
    expect((await readMeeting(world.deps.records, ID))?.value.status).toBe('held')
    expect(await reminded()).toEqual([])
  })

  it('is changed by the secretariat alone, not into the past, and only with a date that exists', async () => {
    const { world, secretariat } = await proposed()
    const chair = await world.contactAt('chair@risk-education.example')
    const schedule = scheduleMeeting(world.deps)
    const command = { id: ID, day: '2026-05-04', time: '09:00', place: '', link: '', agenda: '', version: 0 }
    const now = at('2026-04-03')
    await expect(schedule(command, chair, now)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(schedule({ ...command, day: '2026-04-02' }, secretariat, now)).rejects.toMatchObject({ field: 'day' })
    await expect(schedule({ ...command, day: '2569-05-04' }, secretariat, now)).rejects.toThrow('4 May 2026')
    await expect(schedule({ ...command, time: '9 am' }, secretariat, now)).rejects.toMatchObject({ field: 'time' })
    await expect(schedule({ ...command, link: 'javascript:alert(1)' }, secretariat, now)).rejects.toMatchObject({
      field: 'link',
    })
    expect(await schedule({ ...command, time: '9:30' }, secretariat, now)).toMatchObject({ time: '09:30' })
    await expect(schedule({ ...command, id: 'none' }, secretariat, now)).rejects.toMatchObject({ code: 'not-found' })
  })

  /** Who was mailed what of the meeting in a given state, sorted. */
  const invited = async (world: Awaited<ReturnType<typeof worldOn>>, sequence: number) =>
    (
      await Promise.all(
        (
          await world.mails('invitation')
        ).map(async ({ contact, content }) =>
          content.kind === 'invitation' && content.meeting.sequence === sequence
            ? [`${content.method} ${await world.addressOf(contact)}`]
            : [],
        ),
      )
    )
      .flat()
      .toSorted()
  const EVERYONE = ['alternate', 'chair', 'member1', 'member2'].map((who) => `REQUEST ${who}@risk-education.example`)

  it('that is moved to tomorrow, or into the past, is told of at once; reminders of days gone by are not sent', async () => {
    const { world, schedule, reminded } = await proposed()
    await schedule('2026-05-20', '2026-04-03')
    await schedule('2026-04-06', '2026-04-05')
    expect(await invited(world, 2)).toEqual(EVERYONE)
    await world.sweepAt(at('2026-04-05', '11:00'))
    await world.sweepAt(at('2026-04-06', '08:00'))
    expect(await reminded()).toEqual([])
    await schedule('2026-04-02', '2026-04-06')
    expect(await invited(world, 3)).toEqual(EVERYONE)
    await world.sweepAt(at('2026-04-06', '11:00'))
    expect((await readMeeting(world.deps.records, ID))?.value.status).toBe('held')
    expect(await reminded()).toEqual([])
    const minutes = (await world.mails('reminders')).filter(
      ({ content }) => content.kind === 'reminders' && content.items.some(({ rule }) => rule.startsWith('minutes')),
    )
    expect(minutes).toHaveLength(1)
  })

  it('that is moved to tomorrow and back again is reminded of as if it had stayed', async () => {
    const { world, schedule, reminded } = await proposed()
    await schedule('2026-05-20', '2026-04-03')
    await schedule('2026-04-06', '2026-04-05')
    await schedule('2026-05-20', '2026-04-05')
    await world.sweepAt(at('2026-05-13'))
    expect(new Set(await reminded())).toEqual(new Set(['2026-05-13 meeting-7']))
  })

  it('is moved in one transaction, whatever the number of participants', async () => {
    const { world, secretariat, schedule } = await proposed()
    for (let n = 0; n < 30; n++) {
      const roles = [{ group: 'risk-education', role: 'member' as const, from: '2026-01-01' }]
      await registerContact(world.deps)({ name: `M${n}`, email: `m${n}@example.org`, organisation: '', roles })
    }
    await schedule('2026-05-04', '2026-04-03')
    expect(await invited(world, 1)).toHaveLength(34)
    const { store, counts } = counting(world.deps.records)
    const command = { ...MOVE, day: '2026-05-06', version: 1 }
    await scheduleMeeting({ ...world.deps, records: store })(command, secretariat, at('2026-04-04'))
    expect(counts).toEqual({ gets: 1, queries: 0, items: 0, transactions: 1 })
  })

  it('is for those in office on its day: who joins by then is invited, who has left hears nothing, who falls out is taken off', async () => {
    const { world, secretariat, schedule } = await proposed()
    const roles = [{ group: 'risk-education', role: 'member' as const, from: '2026-05-01' }]
    await registerContact(world.deps)({ name: 'Noy', email: 'noy@example.org', organisation: '', roles })
    const until = [{ group: 'risk-education', role: 'member' as const, from: '2026-01-01', until: '2026-05-10' }]
    await registerContact(world.deps)({ name: 'Old', email: 'old@example.org', organisation: '', roles: until })
    await schedule('2026-05-04', '2026-04-03')
    expect(await invited(world, 1)).toEqual([...EVERYONE, 'REQUEST noy@example.org', 'REQUEST old@example.org'])
    const { contact, roles: held } = await world.contactAt('member2@risk-education.example')
    const role = { id: contact.id, group: 'risk-education', role: 'member' as const, from: held[0]?.from ?? '' }
    await endRole(world.deps)(role, secretariat, at('2026-04-10'))
    await schedule('2026-05-20', '2026-04-10')
    const stayed = EVERYONE.filter((line) => !line.includes('member2'))
    expect(await invited(world, 2)).toEqual(['CANCEL old@example.org', ...stayed, 'REQUEST noy@example.org'])
    await schedule('2026-05-21', '2026-04-11')
    expect(await invited(world, 3)).toEqual([...stayed, 'REQUEST noy@example.org'])
  })

  it('is told to whoever is given a role after its invitations, once; not to who has one already or to whom it is none of', async () => {
    const { world, secretariat, schedule } = await proposed()
    await schedule('2026-05-04', '2026-04-03')
    const give = (email: string, role: string, group: string, now: string) =>
      recordContact(world.deps)({ name: 'New', email, organisation: '', role, group, seat: '' }, secretariat, at(now))
    await give('new@example.org', 'member', 'risk-education', '2026-04-10')
    await give('other@example.org', 'member', 'victim-assistance', '2026-04-10')
    await give('member2@risk-education.example', 'alternate', 'risk-education', '2026-04-10')
    await world.settleAt(at('2026-04-10'))
    await give('new@example.org', 'alternate', 'risk-education', '2026-04-11')
    await world.settleAt(at('2026-04-11'))
    expect(await invited(world, 1)).toEqual([...EVERYONE, 'REQUEST new@example.org'])
    await schedule('2026-05-06', '2026-04-12')
    expect(await invited(world, 2)).toEqual([...EVERYONE, 'REQUEST new@example.org'])
  })

  it('has an agenda that goes out with it; until it is set, reports, action points and obligations propose one', async () => {
    const { world, secretariat } = await proposed()
    const coordination = '2026-Q1-coordination-policy-funding'
    await openActionPoint(world.deps)(
      { group: 'coordination-policy-funding', text: 'Draft the plan', owner: 'NRA', due: '2026-04-20' },
      secretariat,
      at('2026-04-02'),
    )
    const report = { ...surveyReport([]), round: '2026-Q1', twg: 'coordination-policy-funding' }
    const topic = { kind: 'topic', subject: 'A national standard' }
    await world.deps.records.transact(
      reportWrites({ ...report, content: { ...report.content, rows: [topic] } }, undefined),
    )
    const sheet = await readMeetingSheet(world.deps)(coordination, secretariat, at('2026-04-20'))
    expect(sheet.proposedAgenda).toEqual([
      'Action points: 1 open, 1 overdue on the day of the meeting',
      'Decision requested: Technical survey was finished in Kham district. (from the SWG), by 30 June 2026',
      'A national standard',
    ])
    const command = { id: coordination, day: '2026-05-12', time: '09:00', place: '', link: '' }
    const agenda = 'A national standard\n\nAny other business'
    const saved = await scheduleMeeting(world.deps)({ ...command, agenda, version: 0 }, secretariat, at('2026-04-20'))
    expect(saved.agenda).toEqual(['A national standard', 'Any other business'])
    const emptied = { ...command, agenda: ' \n', version: 1 }
    const reopened = await scheduleMeeting(world.deps)(emptied, secretariat, at('2026-04-20'))
    expect(reopened).not.toHaveProperty('agenda')
    const member = await world.contactAt('member1@coordination-policy-funding.example')
    const seen = await readMeetingSheet(world.deps)(coordination, member, at('2026-04-20'))
    expect(seen).toMatchObject({ proposedAgenda: [], mayChange: false, mayRecord: false })
    expect(seen.participants).toHaveLength(4)
  })

  it('of the working group takes up obligations and the hand-over of the seat', async () => {
    const { world, secretariat } = await proposed()
    await world.sweepAt(at('2026-09-04', '00:00'))
    const { proposedAgenda } = await readMeetingSheet(world.deps)('swg-2026-2', secretariat, at('2026-09-05'))
    expect(proposedAgenda).toEqual([
      'CCW Amended Protocol II report, due 31 March 2027',
      'CCW Protocol V report, due 31 March 2027',
      'CCM Article 7 report, due 30 April 2027',
      'Hand-over of the donor seat on 1 January 2027: Ireland, then Japan',
    ])
  })

  it('that is moved moves its own reminders and no others', async () => {
    const { world, secretariat } = await proposed()
    const schedule = async (twg: string, day: string, now: string) => {
      const id = `2026-Q1-${twg}`
      const command = { ...MOVE, id, day, version: await meetingSeen(world.deps.records, id) }
      await scheduleMeeting(world.deps)(command, secretariat, at(now, '10:00'))
      await world.settleAt(at(now, '10:00'))
    }
    for (const { id } of laoUxo.twgs) await schedule(id, '2026-05-04', '2026-04-03')
    const reminders = async () =>
      (await collect(world.deps.records.query({ index: 'GSI2', partition: DUE })))
        .filter(({ SK }) => SK.startsWith('REMIND#'))
        .map(({ PK, SK, GSI2SK }) => `${PK} ${SK} ${GSI2SK}`)
    let before = await reminders()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...laoUxo.twgs.map(({ id }) => id)),
        fc.integer({ min: 8, max: 40 }),
        async (twg, days) => {
          await schedule(twg, addDays('2026-04-03', days), '2026-04-03')
          const after = await reminders()
          const others = (lines: string[]) =>
            lines.filter((line) => !line.includes(`meeting/2026-Q1-${twg} REMIND#meeting-`))
          expect(others(after).filter((line) => !line.includes('meeting-proposed'))).toEqual(
            others(before).filter((line) => !line.includes('meeting-proposed')),
          )
          expect(after.filter((line) => line.includes(`${twg} REMIND#meeting-7`))).toEqual([
            `SUBJECT#meeting/2026-Q1-${twg} REMIND#meeting-7 ${at(addDays('2026-04-03', days - 7))}`,
          ])
          before = after
        },
      ),
      { numRuns: 8 },
    )
  })
})
