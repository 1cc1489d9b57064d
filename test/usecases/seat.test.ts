import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { donorName } from '#shared/domain/calendar/seat.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { keys } from '#shared/records/keys.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { openActionPoint } from '#shared/usecases/action-points/open-action-point.ts'
import { followEvent } from '#shared/usecases/calendar/follow-event.ts'
import { endRole } from '#shared/usecases/contacts/change-contact.ts'
import { recordContact } from '#shared/usecases/contacts/manage-contacts.ts'
import { readDesk } from '#shared/usecases/desk/read-desk.ts'
import { coChairsOn } from '#shared/usecases/meetings/participants.ts'
import { type ChangeSeat, changeSeat, readSeatSheet } from '#shared/usecases/seat/change-seat.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const SKIP: ChangeSeat = { kind: 'skip', from: '2027-01-01', with: '', reason: 'The embassy is closed', version: 0 }

describeInMemory('the donor seat', (fresh) => {
  const begin = async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-06-01', '00:00'))
    const secretariat = await world.contactAt(SECRETARIAT)
    const change = (own: Partial<ChangeSeat> = {}, actor = secretariat) =>
      changeSeat(world.deps)({ ...SKIP, ...own }, actor, at('2026-06-02', '10:00'))
    const holders = async (...years: number[]) => {
      const { turns } = await readSeatSheet(world.deps)(secretariat, at('2026-06-02'))
      return years.map((year) => turns.find(({ from }) => from === `${year}-01-01`)?.donor)
    }
    const handedOver = async () =>
      (
        await Promise.all(
          (
            await world.mails('hand-over')
          ).map(async ({ contact, content, requestedAt }) => ({
            to: await world.addressOf(contact),
            at: requestedAt,
            content: content.kind === 'hand-over' ? content : undefined,
          })),
        )
      ).toSorted((a, b) => a.to.localeCompare(b.to))
    return { world, secretariat, change, holders, handedOver }
  }

  it('passes a skipped turn to the next of the alphabet, with its event, and counts in who is co-chair', async () => {
    const { world, change, holders } = await begin()
    await change()
    expect(await holders(2026, 2027, 2028)).toEqual(['ireland', 'luxembourg', 'new-zealand'])
    const [event] = await world.events('seat')
    expect(event).toMatchObject({ type: 'SeatTurnChanged', data: { donor: 'luxembourg', from: '2027-01-01' } })
    expect((await coChairsOn(world.deps)('2027-03-01')).map(({ seat }) => seat)).toContain('Luxembourg')
  })

  it('swaps two turns and keeps what was changed, by whom and why', async () => {
    const { world, secretariat, change, holders } = await begin()
    await change({ kind: 'swap', with: '2029-01-01' })
    expect(await holders(2026, 2027, 2028, 2029, 2030)).toEqual([
      'ireland',
      'new-zealand',
      'luxembourg',
      'japan',
      'norway',
    ])
    const { changes, version } = await readSeatSheet(world.deps)(secretariat, at('2026-06-02'))
    expect(version).toBe(1)
    expect(changes).toMatchObject([{ kind: 'swap', donor: 'japan', reason: SKIP.reason, by: 'Secretariat' }])
  })

  it('takes the latest change back, then the one before it, and keeps both in the history', async () => {
    const { world, secretariat, change, holders } = await begin()
    await expect(change({ kind: 'undo' })).rejects.toMatchObject({ code: 'invalid', field: 'kind' })
    await change()
    await change({ kind: 'swap', from: '2028-01-01', with: '2029-01-01', version: 1 })
    await change({ kind: 'undo', from: '', reason: 'The wrong years', version: 2 })
    expect(await holders(2027, 2028, 2029)).toEqual(['luxembourg', 'new-zealand', 'norway'])
    await change({ kind: 'undo', reason: 'The embassy is open after all', version: 3 })
    expect(await holders(2027, 2028, 2029)).toEqual(['japan', 'luxembourg', 'new-zealand'])
    const { changes } = await readSeatSheet(world.deps)(secretariat, at('2026-06-02'))
    expect(changes.map(({ kind, donor }) => `${kind} ${donor}`)).toEqual([
      'undo japan',
      'undo new-zealand',
      'swap new-zealand',
      'skip japan',
    ])
    expect((await world.events('seat')).map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ donor: 'japan', from: '2027-01-01' }),
    )
  })

  it('keeps a change whose turn has begun', async () => {
    const { world, secretariat, change } = await begin()
    await change()
    const late = { ...SKIP, kind: 'undo', version: 1 }
    await expect(changeSeat(world.deps)(late, secretariat, at('2027-01-01', '10:00'))).rejects.toThrow(
      'The latest change cannot be taken back: its turn began on 1 January 2027',
    )
  })

  it('is changed by the secretariat alone, for turns that have not begun, with a reason, once', async () => {
    const { world, change } = await begin()
    const chair = await world.contactAt('chair@risk-education.example')
    await expect(change({}, chair)).rejects.toMatchObject({ code: 'forbidden' })
    for (const [own, field] of [
      [{ kind: 'drop' }, 'kind'],
      [{ from: '2026-01-01' }, 'from'],
      [{ from: '2027-05-01' }, 'from'],
      [{ kind: 'swap', with: '2027-01-01' }, 'with'],
      [{ kind: 'swap', with: '2026-01-01' }, 'with'],
      [{ reason: ' ' }, 'reason'],
    ] as const)
      await expect(change(own)).rejects.toMatchObject({ code: 'invalid', field })
    await change()
    await change()
    expect(await world.events('seat')).toHaveLength(1)
    await expect(change({ reason: 'Another' })).rejects.toMatchObject({ code: 'changed' })
  })

  it('is handed over two weeks before a turn ends: one mail to each holder, with what is open', async () => {
    const { world, secretariat, handedOver } = await begin()
    const agreed = { group: 'swg', text: 'Agree on the priorities', owner: 'NRA', due: '2026-11-30' }
    await openActionPoint(world.deps)(agreed, secretariat, at('2026-06-02'))
    await world.sweepAt(at('2026-12-18', '07:00'))
    expect(await handedOver()).toEqual([])
    for (const time of ['08:00', '08:00', '09:00']) await world.sweepAt(at('2026-12-18', time))
    const mails = await handedOver()
    expect(mails.map(({ to, at: sent }) => [to, sent])).toEqual([
      ['embassy@ireland.example', at('2026-12-18')],
      ['embassy@japan.example', at('2026-12-18')],
    ])
    expect(mails[0]?.content).toMatchObject({
      outgoing: { donor: 'Ireland', people: [expect.any(String)] },
      incoming: { donor: 'Japan', people: [expect.any(String)] },
      from: '2027-01-01',
      actionPoints: [{ text: 'Agree on the priorities', owner: 'NRA', due: '2026-11-30' }],
    })
    expect((await world.deps.records.get(keys.seat()))?.GSI2SK).toBe(at('2027-12-18'))
  })

  type Begun = Awaited<ReturnType<typeof begin>>

  /** What was mailed of hand-overs, on which day of December, in order. */
  const told = async ({ world }: Begun) =>
    (
      await Promise.all(
        [...(await world.mails('hand-over')), ...(await world.mails('seat-passed'))].map(async (mail) => {
          const { content } = mail
          const to = `${mail.requestedAt.slice(8, 10)} ${(await world.addressOf(mail.contact)).slice(8)}`
          if (content.kind === 'hand-over') return `${to}: to ${content.incoming.donor}, instead of ${content.replaces}`
          return content.kind === 'seat-passed' ? `${to}: not ${content.told}: ${content.reason}` : to
        }),
      )
    ).toSorted()

  const changeOn = ({ world, secretariat }: Begun, day: string, own: Partial<ChangeSeat>) =>
    changeSeat(world.deps)(
      { ...SKIP, kind: 'swap', with: '2028-01-01', reason: `Why ${own.version}`, ...own },
      secretariat,
      at(day, '10:00'),
    )

  /** Whether a change was possible: there may be none to take back. */
  const changed = async ({ world, secretariat }: Begun, own: Partial<ChangeSeat>, now: string): Promise<boolean> => {
    const command = { ...SKIP, with: own.kind === 'swap' ? '2028-01-01' : '', reason: now, ...own }
    return changeSeat(world.deps)(command, secretariat, now).then(
      () => true,
      () => false,
    )
  }

  it('that changes after it was handed over is handed over anew; whoever was to have it is told that it does not come', async () => {
    const begun = await begin()
    const { world } = begun
    await world.sweepAt(at('2026-12-18'))
    const swap = (version: number, day: string) => changeOn(begun, day, { version })
    await swap(0, '2026-12-20')
    for (const time of ['11:00', '12:00']) await world.sweepAt(at('2026-12-20', time))
    const first = [
      '18 ireland.example: to Japan, instead of undefined',
      '18 japan.example: to Japan, instead of undefined',
      '20 ireland.example: to Luxembourg, instead of Japan',
      '20 japan.example: not Japan: Why 0',
      '20 luxembourg.example: to Luxembourg, instead of undefined',
    ]
    expect(await told(begun)).toEqual(first)
    await swap(1, '2026-12-22')
    for (const time of ['11:00', '12:00']) await world.sweepAt(at('2026-12-22', time))
    expect(await told(begun)).toEqual([
      ...first,
      '22 ireland.example: to Japan, instead of Luxembourg',
      '22 japan.example: to Japan, instead of undefined',
      '22 luxembourg.example: not Luxembourg: Why 1',
    ])
  })

  it('whose order changes and is taken back before anybody heard of it mails nobody; what counts is what each was told last', async () => {
    const begun = await begin()
    const { world } = begun
    await world.sweepAt(at('2026-12-18'))
    const first = await told(begun)
    await changeOn(begun, '2026-12-20', { version: 0 })
    await changeOn(begun, '2026-12-20', { kind: 'undo', version: 1 })
    await world.sweepAt(at('2026-12-20', '11:00'))
    expect(await told(begun)).toEqual(first)
    await changeOn(begun, '2026-12-21', { version: 2 })
    await world.sweepAt(at('2026-12-21', '11:00'))
    await changeOn(begun, '2026-12-22', { kind: 'undo', version: 3 })
    await changeOn(begun, '2026-12-22', { version: 4 })
    await world.sweepAt(at('2026-12-22', '11:00'))
    expect(await told(begun)).toEqual([
      ...first,
      '21 ireland.example: to Luxembourg, instead of Japan',
      '21 japan.example: not Japan: Why 2',
      '21 luxembourg.example: to Luxembourg, instead of undefined',
    ])
  })

  it('is told so that everyone ends up with what stands, and nobody is told again what they know, whatever changed between the sweeps', async () => {
    const step = fc.constantFrom('swap', 'skip', 'undo', 'sweep', 'sweep')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        const begun = await begin()
        const { world } = begun
        await world.sweepAt(at('2026-12-18'))
        let version = 0
        for (const [hour, kind] of [...steps, 'sweep'].entries()) {
          const now = at('2026-12-20', `${String(hour + 8).padStart(2, '0')}:00`)
          if (kind === 'sweep') await world.sweepAt(now)
          else if (await changed(begun, { kind, version }, now)) version++
        }
        const knows = new Map<string, string>()
        const mails = await world.mails('hand-over', 'seat-passed')
        for (const { contact, content } of mails.toSorted((a, b) => a.requestedAt.localeCompare(b.requestedAt))) {
          if (content.kind === 'seat-passed') {
            expect(content.told).not.toBe(content.donor)
            knows.delete(contact)
          } else if (content.kind === 'hand-over') {
            expect([content.replaces, knows.get(contact)]).not.toContain(content.incoming.donor)
            knows.set(contact, content.incoming.donor)
          }
        }
        const [, incoming] = (await readSeatSheet(world.deps)(begun.secretariat, at('2026-12-21'))).turns.slice(1)
        const told = await Promise.all([...knows.keys()].map(world.addressOf))
        expect(told.toSorted()).toEqual(['embassy@ireland.example', `embassy@${incoming?.donor}.example`].toSorted())
        expect(new Set(knows.values())).toEqual(new Set([donorName(incoming?.donor ?? '', laoUxo)]))
      }),
      { numRuns: 20 },
    )
  })

  it('is handed over also to whoever is named after the mails went out, once; those who were told hear the name', async () => {
    const begun = await begin()
    const { world, secretariat } = begun
    const { contact } = await world.contactAt('embassy@japan.example')
    const ended = { id: contact.id, group: 'swg', role: 'co-chair' as const, from: '2020-01-01' }
    const name = async (person: string, seat: string, now: string) => {
      const role = { organisation: '', role: 'co-chair', group: 'swg', seat }
      await recordContact(world.deps)({ name: person, email: `${person}@co.example`, ...role }, secretariat, at(now))
      for (const event of await world.events(`contact/${(await world.contactAt(`${person}@co.example`)).contact.id}`))
        await followEvent(world.deps)(event)
      await world.settleAt(at(now))
    }
    const mails = async () =>
      (await begun.handedOver()).map(({ to, at: sent, content }) => [dayAt(sent, 'UTC'), to, content?.named])
    await name('early', 'luxembourg', '2026-07-01')
    await world.sweepAt(at('2026-12-18'))
    await endRole(world.deps)(ended, secretariat, at('2026-12-20'))
    await name('late', 'japan', '2026-12-21')
    await name('other', 'undp', '2026-12-21')
    const first = [
      ['2026-12-18', 'embassy@ireland.example', undefined],
      ['2026-12-18', 'embassy@japan.example', undefined],
      ['2026-12-21', 'embassy@ireland.example', 'late'],
      ['2026-12-21', 'late@co.example', undefined],
    ]
    expect((await mails()).toSorted()).toEqual(first)
    await world.sweepAt(at('2026-12-22'))
    await name('last', 'japan', '2027-03-01')
    await name('after', 'japan', '2027-04-10')
    expect((await mails()).map(([, to]) => to)).not.toContain('after@co.example')
    expect((await mails()).filter(([day]) => day === '2027-03-01').toSorted()).toEqual([
      ['2027-03-01', 'embassy@ireland.example', 'last'],
      ['2027-03-01', 'last@co.example', undefined],
      ['2027-03-01', 'late@co.example', 'last'],
    ])
  })

  it('that was handed over before the system began to act is told to nobody who is named later', async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-02-01', '00:00'))
    const secretariat = await world.contactAt(SECRETARIAT)
    const who = { name: 'New', email: 'new@co.example', organisation: '', role: 'co-chair', group: 'swg' }
    await recordContact(world.deps)({ ...who, seat: 'ireland' }, secretariat, at('2026-02-02'))
    await world.settleAt(at('2026-02-02'))
    expect(await world.mails('hand-over')).toEqual([])
  })

  it('without anybody named for the coming turn is a task of the secretariat', async () => {
    const { world, secretariat } = await begin()
    const { contact, roles } = await world.contactAt('embassy@japan.example')
    const role = roles.find((one) => one.role === 'co-chair')
    await endRole(world.deps)(
      { id: contact.id, group: 'swg', role: 'co-chair', from: role?.from ?? '' },
      secretariat,
      at('2026-11-01'),
    )
    const tasks = async (day: string) =>
      (await readDesk(world.deps)(secretariat, at(day))).tasks.map(({ text }) => text)
    const task = 'Name the co-chair whose turn in the donor seat begins on 1 January 2027: Japan'
    expect(await tasks('2026-10-01')).not.toContain(task)
    expect(await tasks('2026-12-01')).toContain(task)
  })
})
