import { expect, it } from 'vitest'
import type { Actor } from '#shared/domain/contact.ts'
import type { ContributionMistakes } from '#shared/domain/ledger/mistakes.ts'
import { standing } from '#shared/domain/ledger/movement.ts'
import { UNSTATED_PILLAR } from '#shared/domain/ledger/pillar.ts'
import { typeOut } from '#shared/domain/ledger/type-out.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import { confirmDonor } from '#shared/usecases/ledger/confirm-donor.ts'
import { type CorrectContribution, correctContribution } from '#shared/usecases/ledger/correct-contribution.ts'
import { enterContribution } from '#shared/usecases/ledger/enter-contribution.ts'
import { explainDifference } from '#shared/usecases/ledger/explain-difference.ts'
import { listMovements } from '#shared/usecases/ledger/list-movements.ts'
import { readContribution } from '#shared/usecases/ledger/read-contribution.ts'
import { readDonor } from '#shared/usecases/ledger/read-donor.ts'
import { readLedger } from '#shared/usecases/ledger/read-ledger.ts'
import { reconcileYear } from '#shared/usecases/ledger/reconcile-year.ts'
import { withdrawContribution } from '#shared/usecases/ledger/withdraw-contribution.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { typedContribution, typedMovement } from '../fixtures/typed-contribution.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const ALL = { year: '', donor: '', source: '', type: '', pillar: '', page: 1 }

/** A store whose writers wait until so many of them have read. */
const meetingAtWrite = (records: RecordStore, writers: number): RecordStore => {
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    let waiting = 0
    arrive = () => {
      if (++waiting === writers) resolve()
    }
  })
  return {
    get: (key) => records.get(key),
    query: (query) => records.query(query),
    transact: async (writes) => {
      arrive()
      await arrived
      await records.transact(writes)
    },
  }
}

