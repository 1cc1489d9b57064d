import { expect, it } from 'vitest'
import type { TwgBrief } from '#shared/domain/briefs/model.ts'
import { readBriefDraft } from '#shared/records/briefs.ts'
import { compileBrief } from '#shared/usecases/briefs/compile-brief.ts'
import { releaseBrief } from '#shared/usecases/briefs/release-brief.ts'
import { openReport, type Report } from '../fixtures/report-life.ts'
import { header } from '../fixtures/survey-clearance.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at } from '../fixtures/world.ts'

const BRIEF = '2026-Q1/survey-clearance'

/** Hands the events of a subject to the compiler, as the bus does: all again, in order. */
const compiled = async ({ world }: Report, subject: string) => {
  for (const event of await world.events(subject))
    if (event.type.startsWith('TwgReport') || event.type === 'BriefRequested') await compileBrief(world.deps)(event)
  return (await readBriefDraft(world.deps.records, BRIEF))?.value.model as TwgBrief | undefined
}

describeOnTable('the brief draft of a report', (fresh) => {
  it('follows its life: on behalf, returned, amended; after the release nothing changes', async () => {
    const report = await openReport(await fresh())
    const notes = async () => (await compiled(report, 'report/2026-Q1/survey-clearance'))?.notes
    await report.complete()
    await report.submit('2026-04-07', '', report.secretariat)
    expect(await notes()).toEqual(['Secretariat submitted the report on behalf of the chair.'])
    await report.giveBack('2026-04-08', 'Mend it')
    expect(await notes()).toContain('Version 1 was returned to the TWG to be mended: figures may change.')
    await report.submit('2026-04-09')
    expect(await notes()).toEqual([])
    await report.accept('2026-04-10')
    await report.amend('2026-04-20', 'IMSMA was corrected')
    expect(await notes()).toEqual([])
    await report.save({ section: 'header', values: header({ clearedBy: 'NRA, data unit' }) }, '2026-04-20')
    await report.submit('2026-04-20')
    expect(await notes()).toEqual(['Version 3 amends an accepted report: IMSMA was corrected.'])
    await releaseBrief(report.world.deps)(BRIEF, report.secretariat, at('2026-04-26'))
    await report.giveBack('2026-04-27', 'Once more')
    expect(await notes()).toEqual(['Version 3 amends an accepted report: IMSMA was corrected.'])
  })

  it('follows an extension once there is a draft, and is not begun by one', async () => {
    const report = await openReport(await fresh())
    await report.extend('2026-04-10', '2026-05-04')
    expect(await compiled(report, 'round/2026-Q1')).toBeUndefined()
    await report.world.sweepAt(at('2026-04-25', '00:00'))
    expect((await compiled(report, `brief/${BRIEF}`))?.timeliness).toBe('awaited')
    await report.extend('2026-04-26', '2026-05-08', { reason: 'Still flooded' })
    const brief = await compiled(report, 'round/2026-Q1')
    expect(brief?.notes).toEqual(['The due date was extended to 8 May 2026: Still flooded.'])
    expect(brief?.summary[0]).toBe('Report not yet received (due 8 May 2026).')
  })
})
