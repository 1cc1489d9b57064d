import { expect, it } from 'vitest'
import { type ReportState, type ReportVerb, reportStateOf } from '#shared/domain/report-life.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { readReportVersions } from '#shared/records/reports.ts'
import { readDesk } from '#shared/usecases/desk/read-desk.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { KEY, openReport, type Report } from '../fixtures/report-life.ts'
import { consistentRow, header, narrative } from '../fixtures/survey-clearance.ts'
import { at } from '../fixtures/world.ts'

/** Domain §4, read state by state. */
const POSSIBLE: Record<ReportState, readonly ReportVerb[]> = {
  draft: ['save', 'discard', 'submit', 'extend'],
  submitted: ['return', 'accept'],
  returned: ['save', 'submit'],
  accepted: ['amend'],
  amending: ['save', 'discard', 'submit'],
  'amendment-returned': ['save', 'submit', 'withdraw'],
}
const STATES = Object.keys(POSSIBLE) as ReportState[]
const VERBS: readonly ReportVerb[] = ['save', 'discard', 'submit', 'return', 'accept', 'amend', 'withdraw', 'extend']

const reach: Record<ReportState, (report: Report) => Promise<unknown>> = {
  draft: (report) => report.complete(),
  submitted: async (report) => {
    await report.complete()
    await report.submit('2026-04-07')
  },
  returned: async (report) => {
    await reach.submitted(report)
    await report.giveBack('2026-04-08', 'Two teams are missing')
  },
  accepted: async (report) => {
    await reach.submitted(report)
    await report.accept('2026-04-08')
  },
  amending: async (report) => {
    await reach.accepted(report)
    await report.amend('2026-05-08', 'IMSMA was corrected')
    await report.save({ section: 'narrative', values: narrative({ challenges: 'None' }) }, '2026-05-08')
  },
  'amendment-returned': async (report) => {
    await reach.amending(report)
    await report.submit('2026-05-09')
    await report.giveBack('2026-05-09', 'And the second row?')
  },
}

/** The day of each attempt: the round is still open, so that nothing but the state decides. */
const attempt: Record<ReportVerb, (report: Report) => Promise<unknown>> = {
  save: (report) => report.save({ section: 'row', index: 0, values: consistentRow({ teams: '9' }) }, '2026-04-09'),
  discard: (report) => report.discard('2026-04-09', 'Begun by mistake'),
  submit: (report) => report.submit('2026-04-09'),
  return: (report) => report.giveBack('2026-04-09', 'Another comment'),
  accept: (report) => report.accept('2026-04-09'),
  amend: (report) => report.amend('2026-05-09', 'Another reason'),
  withdraw: (report) => report.withdraw('2026-05-09', 'Nothing was wrong'),
  extend: (report) => report.extend('2026-04-09', '2026-05-04'),
}

/** Said once more, an acceptance is answered with what is stored: that is pressing a button twice, no second verdict. */
const isRepeated = (verb: ReportVerb, state: ReportState) =>
  verb === 'accept' && (state === 'accepted' || state === 'amending')

const stored = async (report: Report) => {
  const { dates, draft, current } = await report.sheet('2026-05-10')
  return { dates, draft, current, state: reportStateOf(current, draft) }
}

