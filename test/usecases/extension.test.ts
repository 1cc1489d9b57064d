import { expect, it } from 'vitest'
import { compileTwgBrief } from '#shared/domain/briefs/compile-twg-brief.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { twgBriefInputs } from '#shared/usecases/briefs/brief-inputs.ts'
import { readDesk } from '#shared/usecases/desk/read-desk.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { openReport, type Report } from '../fixtures/report-life.ts'
import { at } from '../fixtures/world.ts'

/** Reminders of a TWG's report as `day rule`, from a day on. */
const reminded = async ({ world }: Report, twg: string, from: string): Promise<string[]> =>
  (await world.mails('reminders'))
    .flatMap(({ content, requestedAt }) => {
      const day = dayAt(requestedAt, laoUxo.timeZone)
      const items = content.kind === 'reminders' ? content.items : []
      return items.filter(({ subject }) => subject.endsWith(`/${twg}`)).map(({ rule }) => `${day} ${rule}`)
    })
    .filter((line) => line >= from)
    .toSorted()

describeInMemory('an extension for one TWG', (fresh) => {
  it('moves its three dates and its reminders, and nobody else’s; the round closes and asks for briefs on its own days', async () => {
    const report = await openReport(await fresh())
    await report.world.sweepAt(at('2026-04-10'))
    await report.extend('2026-04-10', '2026-04-30')
    expect((await report.sheet('2026-04-20')).dates).toMatchObject({
      due: '2026-04-30',
      lateFrom: '2026-05-01',
      closed: '2026-05-08',
      briefsDue: '2026-04-25',
    })
    for (let day = '2026-04-11'; day <= '2026-05-09'; day = addDays(day, 1)) await report.world.sweepAt(at(day))
    expect(await reminded(report, 'survey-clearance', '2026-04-11')).toEqual([
      '2026-04-23 report-due-7',
      '2026-04-28 report-due-2',
      '2026-04-30 report-due',
      '2026-05-01 report-late-1',
      '2026-05-03 report-late-3',
      '2026-05-05 report-escalation-5',
      '2026-05-07 report-escalation-7',
    ])
    expect((await reminded(report, 'risk-education', '2026-04-11'))[0]).toBe('2026-04-15 report-due-2')
    const ofRound = await report.world.events('round/2026-Q1')
    expect(ofRound.map(({ type, time }) => [type, dayAt(time, laoUxo.timeZone)])).toEqual([
      ['ReportingRoundOpened', '2026-04-01'],
      ['TwgReportExtended', '2026-04-10'],
      ['ReportingRoundClosed', '2026-04-25'],
    ])
    expect(await report.world.events('brief/2026-Q1/survey-clearance')).toHaveLength(1)
  })

  it('what comes by the new date is on time, after it late with a reason, and after the new grace it is closed', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    await report.extend('2026-04-24', '2026-05-04')
    await expect(report.submit('2026-05-05')).rejects.toMatchObject({ code: 'late-reason' })
    await expect(report.submit('2026-05-12', 'Floods')).rejects.toMatchObject({ code: 'round-closed' })
    const desk = await readDesk(report.world.deps)(report.chair, at('2026-05-04'))
    expect(desk.rounds[0]?.reports.map(({ standing }) => standing)).toEqual([
      'awaited',
      'missing',
      'missing',
      'missing',
      'missing',
    ])
    await report.submit('2026-05-04')
    const inputs = await twgBriefInputs(report.world.deps, '2026-Q1', 'survey-clearance', at('2026-05-05'), undefined)
    const brief = inputs && compileTwgBrief(inputs)
    expect(brief?.timeliness).toBe('on-time')
    expect(brief?.notes).toContain('The due date was extended to 4 May 2026: Floods in the north.')
  })

  it('is told to chair and alternate once, however often it is pressed; another goes further, never back', async () => {
    const report = await openReport(await fresh())
    await Promise.all([1, 2].map(() => report.extend('2026-04-10', '2026-04-30')))
    await report.extend('2026-04-10', '2026-04-30')
    expect(await report.world.mails('report-notice')).toHaveLength(2)
    await expect(report.extend('2026-04-11', '2026-04-24')).rejects.toMatchObject({
      field: 'due',
      message: '30 April 2026 is already granted, and chair and alternate were told so: enter that day or a later one',
    })
    expect((await report.sheet('2026-04-11')).dates.due).toBe('2026-04-30')
    expect(await report.world.mails('report-notice')).toHaveLength(2)
    await report.extend('2026-04-11', '2026-05-08', { reason: 'Agreed by phone' })
    expect((await report.sheet('2026-04-11')).dates.due).toBe('2026-05-08')
    expect(await report.world.mails('report-notice')).toHaveLength(4)
  })

  it('granted before the round opens, sets the reminders when it opens', async () => {
    const report = await openReport(await fresh())
    await report.world.sweepAt(at('2026-06-30'))
    const { deps } = report.world
    const { grantExtension } = await import('#shared/usecases/reports/grant-extension.ts')
    const key = { round: '2026-Q2', twg: 'survey-clearance' }
    await grantExtension(deps)({ ...key, due: '2026-07-31', reason: 'Census' }, report.secretariat, at('2026-06-30'))
    for (const day of ['2026-07-01', '2026-07-15', '2026-07-24']) await report.world.sweepAt(at(day))
    expect(await reminded(report, 'survey-clearance', '2026-07-02')).toEqual(['2026-07-24 report-due-7'])
  })

  it('to a day that cannot be, or without a reason, is refused at the field', async () => {
    const report = await openReport(await fresh())
    for (const [due, message] of [
      ['2026-04-17', 'Enter a day after 17 April 2026'],
      ['2026-04-11', 'Enter a day after 17 April 2026'],
      ['2569-05-04', '2569 is a year of the Buddhist era: enter 4 May 2026 if that is the day you mean'],
      ['2026-07-01', 'Enter a day up to 30 June 2026: the next report is due after it'],
      ['soon', 'Enter a date such as 31 March 2026'],
    ] as const) {
      await expect(report.extend('2026-04-10', due)).rejects.toMatchObject({ field: 'due', message })
    }
    await expect(report.extend('2026-04-22', '2026-04-21')).rejects.toMatchObject({
      message: 'Enter a day from 22 April 2026 on',
    })
    await expect(report.extend('2026-04-10', '2026-05-04', { reason: '' })).rejects.toMatchObject({ field: 'reason' })
  })

  it('is possible for as long as nothing was submitted, also when the next round is over: up to 30 days from today', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    for (const day of ['2026-04-25', '2026-05-02', '2026-07-01']) await report.world.sweepAt(at(day))
    await expect(report.submit('2026-11-27')).rejects.toMatchObject({ code: 'round-closed' })
    await expect(report.extend('2026-11-27', '2026-12-28')).rejects.toMatchObject({
      field: 'due',
      message: 'Enter a day up to 27 December 2026',
    })
    await expect(report.extend('2026-11-27', '2026-11-26')).rejects.toMatchObject({
      message: 'Enter a day from 27 November 2026 on',
    })
    await report.extend('2026-11-27', '2026-12-27')
    expect((await report.sheet('2026-11-28')).dates).toMatchObject({ due: '2026-12-28', lateFrom: '2026-12-29' })
    await report.submit('2026-12-10')
    await expect(report.extend('2026-12-11', '2027-01-05')).rejects.toMatchObject({ code: 'already-submitted' })
  })

  it.each(['2026-04-10', '2026-06-29', '2026-07-04', '2027-04-11'])('has a day to give on %s', async (today) => {
    const report = await openReport(await fresh())
    await expect(report.extend(today, addDays(today, 29))).resolves.toMatchObject({ id: '2026-Q1' })
  })
})
