import { expect, it } from 'vitest'
import { dayAt } from '#shared/domain/dates.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { followMeeting } from '#shared/usecases/meetings/follow-meeting.ts'
import { cancelMeeting, scheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const ID = '2026-Q1-risk-education'

describeOnTable('a meeting', (fresh) => {
  const proposed = async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-04-01', '00:00'))
    const secretariat = await world.contactAt(SECRETARIAT)
    const lastEvent = async () =>
      (await world.events(`meeting/${ID}`)).toSorted((a, b) => a.sequence - b.sequence).at(-1) as Envelope
    const schedule = async (day: string, now: string) => {
      await scheduleMeeting(world.deps)(
        { id: ID, day, time: '09:00', place: 'Vientiane', link: '', agenda: '' },
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
    await cancelMeeting(world.deps)({ id: ID }, secretariat, at('2026-04-10'))
    await followMeeting(world.deps)(await lastEvent())
    await world.sweepAt(at('2026-04-27'))
    expect(await reminded()).toEqual([])
    const methods = (await world.mails('invitation')).map(
      ({ content }) => content.kind === 'invitation' && content.method,
    )
    expect(methods.filter((method) => method === 'CANCEL')).toHaveLength(4)
  })

  it('is changed by the secretariat alone, not into the past, and only with a date that exists', async () => {
    const { world, secretariat } = await proposed()
    const chair = await world.contactAt('chair@risk-education.example')
    const schedule = scheduleMeeting(world.deps)
    const command = { id: ID, day: '2026-05-04', time: '09:00', place: '', link: '', agenda: '' }
    const now = at('2026-04-03')
    await expect(schedule(command, chair, now)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(schedule({ ...command, day: '2026-04-02' }, secretariat, now)).rejects.toMatchObject({ field: 'day' })
    await expect(schedule({ ...command, day: '2569-05-04' }, secretariat, now)).rejects.toThrow('2026-05-04')
    await expect(schedule({ ...command, time: '9 am' }, secretariat, now)).rejects.toMatchObject({ field: 'time' })
    await expect(schedule({ ...command, link: 'javascript:alert(1)' }, secretariat, now)).rejects.toMatchObject({
      field: 'link',
    })
    await expect(schedule({ ...command, id: 'none' }, secretariat, now)).rejects.toMatchObject({ code: 'not-found' })
  })
})
