import { expect, it } from 'vitest'
import { reportStateOf } from '#shared/domain/report-life.ts'
import { KEY, openReport, type Report } from '../fixtures/report-life.ts'
import { consistentRow } from '../fixtures/survey-clearance.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at } from '../fixtures/world.ts'

const otherFigures = { section: 'row', index: 0, values: consistentRow({ teams: '9' }) } as const

/** Version 1 is accepted; version 2 amends it and was returned on 10 May. */
const returnedAmendment = async (report: Report) => {
  await report.complete()
  await report.submit('2026-04-07')
  await report.accept('2026-04-08')
  await report.amend('2026-05-08', 'IMSMA was corrected')
  await report.save(otherFigures, '2026-05-08')
  await report.submit('2026-05-09')
  await report.giveBack('2026-05-10', 'Who says so?')
}

describeOnTable('a returned amendment that is withdrawn', (fresh) => {
  it('lets the accepted version stand again as it did, and says among the versions who, when and why', async () => {
    const report = await openReport(await fresh())
    await returnedAmendment(report)
    const accepted = (await report.history('2026-05-11')).versions[1]
    await report.withdraw('2026-05-11', ' Nothing was wrong ')
    const { current, draft } = await report.sheet('2026-05-11')
    const withdrawal = {
      version: 2,
      stands: 1,
      by: { contact: report.chair.contact.id, name: report.chair.contact.name },
      at: at('2026-05-11'),
      reason: 'Nothing was wrong',
    }
    expect(current).toEqual({ ...accepted, withdrawal })
    expect([draft, reportStateOf(current, draft)]).toEqual([undefined, 'accepted'])
    expect((await report.history('2026-05-11')).versions).toMatchObject([
      { version: 2, status: 'returned', verdict: { comment: 'Who says so?' }, withdrawal },
      accepted,
    ])
    const [event] = (await report.events()).filter(({ type }) => type === 'TwgReportAmendmentWithdrawn')
    expect(event?.data).toEqual({ ...KEY, version: 2, stands: 1 })
  })

  it('is told to the alternate and to whoever returned it, not to the one who withdraws', async () => {
    const report = await openReport(await fresh())
    await returnedAmendment(report)
    await report.withdraw('2026-05-11', 'Nothing was wrong')
    const mails = (await report.world.mails('report-notice')).filter(
      ({ content }) => content.kind === 'report-notice' && content.notice === 'withdrawn',
    )
    const addresses = await Promise.all(mails.map(({ contact }) => report.world.addressOf(contact)))
    expect(addresses.toSorted()).toEqual(['alternate@survey-clearance.example', 'secretariat@uxo-swg.example'])
  })

  it('never gives its number to another version: the next amendment of what stands again is version 3', async () => {
    const report = await openReport(await fresh())
    await returnedAmendment(report)
    await report.withdraw('2026-05-11', 'Nothing was wrong')
    await report.amend('2026-05-12', 'The second row')
    await report.save(otherFigures, '2026-05-12')
    expect(await report.submit('2026-05-12')).toMatchObject({ version: 3, amendment: { reason: 'The second row' } })
    await report.giveBack('2026-05-13', 'Again?')
    await report.withdraw('2026-05-14', 'No', { actor: report.secretariat })
    expect((await report.sheet('2026-05-14')).current).toMatchObject({
      version: 1,
      withdrawal: { version: 3, stands: 1 },
    })
    await report.amend('2026-05-15', 'At last')
    await report.save(otherFigures, '2026-05-15')
    await report.submit('2026-05-15')
    expect(await report.accept('2026-05-16')).toMatchObject({ version: 4, status: 'accepted' })
  })

  it('is withdrawn once however often it is pressed, and by nobody without a reason or a role', async () => {
    const report = await openReport(await fresh())
    await returnedAmendment(report)
    await expect(report.withdraw('2026-05-11', ' ')).rejects.toMatchObject({ field: 'reason' })
    await expect(report.withdraw('2026-05-11', 'No\u202Eone')).rejects.toMatchObject({ field: 'reason' })
    const stranger = await report.world.contactAt('chair@risk-education.example')
    await expect(report.withdraw('2026-05-11', 'x', { actor: stranger })).rejects.toMatchObject({ code: 'forbidden' })
    const { draftVersion } = await report.sheet('2026-05-11')
    await Promise.all([1, 2, 3].map(() => report.withdraw('2026-05-11', 'No', { version: 2, draftVersion })))
    await report.withdraw('2026-05-12', 'No', { version: 2, draftVersion })
    const withdrawn = (await report.events()).filter(({ type }) => type === 'TwgReportAmendmentWithdrawn')
    expect(withdrawn).toHaveLength(1)
  })

  it('is kept when somebody mended or submitted it since it was read: they are named, and nothing is lost', async () => {
    const report = await openReport(await fresh())
    await returnedAmendment(report)
    const { draftVersion } = await report.sheet('2026-05-11')
    await report.save({ ...otherFigures, values: consistentRow({ teams: '10' }) }, '2026-05-11')
    await expect(
      report.withdraw('2026-05-11', 'No', { actor: report.secretariat, draftVersion }),
    ).rejects.toMatchObject({ code: 'changed', message: expect.stringContaining(report.chair.contact.name) })
    await report.submit('2026-05-12')
    await report.giveBack('2026-05-12', 'Still')
    await expect(report.withdraw('2026-05-12', 'No', { version: 2 })).rejects.toMatchObject({ code: 'changed' })
    expect((await report.sheet('2026-05-12')).current).toMatchObject({ version: 3, status: 'returned' })
    await report.withdraw('2026-05-13', 'No')
    expect((await report.history('2026-05-13')).versions).toMatchObject([
      { version: 3, withdrawal: { stands: 1 } },
      { version: 2 },
      { version: 1, status: 'accepted' },
    ])
  })
})