describeOnTable('a contribution', (fresh) => {
  const open = async () => {
    const world = await worldOn(await fresh())
    const { deps } = world
    const ireland = await world.contactAt('embassy@ireland.example')
    const secretariat = await world.contactAt(SECRETARIAT)
    let forms = 0
    const enter = (typed = typedContribution(), actor: Actor = ireland, form = `form-${++forms}`) =>
      enterContribution(deps)({ form, typed, newDonor: '' }, actor, at('2026-03-03'))
    const correct = (command: Partial<CorrectContribution> & { id: string }, actor: Actor = ireland) =>
      correctContribution(deps)(
        { version: 1, reason: 'the bank had the wrong rate', typed: typedContribution(), newDonor: '', ...command },
        actor,
        at('2026-04-03'),
      )
    const view = (id: string) => readContribution(deps)(id, ireland, at('2026-05-01'))
    const list = (filter: Partial<typeof ALL> = {}) =>
      listMovements(deps)({ ...ALL, ...filter }, ireland, at('2026-05-01'))
    const ledger = () => readLedger(deps)(ireland, at('2026-05-01'))
    const paid = async () => (await ledger()).years[0]?.sources[0]?.paidUsd
    return { world, deps, ireland, secretariat, enter, correct, view, ledger, list, paid }
  }

  it('is recorded by the focal point of its donor, as the donor, once for the form it was typed into', async () => {
    const { world, enter, view, paid } = await open()
    const typed = typedContribution({ source: 'government' })
    const [id = ''] = await Promise.all([enter(typed, undefined, 'f'), enter(typed, undefined, 'f')])
    expect(await enter(typed, undefined, 'f')).toBe(id)
    expect(await paid()).toBe(52_670_050)
    expect((await view(id)).contribution.source).toBe('donor')
    expect((await world.events(`contribution/${id}`)).map(({ type, actor }) => [type, actor.split('/')[0]])).toEqual([
      ['ContributionRecorded', 'contact'],
    ])
  })

  it('is listed with the corrections of what is asked for, so that the list comes to the figure it stands behind', async () => {
    const { enter, correct, list, paid } = await open()
    const pillars = 'clearance 60; risk education 40'
    const id = await enter(typedContribution({ pillars }))
    await correct({ id, typed: typedContribution({ pillars }, [typedMovement({ usd: '530,000' })]) })
    const listed = (await list({ type: 'disbursement' })).movements
    expect(listed.map(({ type, usdCents }) => [type, usdCents])).toEqual([
      ['disbursement', 52_670_050],
      ['correction', -52_670_050],
      ['disbursement', 53_000_000],
    ])
    expect(await paid()).toBe(53_000_000)
    expect((await list({ type: 'pledge' })).total).toBe(0)
    expect((await list({ type: 'correction' })).total).toBe(1)
    expect((await list({ pillar: 'Risk education' })).total).toBe(3)
    expect((await list({ pillar: 'Victim assistance' })).total).toBe(0)
    expect((await list({ pillar: UNSTATED_PILLAR })).total).toBe(0)
    await enter(typedContribution({ title: 'Unstated', pillars: 'clearance; risk education' }))
    expect((await list({ pillar: UNSTATED_PILLAR })).total).toBe(1)
  })

  it('of another donor is refused to a focal point, and taken from the secretariat', async () => {
    const { enter, secretariat, world, paid } = await open()
    const canada = typedContribution({ donor: 'Canada' })
    await expect(enter(canada)).rejects.toMatchObject({
      mistakes: [{ field: 'donor', message: 'You record for Ireland: enter this name' }],
    })
    const chair = await world.contactAt('chair@risk-education.example')
    await expect(enter(undefined, chair)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await paid()).toBeUndefined()
    await enter(canada, secretariat)
    expect(await paid()).toBe(52_670_050)
  })

  it('with mistakes is refused with all of them, each at its field', async () => {
    const { enter } = await open()
    const typed = typedContribution({ title: '', parent: 'nowhere' }, [
      typedMovement(),
      typedMovement({ amount: '-1' }),
    ])
    const refused: unknown = await enter(typed).catch((error: unknown) => error)
    expect((refused as ContributionMistakes).mistakes.map(({ field }) => field)).toEqual([
      'title',
      'movements.1.amount',
      'parent',
    ])
    await expect(enter(typedContribution({ parent: 'nowhere' }))).rejects.toMatchObject({ field: 'parent' })
  })

  it('corrected reads as a history of who, when, what and why, and the totals follow', async () => {
    const { world, enter, correct, view, paid } = await open()
    const id = await enter()
    await correct({ id, typed: typedContribution({ recipient: 'HALO Trust' }, [typedMovement({ usd: '530,000' })]) })
    expect(await paid()).toBe(53_000_000)
    const { history, movements } = await view(id)
    expect(movements.map(({ usdCents, recipient, replaces }) => [usdCents, recipient, replaces])).toEqual([
      [53_000_000, 'HALO Trust', 1],
    ])
    expect(history.map(({ what, who, why, facts, movements: of }) => [what, who, why, facts, of.length])).toEqual([
      [
        'corrected',
        'Embassy of Ireland',
        'the bank had the wrong rate',
        [{ fact: 'recipient', from: 'MAG', to: 'HALO Trust' }],
        2,
      ],
      [
        'recorded',
        'Embassy of Ireland',
        '',
        expect.arrayContaining([
          { fact: 'recipient', from: '', to: 'MAG' },
          { fact: 'source', from: '', to: 'donor' },
        ]),
        1,
      ],
    ])
    expect((await world.events(`contribution/${id}`)).map(({ type, sequence }) => [type, sequence])).toEqual([
      ['ContributionRecorded', 1],
      ['ContributionCorrected', 2],
    ])
  })

  it('takes further movements without a reason, and corrections only with one', async () => {
    const { world, enter, correct, paid } = await open()
    const id = await enter()
    const more = [typedMovement(), typedMovement({ date: '2026-04-01', amount: '1', usd: '1' })]
    await expect(correct({ id, reason: ' ', typed: typedContribution({ note: 'x' }) })).rejects.toMatchObject({
      field: 'reason',
    })
    await expect(correct({ id })).rejects.toMatchObject({ code: 'nothing-changed' })
    await correct({ id, reason: '', typed: typedContribution({}, more) })
    expect(await paid()).toBe(52_670_150)
    expect((await world.events(`contribution/${id}`)).map(({ type }) => type)).toEqual([
      'ContributionRecorded',
      'ContributionRecorded',
    ])
  })

  it('is not corrected by someone who looked at an older version, by two at once, or by another donor', async () => {
    const { world, enter, correct, paid } = await open()
    const id = await enter()
    const to = (usd: string) => ({ id, typed: typedContribution({}, [typedMovement({ amount: usd, usd })]) })
    const results = await Promise.allSettled([correct(to('1')), correct(to('2'))])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(correct(to('3'))).rejects.toMatchObject({ code: 'changed' })
    expect([100, 200]).toContain(await paid())
    const canada = await world.contactAt('embassy@canada.example')
    await expect(correct({ ...to('4'), version: 2 }, canada)).rejects.toMatchObject({ code: 'forbidden' })
    const stolen = { id, version: 2, typed: typedContribution({ donor: 'Canada' }) }
    await expect(correct(stolen)).rejects.toMatchObject({ field: 'donor' })
  })

  it('corrected twice by one person in the same words is corrected once, also at the same moment', async () => {
    const { enter, correct, secretariat, view } = await open()
    const id = await enter()
    const typed = typedContribution({ recipient: 'HALO Trust' })
    await Promise.all([correct({ id, typed }), correct({ id, typed })])
    await correct({ id, typed })
    expect((await view(id)).history.map(({ what }) => what)).toEqual(['corrected', 'recorded'])
    await expect(correct({ id, typed }, secretariat)).rejects.toMatchObject({ code: 'changed' })
    await expect(correct({ id, typed, reason: 'another' })).rejects.toMatchObject({ code: 'changed' })
  })

  it('is not paid in a year to come; in the running year it may be', async () => {
    const { enter } = await open()
    await expect(enter(typedContribution({}, [typedMovement({ date: '2030' })]))).rejects.toMatchObject({
      mistakes: [{ field: 'movements.0.date', message: 'Nothing was disbursed in a time to come: 2030' }],
    })
    await expect(enter(typedContribution({}, [typedMovement({ date: '2026' })]))).resolves.toMatch(/^[0-9a-f]{32}$/)
  })

  it('of another source is corrected, withdrawn and restored by the secretariat alone, since its donor did not state it', async () => {
    const { deps, enter, secretariat, ireland, correct, view } = await open()
    const stated = typedContribution({ source: 'landmine-monitor' })
    const id = await enter(stated, secretariat)
    const withdraw = (actor: Actor) =>
      withdrawContribution(deps)({ id, version: 1, reason: 'not ours' }, actor, at('2026-04-03'))
    const restore = (actor: Actor) => correct({ id, version: 2, typed: stated }, actor)
    const refusal = { code: 'forbidden' }
    await expect(correct({ id, typed: typedContribution({ title: 'ours' }) })).rejects.toMatchObject(refusal)
    await expect(withdraw(ireland)).rejects.toMatchObject(refusal)
    expect(await view(id)).toMatchObject({ mayCorrect: false, mayExplain: true })
    await withdraw(secretariat)
    await expect(restore(ireland)).rejects.toMatchObject(refusal)
    await restore(secretariat)
    expect((await view(id)).contribution.source).toBe('landmine-monitor')
  })

  it('that passes money on is linked to its parent and in no total', async () => {
    const { enter, paid, ledger } = await open()
    const parent = await enter()
    await enter(
      typedContribution({ parent, recipient: 'UXO Lao' }, [typedMovement({ amount: '100,000', usd: '100,000' })]),
    )
    expect(await paid()).toBe(52_670_050)
    expect((await ledger()).years[0]?.sources[0]?.onwardUsd).toBe(10_000_000)
  })

  it('is never passed on from itself, nor from one that is passed on from it', async () => {
    const { enter, correct } = await open()
    const id = await enter()
    const child = await enter(typedContribution({ parent: id }))
    const grandchild = await enter(typedContribution({ parent: child }))
    const passedOnFrom = (parent: string) => correct({ id, typed: typedContribution({ parent }) })
    await expect(passedOnFrom(id)).rejects.toMatchObject({ field: 'parent' })
    await expect(passedOnFrom(grandchild)).rejects.toMatchObject({
      mistakes: [{ field: 'parent', message: 'The contribution with this id is itself passed on from this one' }],
    })
  })

  it('is never made part of a circle by corrections at the same moment, however long it would be', async () => {
    const { deps, enter, ireland, view } = await open()
    const [first, second, third] = [await enter(), await enter(), await enter()]
    const records = meetingAtWrite(deps.records, 3)
    const passedOnFrom = (id: string, parent: string) =>
      correctContribution({ ...deps, records })(
        { id, version: 1, reason: 'it was passed on', typed: typedContribution({ parent }), newDonor: '' },
        ireland,
        at('2026-04-03'),
      )
    const outcomes = await Promise.allSettled([
      passedOnFrom(first, second),
      passedOnFrom(second, third),
      passedOnFrom(third, first),
    ])
    const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(failed.length).toBeGreaterThan(0)
    for (const reason of failed) expect(reason).toMatchObject({ code: 'changed' })
    const parents = await Promise.all([first, second, third].map(async (id) => (await view(id)).contribution.parent))
    expect(parents).toContain('')
  })

  it('is passed on five times at most, and corrected in its other facts whatever became of those above it', async () => {
    const { enter, correct, view } = await open()
    const first = await enter()
    let last = first
    for (let step = 0; step < 5; step++) last = await enter(typedContribution({ parent: last }))
    await expect(enter(typedContribution({ parent: last }))).rejects.toMatchObject({
      mistakes: [{ field: 'parent', message: 'This money would be passed on more than 5 times' }],
    })
    const { parent } = (await view(last)).contribution
    await correct({ id: first, typed: typedContribution({ parent: await enter() }) })
    await correct({ id: last, typed: typedContribution({ parent, title: 'Clearance in Sekong' }) })
    expect((await view(last)).contribution.title).toBe('Clearance in Sekong')
  })

  it.each([
    ['as the rate gives them', '', 632_040_00],
    ['as a bank rounded them', '526,700.50', 632_040_00],
  ])('with US$ %s is corrected by its amount alone, at the rate that was frozen', async (_what, usd, cents) => {
    const { enter, correct, view } = await open()
    const rate = { rate: '1.0534', rate_direction: 'usd-per-unit', rate_source: 'ECB', rate_date: '2026-03-02' }
    const id = await enter(typedContribution({}, [typedMovement({ ...rate, usd })]))
    const { contribution, movements } = await view(id)
    const form = typeOut(contribution, standing(movements))
    const typed = { ...form, movements: form.movements.map((movement) => ({ ...movement, amount: '600,000' })) }
    for (let sent = 0; sent < 2; sent++) await correct({ id, typed })
    const [stands, ...others] = standing((await view(id)).movements)
    expect(others).toEqual([])
    expect([stands?.usdCents, stands?.usdBasis]).toEqual([
      cents,
      { rate: '1.0534', direction: 'usd-per-unit', source: 'ECB', date: '2026-03-02' },
    ])
    const given = typedContribution({}, [typedMovement({ ...rate, amount: '600,000', usd: '632,500' })])
    await correct({ id, version: 2, typed: given })
    expect(standing((await view(id)).movements).map(({ usdCents }) => usdCents)).toEqual([632_500_00])
    await expect(
      correct({ id, version: 3, typed: typedContribution({}, [typedMovement({ ...rate, usd: '700,000' })]) }),
    ).rejects.toMatchObject({ field: 'movements.0.usd' })
  })

  it('is found by donor, year, source and type, a page at a time', async () => {
    const { enter, list } = await open()
    await enter(typedContribution({}, [typedMovement(), typedMovement({ type: 'pledge', date: '2027' })]))
    const found = async (filter: Partial<typeof ALL>) => (await list(filter)).movements.map(({ date }) => date)
    expect(await found({})).toEqual(['2027-12-31', '2026-03-02'])
    expect(await found({ year: '2026' })).toEqual(['2026-03-02'])
    expect(await found({ type: 'pledge' })).toEqual(['2027-12-31'])
    expect(await found({ donor: 'canada' })).toEqual([])
    expect(await list({ page: 9 })).toMatchObject({ page: 1, pages: 1, total: 2 })
  })

  it('of one year is listed, and two sources of it are compared, from what is stored of that year alone', async () => {
    const { enter, deps, ireland, secretariat } = await open()
    for (const source of ['donor', 'government'])
      await enter(typedContribution({ source }, [typedMovement(), typedMovement({ date: '2025' })]), secretariat)
    const partitions: string[] = []
    const records: RecordStore = {
      ...deps.records,
      query: (query) => {
        partitions.push(query.partition)
        return deps.records.query(query)
      },
    }
    const now = at('2026-05-01')
    const { total, years } = await listMovements({ ...deps, records })({ ...ALL, year: '2026' }, ireland, now)
    expect([total, years]).toEqual([2, [2026, 2025]])
    const which = { year: 2026, first: 'donor', second: 'government' }
    const { paidUsd } = await reconcileYear({ ...deps, records })(which, ireland, now)
    expect(paidUsd).toEqual([52_670_050, 52_670_050])
    expect(partitions.filter((partition) => partition.startsWith('YEAR#2025'))).toEqual([])
  })

  it('and all others of a donor are confirmed by its focal point as shown, until something changes', async () => {
    const { deps, ireland, secretariat, enter, correct, view } = await open()
    const id = await enter()
    const donor = (actor = ireland) => readDonor(deps)({ donor: 'ireland', page: 1 }, actor, at('2026-05-01'))
    const confirm = (seen: string, actor = ireland) =>
      confirmDonor(deps)({ donor: 'ireland', seen }, actor, at('2026-05-02'))
    const before = await donor()
    expect(before).toMatchObject({ confirmed: false, mayConfirm: true, total: 1, pages: 1 })
    expect(before.years.map(({ year, line }) => [year, line.paidUsd])).toEqual([[2026, 52_670_050]])
    await expect(confirm(before.seen, secretariat)).rejects.toMatchObject({ code: 'forbidden' })
    await confirm(before.seen)
    await confirm(before.seen)
    expect(await donor()).toMatchObject({ confirmed: true, confirmation: { by: { name: 'Embassy of Ireland' } } })
    expect((await view(id)).history.map(({ what }) => what)).toEqual(['confirmed', 'recorded'])
    await correct({ id, typed: typedContribution({ note: 'paid late' }) })
    expect(await donor()).toMatchObject({ confirmed: false })
    await expect(confirm(before.seen)).rejects.toMatchObject({ code: 'changed' })
    expect((await donor(secretariat)).mayConfirm).toBe(false)
  })

  it('tells in its history who confirmed it for the donor that it was recorded for then, whatever donor was right', async () => {
    const { world, deps, ireland, secretariat, enter, view } = await open()
    const canada = await world.contactAt('embassy@canada.example')
    const confirm = async (donor: string, actor: Actor, day: string) => {
      const { seen } = await readDonor(deps)({ donor, page: 1 }, actor, at(day))
      await confirmDonor(deps)({ donor, seen }, actor, at(day))
    }
    const confirmed = async (id: string) =>
      (await view(id)).history.flatMap(({ what, who }) => (what === 'confirmed' ? [who] : []))
    const id = await enter()
    await enter(typedContribution({ donor: 'Canada' }), secretariat)
    await confirm('ireland', ireland, '2026-05-01')
    await confirm('canada', canada, '2026-05-02')
    expect(await confirmed(id)).toEqual(['Embassy of Ireland'])
    const typed = typedContribution({ donor: 'Canada' })
    const correction = { id, version: 1, reason: 'it was Canada', typed, newDonor: '' }
    await correctContribution(deps)(correction, secretariat, at('2026-05-03'))
    expect(await confirmed(id)).toEqual(['Embassy of Ireland'])
    await confirm('canada', canada, '2026-05-04')
    expect(await confirmed(id)).toEqual(['Embassy of Canada', 'Embassy of Ireland'])
  })

  it('of which two sources say different things is reconciled with an explanation that can be taken back, and by two people never at once', async () => {
    const { deps, enter, ledger, secretariat, world } = await open()
    await enter()
    await enter(typedContribution({ source: 'government' }, [typedMovement({ usd: '500,000' })]), secretariat)
    const explain = (text: string, records = deps.records, day = '2026-05-01', seen = at(day)) =>
      explainDifference({ ...deps, records })(
        { year: 2026, sources: ['government', 'donor'], donor: 'ireland', text, seen },
        secretariat,
        at(day),
      )
    const donors = async () => (await ledger()).years[0]?.reconciliations[0]?.donors
    expect(await donors()).toMatchObject([{ difference: 2_670_050, explanation: '' }])
    await explain('booked at the rate of the day of signature')
    expect(await donors()).toMatchObject([{ explanation: 'booked at the rate of the day of signature' }])
    await explain('')
    expect(await donors()).toMatchObject([{ explanation: '' }])
    const [first, ...twice] = await Promise.allSettled([explain('the fiscal year'), explain('the fiscal year')])
    expect([first, ...twice].map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    const records = meetingAtWrite(deps.records, 2)
    const two = await Promise.allSettled([explain('one reason', records), explain('another reason', records)])
    expect(two.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))).toEqual(['changed'])
    const told = await world.events('explanation/2026/donor+government/ireland')
    expect(told.map(({ type, sequence }) => [type, sequence])).toEqual(
      [1, 2, 3, 4].map((sequence) => ['DifferenceExplained', sequence]),
    )
    await expect(
      explain('what somebody typed before', deps.records, '2026-05-02', at('2026-04-30')),
    ).rejects.toMatchObject({ code: 'changed', field: 'text' })
    await explain('the rate', deps.records, '2026-05-03')
    const asked = { year: 2026, first: 'donor', second: 'government' }
    const { explained, donors: sides } = await reconcileYear(deps)(asked, secretariat, at('2026-05-04'))
    expect(sides).toMatchObject([{ paidUsd: [52_670_050, 50_000_000], difference: 2_670_050 }])
    const turned = { ...asked, first: 'government', second: 'donor' }
    expect(await reconcileYear(deps)(turned, secretariat, at('2026-05-04'))).toMatchObject({
      sources: ['government', 'donor'],
      difference: -2_670_050,
      donors: [{ paidUsd: [50_000_000, 52_670_050], difference: -2_670_050, explanation: 'the rate' }],
    })
    expect(explained.map(({ text, by }) => [text.slice(0, 6), by.name])).toEqual(
      ['the ra', expect.stringMatching(/one re|anothe/), 'the fi', '', 'booked'].map((text) => [
        text,
        secretariat.contact.name,
      ]),
    )
    expect(sides[0]).not.toHaveProperty('explainedDifference')
    await enter(typedContribution({ title: 'one more' }), secretariat)
    const later = await reconcileYear(deps)(turned, secretariat, at('2026-05-05'))
    expect(later.donors).toMatchObject([{ explanation: 'the rate', explainedDifference: -2_670_050 }])
    await explain('the rate', deps.records, '2026-05-06')
    const [again] = (await reconcileYear(deps)(asked, secretariat, at('2026-05-07'))).donors
    expect(again).toMatchObject({ difference: 55_340_100, explanation: 'the rate' })
    expect(again).not.toHaveProperty('explainedDifference')
    const nobody = { year: 2026, sources: ['government', 'donor'] as const, donor: 'nobody', text: 'x', seen: '' }
    await expect(explainDifference(deps)(nobody, secretariat, at('2026-05-01'))).rejects.toMatchObject({
      field: 'donor',
    })
    const canada = { year: 2026, sources: ['government', 'donor'] as const, donor: 'canada', text: 'x', seen: '' }
    const { ireland } = await open()
    await expect(explainDifference(deps)(canada, ireland, at('2026-05-01'))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
