import { expect, it } from 'vitest'
import { reportStateOf } from '#shared/domain/report-life.ts'
import { readDesk } from '#shared/usecases/desk/read-desk.ts'
import { saveDraftPart } from '#shared/usecases/reports/save-draft-part.ts'
import { KEY, openReport, type Report } from '../fixtures/report-life.ts'
import { consistentRow } from '../fixtures/survey-clearance.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at } from '../fixtures/world.ts'

const accepted = async (report: Report) => {
  await report.complete()
  await report.submit('2026-04-07')
  await report.accept('2026-04-08')
}
const otherFigures = { section: 'row', index: 0, values: consistentRow({ teams: '9' }) } as const

describeOnTable('a draft that is given up', (fresh) => {
  it('leaves the accepted version as it stood, and says among the versions who gave up which amendment', async () => {
    const report = await openReport(await fresh())
    await accepted(report)
    const before = await report.sheet('2026-05-08')
    const { versions } = await report.history('2026-05-08')
    await report.amend('2026-05-08', 'IMSMA was corrected')
    await report.save(otherFigures, '2026-05-08')
    await report.discard('2026-05-09', ' It was the other TWG ', { actor: report.secretariat })
    const after = await report.sheet('2026-05-10')
    expect(after).toEqual({ ...before, draftVersion: after.draftVersion })
    expect(reportStateOf(after.current, after.draft)).toBe('accepted')
    expect(await report.history('2026-05-10')).toMatchObject({
      versions,
      discarded: [
        {
          by: { name: 'Secretariat' },
          at: at('2026-05-09'),
          reason: 'It was the other TWG',
          amendment: { reason: 'IMSMA was corrected', by: report.chair.contact.name },
        },
      ],
    })
  })

  it('can be begun again as if it had never been, also when it was the first one', async () => {
    const report = await openReport(await fresh())
    const before = await report.sheet('2026-04-05')
    await report.complete()
    await report.discard('2026-04-06', 'Figures of last year')
    const { draftVersion: _, ...after } = await report.sheet('2026-04-06')
    expect(after).toEqual({ ...before, draftVersion: undefined })
    const { rounds } = await readDesk(report.world.deps)(report.chair, at('2026-04-06'))
    expect(rounds[0]?.reports.find(({ twg }) => twg === KEY.twg)).toMatchObject({ hasDraft: false })
    await report.complete()
    expect(await report.submit('2026-04-07')).toMatchObject({ version: 1, content: { rows: [{ teams: 0 }] } })
    expect((await report.history('2026-04-07')).discarded).toMatchObject([{ reason: 'Figures of last year' }])
    await report.accept('2026-04-08')
    await report.amend('2026-05-08', 'First')
    await report.discard('2026-05-08', 'Begun by mistake')
    await report.amend('2026-05-09', 'Second')
    await report.save(otherFigures, '2026-05-09')
    expect(await report.submit('2026-05-09')).toMatchObject({ version: 2, amendment: { reason: 'Second' } })
  })

  it('is not given up when somebody saved since it was read: they are named, and nothing is lost', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    const { draftVersion } = await report.sheet('2026-04-06')
    await report.save(otherFigures, '2026-04-06')
    const before = await report.sheet('2026-04-06')
    await expect(
      report.discard('2026-04-06', 'Begun by mistake', { actor: report.secretariat, draftVersion }),
    ).rejects.toMatchObject({ code: 'changed', message: expect.stringContaining(report.chair.contact.name) })
    expect(await report.sheet('2026-04-06')).toEqual(before)
    await report.submit('2026-04-07')
    await expect(report.discard('2026-04-07', 'Too late', { draftVersion })).rejects.toMatchObject({
      code: 'changed',
      message: expect.stringContaining('submitted or discarded'),
    })
    expect((await report.history('2026-04-07')).discarded).toEqual([])
  })

  it('is never taken for a later one: what was typed for it is refused, not put into the next', async () => {
    const report = await openReport(await fresh())
    await accepted(report)
    await report.amend('2026-05-08', 'First')
    const { draftVersion: expectedVersion } = await report.sheet('2026-05-08')
    await report.discard('2026-05-08', 'Begun by mistake')
    const save = () =>
      saveDraftPart(report.world.deps)({ ...KEY, part: otherFigures, expectedVersion }, report.chair, at('2026-05-09'))
    await expect(save()).rejects.toMatchObject({ code: 'already-submitted', message: expect.stringContaining('begin') })
    await report.amend('2026-05-09', 'Second')
    await expect(save()).rejects.toMatchObject({ code: 'draft-changed' })
  })

  it('is given up once however often it is pressed, and by nobody without a reason or a role', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    const { draftVersion } = await report.sheet('2026-04-06')
    await expect(report.discard('2026-04-06', ' ')).rejects.toMatchObject({ field: 'reason' })
    const stranger = await report.world.contactAt('chair@risk-education.example')
    await expect(report.discard('2026-04-06', 'x', { actor: stranger })).rejects.toMatchObject({ code: 'forbidden' })
    await Promise.all([1, 2, 3].map(() => report.discard('2026-04-06', 'Begun by mistake', { draftVersion })))
    expect((await report.history('2026-04-06')).discarded).toHaveLength(1)
    await expect(report.discard('2026-04-06', 'Again')).rejects.toMatchObject({ code: 'changed' })
  })
})
