import { expect, it } from 'vitest'
import { presentFollowUp } from '#shared/domain/forms/follow-up.ts'
import type { Typed } from '#shared/domain/report.ts'
import { readActionPoint } from '#shared/records/action-points.ts'
import { keys } from '#shared/records/keys.ts'
import { listActionPoints } from '#shared/usecases/action-points/list-action-points.ts'
import { openActionPoint } from '#shared/usecases/action-points/open-action-point.ts'
import { updateActionPoint } from '#shared/usecases/action-points/update-action-point.ts'
import { readDesk } from '#shared/usecases/desk/read-desk.ts'
import { readReportSheet } from '#shared/usecases/reports/report-sheet.ts'
import { type DraftPart, saveDraftPart } from '#shared/usecases/reports/save-draft-part.ts'
import { submitTwgReport } from '#shared/usecases/reports/submit-twg-report.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { consistentRow, header, narrative } from '../fixtures/survey-clearance.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const KEY = { round: '2026-Q1', twg: 'survey-clearance' }
const AGREED = { group: 'survey-clearance', text: 'Agree on one list', owner: 'NRA', due: '2026-05-29' }

describeInMemory('action points', (fresh) => {
  const begin = async () => {
    const world = await worldOn(await fresh())
    const [secretariat, chair] = [
      await world.contactAt(SECRETARIAT),
      await world.contactAt('chair@survey-clearance.example'),
    ]
    const open = (own: Partial<typeof AGREED> = {}, actor = secretariat, day = '2026-02-10') =>
      openActionPoint(world.deps)({ ...AGREED, ...own }, actor, at(day))
    const update = ({ id, version }: { id: string; version: number }, change: Typed, actor = secretariat) => {
      const command = { id, version, ...AGREED, status: 'open', note: '', ...change }
      return updateActionPoint(world.deps)(command, actor, at('2026-03-01'))
    }
    return { world, secretariat, chair, open, update }
  }

  it('are opened once by the secretariat, however often the form is sent, with their event', async () => {
    const { world, chair, open } = await begin()
    const [point] = await Promise.all([open(), open({ text: ' Agree  on one\r\nlist ' })])
    expect(await open()).toEqual(point)
    expect((await world.events(`action-point/${point.id}`)).map(({ type }) => type)).toEqual(['ActionPointOpened'])
    await expect(open({}, chair)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('name what is wrong at its field', async () => {
    const { open } = await begin()
    for (const [field, typed] of [
      ['group', 'donor:japan'],
      ['text', ' '],
      ['owner', 'nobody@elsewhere.example'],
      ['due', '2569-05-29'],
    ] as const) {
      await expect(open({ [field]: typed })).rejects.toMatchObject({ code: 'invalid', field })
    }
  })

  it('belong to a contact where the owner’s address is known, and stand on that desk and on the chair’s', async () => {
    const { world, chair, open } = await begin()
    const owner = await world.contactAt('member1@risk-education.example')
    await open({ owner: 'Member1@Risk-Education.example' })
    await open({ text: 'Later', due: '2026-06-30', owner: 'NPA' })
    const desk = async (actor = owner) => (await readDesk(world.deps)(actor, at('2026-03-01'))).actionPoints
    expect((await desk()).map(({ text }) => text)).toEqual(['Agree on one list'])
    expect((await desk(chair)).map(({ text }) => text)).toEqual(['Agree on one list', 'Later'])
    expect(await desk(await world.contactAt('chair@risk-education.example'))).toEqual([])
  })

  it('keep every version, are listed until they are closed, and then apart', async () => {
    const { world, secretariat, chair, open, update } = await begin()
    const point = await open()
    const delayed = await update(point, { status: 'delayed', note: 'Rain', due: '2026-07-01', text: 'Mine' }, chair)
    expect(delayed).toMatchObject({ version: 2, status: 'delayed', due: '2026-05-29', text: 'Agree on one list' })
    const done = await update(delayed, { status: 'done', due: '2026-06-01', owner: 'UXO Lao' })
    expect(done.history.map(({ version, by, status, due, owner }) => [version, by, status, due, owner])).toEqual([
      [1, secretariat.contact.name, 'open', '2026-05-29', 'NRA'],
      [2, chair.contact.name, 'delayed', '2026-05-29', 'NRA'],
      [3, secretariat.contact.name, 'done', '2026-06-01', 'UXO Lao'],
    ])
    const listed = (await listActionPoints(world.deps)(chair, at('2026-03-01'))).find(({ group }) => group === KEY.twg)
    expect(listed).toMatchObject({ open: [], closed: [{ id: point.id }] })
    await expect(open()).rejects.toMatchObject({ code: 'known' })
  })

  it('are not overwritten by someone who saw an older version; saying the same again is no version', async () => {
    const { chair, open, update } = await begin()
    const point = await open()
    const changed = await update(point, { status: 'on-track' }, chair)
    await expect(update(point, { status: 'done' })).rejects.toMatchObject({ code: 'changed' })
    expect(await update(point, { status: 'on-track' })).toEqual(changed)
    await expect(update(changed, { status: 'delayed', note: ' ' })).rejects.toMatchObject({ field: 'note' })
  })

  const report = async () => {
    const mine = await begin()
    const { world, chair } = mine
    const points = [await mine.open(), await mine.open({ text: 'Share the IMSMA export', due: '2026-04-30' })] as const
    await world.sweepAt(at('2026-04-01', '00:00'))
    let version = 0
    const save = async (part: DraftPart) => {
      const sheet = await saveDraftPart(world.deps)({ ...KEY, part, expectedVersion: version }, chair, at('2026-04-05'))
      version = sheet.draftVersion
      return sheet
    }
    await save({ section: 'header', values: header() })
    await save({ section: 'narrative', values: narrative() })
    await save({ section: 'row', index: 'new', values: consistentRow() })
    const follow = (own: Typed) => save({ section: 'actions', values: { ...presentFollowUp(points), ...own } })
    const submit = (deps = world.deps) =>
      submitTwgReport(deps)({ ...KEY, draftVersion: version, lateReason: '' }, chair, at('2026-04-07'))
    return { ...mine, points, save, follow, submit }
  }

  it('are followed up in the report: every open one, with a note where it is delayed', async () => {
    const { points, save, follow } = await report()
    const untouched = await save({ section: 'header', values: header() })
    expect(untouched.actionPoints.map(({ text }) => text)).toEqual(['Share the IMSMA export', 'Agree on one list'])
    expect(untouched.problems.map(({ field }) => field)).toEqual([`${points[1].id}.status`, `${points[0].id}.status`])
    const { problems } = await follow({ [`${points[0].id}.status`]: 'delayed', [`${points[1].id}.status`]: 'done' })
    expect(problems).toMatchObject([{ section: 'actions', level: 'block', field: `${points[0].id}.note` }])
  })

  it('change with the report that says so, in its transaction, with their events', async () => {
    const { world, chair, points, follow, submit } = await report()
    const [first, second] = points
    await follow({ [`${first.id}.status`]: 'delayed', [`${first.id}.note`]: 'Flood', [`${second.id}.status`]: 'done' })
    let transactions = 0
    const transact: typeof world.deps.records.transact = (writes) => {
      transactions++
      return world.deps.records.transact(writes)
    }
    const { content } = await submit({ ...world.deps, records: { ...world.deps.records, transact } })
    expect(transactions).toBe(1)
    expect(content.actions).toMatchObject([
      { id: second.id, text: 'Share the IMSMA export', status: 'done' },
      { id: first.id, text: 'Agree on one list', owner: 'NRA', status: 'delayed', note: 'Flood' },
    ])
    for (const [point, status] of [
      [first, 'delayed'],
      [second, 'done'],
    ] as const) {
      expect(await readActionPoint(world.deps.records, point.id)).toMatchObject({ status, version: 2 })
      const events = await world.events(`action-point/${point.id}`)
      expect(events.map(({ type, actor }) => [type, actor]).at(-1)).toEqual([
        'ActionPointUpdated',
        `contact/${chair.contact.id}`,
      ])
    }
    const again = await readReportSheet(world.deps)(KEY, chair, at('2026-04-08'))
    expect(again.actionPoints.map(({ id }) => id)).toEqual([first.id, second.id])
  })

  it('that somebody changed after the author saw them must be looked at again', async () => {
    const { points, secretariat, update, follow, submit } = await report()
    const done = { [`${points[0].id}.status`]: 'done', [`${points[1].id}.status`]: 'done' }
    await follow(done)
    await update(points[0], { status: 'delayed', note: 'No quorum' })
    await expect(submit()).rejects.toMatchObject({ code: 'incomplete' })
    const { problems } = await follow(done)
    expect(problems).toMatchObject([{ section: 'actions', field: `${points[0].id}.status` }])
    expect(problems[0]?.message).toContain(`${secretariat.contact.name} changed this action point`)
    expect(problems[0]?.message).toContain('No quorum')
    expect((await follow({ ...done, [`${points[0].id}.version`]: '2' })).problems).toEqual([])
    expect((await submit()).version).toBe(1)
  })

  it('that change while the report is on its way stop it, and nothing of it is stored', async () => {
    const { world, points, update, follow, submit } = await report()
    await follow({ [`${points[0].id}.status`]: 'done', [`${points[1].id}.status`]: 'done' })
    const transact: typeof world.deps.records.transact = async (writes) => {
      await update(points[1], { text: points[1].text, due: points[1].due, status: 'delayed', note: 'No quorum' })
      return world.deps.records.transact(writes)
    }
    const records = { ...world.deps.records, transact }
    await expect(submit({ ...world.deps, records })).rejects.toMatchObject({ code: 'draft-changed' })
    expect(await readActionPoint(world.deps.records, points[0].id)).toMatchObject({ status: 'open' })
    expect(await world.deps.records.get(keys.report(KEY.round, KEY.twg))).toBeUndefined()
  })

  it('ask nothing of a nil return', async () => {
    const { save, submit } = await report()
    expect((await save({ section: 'nil', values: { reason: 'No activity' } })).problems).toEqual([])
    expect((await submit()).content.actions).toBeUndefined()
  })
})