describeInMemory('the life of a report', (fresh) => {
  it.each(STATES)('%s: refuses what is not possible and stays as it was; takes what is', async (state) => {
    const report = await openReport(await fresh())
    await reach[state](report)
    const before = await stored(report)
    expect(before.state).toBe(state)
    for (const verb of VERBS.filter((one) => !POSSIBLE[state].includes(one))) {
      const answer = await attempt[verb](report).catch((error: unknown) => error)
      expect(answer instanceof UserError, verb).toBe(!isRepeated(verb, state))
      expect(await stored(report), verb).toEqual(before)
    }
    for (const verb of VERBS.filter((one) => POSSIBLE[state].includes(one)).toReversed()) {
      if ((await stored(report)).state !== state) break
      await expect(attempt[verb](report), verb).resolves.not.toBeInstanceOf(Error)
      expect(await stored(report), verb).not.toEqual(before)
    }
  })

  it('a returned report is a draft again with everything that was sent, and chair and alternate hear why', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    const { content } = await report.submit('2026-04-07')
    await report.giveBack('2026-04-08', 'Two teams <are> missing')
    const { draft, current, problems } = await report.sheet('2026-04-08')
    expect(problems).toEqual([])
    expect(draft).toMatchObject({
      savedBy: report.chair.contact.name,
      header: header({ cutOff: '31 March 2026' }),
      narrative: narrative({ decision1By: '30 June 2026' }),
    })
    expect(current).toMatchObject({ status: 'returned', verdict: { comment: 'Two teams <are> missing' } })
    const mails = await report.world.mails('report-notice')
    expect(await Promise.all(mails.map(({ contact }) => report.world.addressOf(contact)))).toEqual(
      expect.arrayContaining(['alternate@survey-clearance.example', 'chair@survey-clearance.example']),
    )
    expect(mails.map((mail) => mail.content)).toEqual(
      mails.map(() => expect.objectContaining({ notice: 'returned', text: 'Two teams <are> missing', version: 1 })),
    )
    const again = await report.submit('2026-04-10')
    expect(again).toMatchObject({ version: 2, status: 'submitted', firstSubmittedAt: at('2026-04-07') })
    expect(again.content).toEqual(content)
    expect(again.verdict).toBeUndefined()
  })

  it.each([
    ['its author', false, ['chair@survey-clearance.example']],
    [
      'chair and alternate, where the secretariat sent it',
      true,
      ['alternate@survey-clearance.example', 'chair@survey-clearance.example'],
    ],
  ])('that it is accepted hears %s, and never who accepts it', async (_, onBehalf, told) => {
    const report = await openReport(await fresh())
    await report.complete()
    await report.submit('2026-04-07', '', onBehalf ? report.secretariat : report.chair)
    await report.accept('2026-04-08')
    const mails = await report.world.mails('report-notice')
    const addresses = await Promise.all(mails.map(({ contact }) => report.world.addressOf(contact)))
    expect(addresses.toSorted()).toEqual(told)
  })

  it('what came on time stays on time and needs no reason, though it is mended late or after the round has closed', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    await report.submit('2026-04-07')
    await report.giveBack('2026-04-20', 'Mend the header')
    expect((await report.sheet('2026-04-30')).late).toBe(false)
    expect(await report.submit('2026-04-30')).not.toHaveProperty('lateReason')
    const onTime = (await report.events()).filter(({ type }) => type === 'TwgReportSubmitted')
    expect(onTime.map(({ data }) => data.onTime)).toEqual([true, true])
  })

  it('what came late stays late, with the reason it was given', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    await report.submit('2026-04-20', 'Floods')
    await report.giveBack('2026-04-21', 'Mend the header')
    expect(await report.submit('2026-04-28')).toMatchObject({ version: 2, lateReason: 'Floods' })
  })

  it('an amendment that amends nothing is not submitted, until something differs', async () => {
    const report = await openReport(await fresh())
    await reach.accepted(report)
    await report.amend('2026-05-08', 'IMSMA was corrected')
    await report.save({ section: 'narrative', values: narrative() }, '2026-05-08')
    await expect(report.submit('2026-05-09')).rejects.toMatchObject({ code: 'unchanged' })
    await report.save({ section: 'narrative', values: narrative({ challenges: 'None' }) }, '2026-05-09')
    expect(await report.submit('2026-05-09')).toMatchObject({ version: 2 })
  })

  it('an amendment leaves the accepted version current until it is submitted, then announces itself', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    await report.submit('2026-04-07')
    await report.accept('2026-04-08')
    await report.amend('2026-06-01', 'IMSMA was corrected', { actor: report.secretariat })
    await report.save({ section: 'row', index: 0, values: consistentRow({ teams: '9' }) }, '2026-06-01')
    expect((await report.sheet('2026-06-01')).current).toMatchObject({ version: 1, status: 'accepted' })
    expect(await report.submit('2026-06-02', '', report.secretariat)).toMatchObject({
      version: 2,
      amendment: { reason: 'IMSMA was corrected', by: 'Secretariat' },
      submittedBy: { onBehalf: true },
    })
    await report.giveBack('2026-06-03', 'And the second row?')
    expect(await report.submit('2026-06-04')).toMatchObject({ amendment: { reason: 'IMSMA was corrected' } })
    expect((await report.events()).map(({ type, sequence }) => [type, sequence])).toEqual([
      ['TwgReportAccepted', 1],
      ['TwgReportSubmitted', 1],
      ['TwgReportAmended', 2],
      ['TwgReportReturned', 2],
      ['TwgReportAmended', 3],
    ])
    expect(await readReportVersions(report.world.deps.records, KEY.round, KEY.twg)).toMatchObject([
      { version: 3, status: 'submitted' },
      { version: 2, status: 'returned', verdict: { comment: 'And the second row?' } },
      { version: 1, status: 'accepted', content: { rows: [{ teams: 0 }] } },
    ])
  })

  it('a verdict is said once however often it is pressed, with one event and one set of mails; whoever is slower is told', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    await report.submit('2026-04-07')
    const pressed = await Promise.all([1, 2, 3].map(() => report.giveBack('2026-04-08', 'Mend it')))
    expect(pressed.map(({ status }) => status)).toEqual(['returned', 'returned', 'returned'])
    await expect(report.giveBack('2026-04-08', 'Something else')).rejects.toMatchObject({ code: 'changed' })
    await expect(report.accept('2026-04-08')).rejects.toMatchObject({ code: 'changed' })
    await report.submit('2026-04-09')
    await expect(report.accept('2026-04-09', { version: 1 })).rejects.toMatchObject({ code: 'changed' })
    await Promise.all([report.accept('2026-04-09'), report.accept('2026-04-09')])
    expect(await report.world.mails('report-notice')).toHaveLength(3)
    expect((await report.events()).map(({ type }) => type)).toHaveLength(4)
  })

  it('only one of two opposite verdicts at the same moment holds, and an amendment begun twice is one', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    await report.submit('2026-04-07')
    const both = await Promise.allSettled([report.giveBack('2026-04-08', 'Mend it'), report.accept('2026-04-08')])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'changed' } })
    if ((await report.sheet('2026-04-08')).current?.status === 'returned') {
      await report.submit('2026-04-09')
      await report.accept('2026-04-09')
    }
    await Promise.all([report.amend('2026-06-01', 'Corrected'), report.amend('2026-06-01', 'Corrected')])
    const other = report.amend('2026-06-01', 'Mine', { actor: report.secretariat })
    await expect(other).rejects.toMatchObject({ code: 'changed' })
  })

  it('verdicts and extensions are the secretariat’s; chair, alternate and secretariat amend; all must say why', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    const forbidden = { code: 'forbidden' }
    await expect(report.extend('2026-04-05', '2026-05-04', { actor: report.chair })).rejects.toMatchObject(forbidden)
    await report.submit('2026-04-07')
    await expect(report.accept('2026-04-08', { actor: report.chair })).rejects.toMatchObject(forbidden)
    await expect(report.giveBack('2026-04-08', 'x', { actor: report.chair })).rejects.toMatchObject(forbidden)
    await expect(report.giveBack('2026-04-08', ' ')).rejects.toMatchObject({ field: 'comment' })
    await expect(report.giveBack('2026-04-08', 'x'.repeat(1501))).rejects.toMatchObject({ field: 'comment' })
    await report.accept('2026-04-08')
    const stranger = await report.world.contactAt('chair@risk-education.example')
    await expect(report.amend('2026-04-09', 'x', { actor: stranger })).rejects.toMatchObject(forbidden)
    await expect(report.amend('2026-04-09', '')).rejects.toMatchObject({ field: 'reason' })
  })

  it('no reason or comment holds a character that nobody sees: its place is named, and nothing happens', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    const words = 'Two\u202E teams'
    const named = (field: string) => ({ field, message: expect.stringMatching(/U\+202E.*after “Two”/) })
    await expect(report.extend('2026-04-05', '2026-05-04', { reason: words })).rejects.toMatchObject(named('reason'))
    await expect(report.discard('2026-04-05', words)).rejects.toMatchObject(named('reason'))
    await expect(report.submit('2026-04-20', words)).rejects.toMatchObject(named('lateReason'))
    await report.submit('2026-04-20', ' Two\r\nteams ')
    expect((await report.sheet('2026-04-20')).current?.lateReason).toBe('Two\nteams')
    await expect(report.giveBack('2026-04-20', words)).rejects.toMatchObject(named('comment'))
    await report.accept('2026-04-20')
    await expect(report.amend('2026-04-20', words)).rejects.toMatchObject(named('reason'))
    expect((await report.sheet('2026-04-20')).current?.status).toBe('accepted')
  })

  it('waits in the secretariat’s list while it is neither accepted nor returned', async () => {
    const report = await openReport(await fresh())
    await report.complete()
    const waiting = async () =>
      (await readDesk(report.world.deps)(report.secretariat, at('2026-04-09'))).tasks.filter(({ path }) =>
        path.startsWith('/reports'),
      )
    expect(await waiting()).toEqual([])
    await report.submit('2026-04-07')
    expect(await waiting()).toMatchObject([{ path: '/reports/2026-Q1/survey-clearance' }])
    await report.accept('2026-04-08')
    expect(await waiting()).toEqual([])
  })
})
