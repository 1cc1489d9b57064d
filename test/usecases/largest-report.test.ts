import { expect, it } from 'vitest'
import type { Typed } from '#shared/domain/report.ts'
import { readReport, readReportVersions, reportsWaiting } from '#shared/records/reports.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { readReportSheet } from '#shared/usecases/reports/report-sheet.ts'
import { type DraftPart, saveDraftPart } from '#shared/usecases/reports/save-draft-part.ts'
import { submitTwgReport } from '#shared/usecases/reports/submit-twg-report.ts'
import { consistentRow, header, narrative } from '../fixtures/survey-clearance.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at, worldOn } from '../fixtures/world.ts'

/** What a chair may write to each of 1,728 warnings, in characters. */
const LONGEST_OF_ALL = 100

/** Lao letters in no order, so that they hardly compress: the same for the same seed. */
const letters = (count: number, seed: number): string => {
  let state = seed + 1
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647
    return String.fromCharCode(0x0e94 + (state % 24))
  }).join('')
}

/** Every province with every operator; twelve figures of each are `times` what they were. */
const rows = (times: number): Typed[] =>
  laoUxo.provinces.flatMap(({ code }) =>
    laoUxo.operators.map((operator) =>
      consistentRow({
        province: code,
        operator,
        'villages.nts': String(12 * times),
        areaSurveyed: `${30 * times} ha`,
        'confirmed.areas': String(12 * times),
        'confirmed.area': `${50 * times} ha`,
        'released.cancelled': `${3 * times} ha`,
        'released.cleared': `${40 * times} ha`,
        'landUse.agriculture': `${30 * times} ha`,
        'landUse.development': `${10 * times} ha`,
        'destroyed.submunitions': String(110 * times),
        'destroyed.otherUxo': String(80 * times),
        eodSpotTasks: String(9 * times),
        'inventory.opening': times === 1 ? '1,000 ha' : '1,010 ha',
        'inventory.closing': `${(times === 1 ? 1000 : 1010) + 10 * times} ha`,
        'handover.waiting': times === 1 ? '0' : '10 ha',
        'handover.handedOver': `${30 * times} ha`,
        'beneficiaries.women': String(40 * times),
        'beneficiaries.men': String(30 * times),
        'quality.visits': String(4 * times),
      }),
    ),
  )

describeOnTable('the largest honest report: every province with every operator, all figures tripled', (fresh) => {
  const inRound = async (round: string, day: string, world: Awaited<ReturnType<typeof worldOn>>) => {
    const key = { round, twg: 'survey-clearance' }
    const chair = await world.contactAt('chair@survey-clearance.example')
    const read = () => readReportSheet(world.deps)(key, chair, at(day))
    const save = async (part: DraftPart) =>
      saveDraftPart(world.deps)({ ...key, part, expectedVersion: (await read()).draftVersion }, chair, at(day))
    const submit = async () =>
      submitTwgReport(world.deps)({ ...key, draftVersion: (await read()).draftVersion, lateReason: '' }, chair, at(day))
    return { save, submit }
  }
  const tripled = async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-01-02', '00:00'))
    await world.sweepAt(at('2026-04-01', '00:00'))
    const before = await inRound('2025-Q4', '2026-01-06', world)
    await before.save({ section: 'header', values: header({ cutOff: '2025-12-31' }) })
    await before.save({ section: 'narrative', values: narrative() })
    await before.save({ section: 'rows', values: rows(1) })
    await before.submit()
    const now = await inRound('2026-Q1', '2026-04-06', world)
    await now.save({ section: 'header', values: header() })
    await now.save({ section: 'narrative', values: narrative() })
    const { problems } = await now.save({ section: 'rows', values: rows(3) })
    expect(problems.filter(({ level }) => level === 'block')).toEqual([])
    const comments = (length: number) =>
      Object.fromEntries(problems.map(({ key }, index) => [key, letters(length, index)]))
    return { world, ...now, problems, comments }
  }

  it('is commented on warning by warning in Lao, submitted, and read as it was sent', async () => {
    const { world, save, submit, problems, comments } = await tripled()
    expect(problems.length).toBeGreaterThan(1700)
    await save({ section: 'comments', values: comments(LONGEST_OF_ALL) })
    const { content } = await submit()
    expect(content.comments).toEqual(comments(LONGEST_OF_ALL))
    const { records } = world.deps
    expect((await readReport(records, '2026-Q1', 'survey-clearance'))?.value.content).toEqual(content)
    expect((await readReportVersions(records, '2026-Q1', 'survey-clearance'))[0]?.content).toEqual(content)
    expect((await reportsWaiting(records, 9)).map(({ content: { rows: all } }) => all.length)).toEqual([144, 144])
  })

  it('is told what is too large in it, and what to do', async () => {
    const { save, comments } = await tripled()
    await expect(save({ section: 'comments', values: comments(3 * LONGEST_OF_ALL) })).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/^The 17\d\d comments on warnings are too long to be kept together: shorten/),
    })
    const reason = (place: number) => `n/a ${letters(100, place)}`
    const unavailable = rows(1).map(
      (row, index) =>
        Object.fromEntries(
          Object.keys(row).map((path, place) => [
            path,
            /province|operator/.test(path) ? row[path] : reason(97 * index + place),
          ]),
        ) as Typed,
    )
    await expect(save({ section: 'rows', values: unavailable })).rejects.toMatchObject({
      message:
        'The texts in the 144 rows are too long to be kept together: shorten the notes, and the reasons after n/a',
    })
    await expect(save({ section: 'rows', values: Array.from({ length: 301 }, () => ({})) })).rejects.toMatchObject({
      message: 'This report has 301 rows: keep at most 300',
    })
  })
})
