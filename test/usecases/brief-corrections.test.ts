import { expect, it } from 'vitest'
import type { Mail } from '#shared/domain/mail.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { briefCopies, briefPdfWrites, readBriefDraft, readBriefVersion } from '#shared/records/briefs.ts'
import { mailItem, readMail } from '#shared/records/mails.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { amendedSince } from '#shared/usecases/briefs/amended-since.ts'
import { compileBrief } from '#shared/usecases/briefs/compile-brief.ts'
import { deliverBrief } from '#shared/usecases/briefs/deliver-brief.ts'
import { readBrief, readBriefCopies, readPdf } from '#shared/usecases/briefs/read-brief.ts'
import { releaseBrief } from '#shared/usecases/briefs/release-brief.ts'
import { sendBriefAgain } from '#shared/usecases/briefs/send-again.ts'
import { readNewcomers, sendToNewcomer } from '#shared/usecases/briefs/send-to-newcomer.ts'
import { traceFigure } from '#shared/usecases/briefs/trace-figure.ts'
import { registerContact } from '#shared/usecases/contacts/register-contact.ts'
import { readDesk } from '#shared/usecases/desk/read-desk.ts'
import { composeMail } from '#shared/usecases/mail/compose-mail.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { KEY, openReport, type Report } from '../fixtures/report-life.ts'
import { consistentRow } from '../fixtures/survey-clearance.ts'
import { at } from '../fixtures/world.ts'

const BRIEF = '2026-Q1/survey-clearance'

describeInMemory('a released brief whose report is amended', (fresh) => {
  it('becomes a draft of version 2 that begins with what changed, and goes to everyone who had version 1', async () => {
    const brief = await releasedRound(await openReport(await fresh()))
    await brief.amendedTo('2026-05-20', CORRECTED)
    const draft = await brief.standing()
    expect([draft.status, draft.version]).toEqual(['draft', 1])
    expect(draft.model.corrections).toMatchObject({
      of: 1,
      reasons: ['2026-Q1/survey-clearance/v2, amended by Bounmy Phommachanh: IMSMA was corrected'],
    })
    expect(draft.model.corrections?.changes).toContainEqual({
      what: 'Area cleared, quarter',
      unit: 'm²',
      was: 4_070_000,
      is: 4_170_000,
    })
    expect((await brief.readAs(brief.report.chair)).version).toBe(1)
    await brief.release('2026-05-22')
    expect((await brief.readAs(brief.report.chair)).version).toBe(2)
    expect(await brief.mailed()).toEqual({
      'TWG briefs 2026-Q1': ['Co-chair', 'Co-chair', 'Co-chair', 'Secretariat'],
      'Corrected brief of Survey and Clearance, 2026-Q1': ['Co-chair', 'Co-chair', 'Co-chair', 'Secretariat'],
    })
  })

  it('names the reports behind it that were amended since; its next draft and version hold them', async () => {
    const brief = await releasedRound(await openReport(await fresh()))
    const amended = async () => amendedSince(brief.deps)(await brief.readAs(brief.report.chair))
    expect(await amended()).toEqual([])
    await brief.amendedTo('2026-05-20', CORRECTED)
    expect(await amended()).toEqual([{ round: '2026-Q1', twg: 'survey-clearance', version: 2 }])
    expect(await amendedSince(brief.deps)(await brief.standing())).toEqual([])
    await brief.release('2026-05-22')
    expect(await amended()).toEqual([])
  })

  it('is left alone by what changes nothing in it, and by a correction that is taken back', async () => {
    const brief = await releasedRound(await openReport(await fresh()))
    await brief.amendedTo('2026-05-20', CORRECTED)
    await brief.amendedTo('2026-05-21', {})
    const stands = await brief.standing()
    expect(stands).toEqual(await readBriefVersion(brief.records, BRIEF, 1))
    await brief.compile()
    expect(await brief.standing()).toEqual(stands)
  })

  it('goes back to what it said when the amendment is withdrawn: nothing to correct before it was released, a version 3 after', async () => {
    const brief = await releasedRound(await openReport(await fresh()))
    const { report } = brief
    await brief.amendedTo('2026-05-20', CORRECTED)
    await report.giveBack('2026-05-21', 'Who says so?')
    await report.withdraw('2026-05-21', 'Nothing was wrong')
    await brief.compile()
    expect(await brief.standing()).toEqual(await readBriefVersion(brief.records, BRIEF, 1))
    await brief.amendedTo('2026-05-22', CORRECTED)
    await brief.release('2026-05-23')
    await report.giveBack('2026-05-24', 'Who says so?')
    await report.withdraw('2026-05-24', 'Wrong after all')
    await brief.compile()
    const { status, version, model } = await brief.standing()
    expect([status, version, model.inputs.reports]).toEqual(['draft', 2, ['2026-Q1/survey-clearance/v1']])
    expect(model.corrections?.reasons).toEqual([
      '2026-Q1/survey-clearance/v1 stands again: Bounmy Phommachanh withdrew version 3: Wrong after all',
    ])
    expect(model.corrections?.changes).toContainEqual({
      what: 'Area cleared, quarter',
      unit: 'm²',
      was: 4_170_000,
      is: 4_070_000,
    })
  })

  it('says with which comment a report was returned that was submitted again', async () => {
    const brief = await releasedRound(await openReport(await fresh()), { accepted: false })
    await brief.report.giveBack('2026-04-28', 'The cleared area does not match IMSMA')
    await brief.compile()
    expect((await brief.standing()).status).toBe('released')
    await brief.report.save({ section: 'row', index: 0, values: { ...consistentRow(), ...CORRECTED } }, '2026-04-29')
    await brief.report.submit('2026-04-30')
    await brief.compile()
    expect((await brief.standing()).model.corrections?.reasons).toEqual([
      '2026-Q1/survey-clearance/v2, submitted by Bounmy Phommachanh; Secretariat had returned version 1: The cleared area does not match IMSMA',
    ])
  })

  it('is sent also to whoever took a seat after version 1, and the first mail is not sent again', async () => {
    const brief = await releasedRound(await openReport(await fresh()))
    await registerContact(brief.deps)({
      name: 'Second co-chair',
      email: 'second@undp.example',
      organisation: 'UNDP',
      roles: [{ group: 'swg', role: 'co-chair', seat: 'undp', from: '2026-05-01' }],
    })
    const before = await brief.mailed()
    await brief.amendedTo('2026-05-20', CORRECTED)
    await brief.release('2026-05-22')
    expect((await brief.mailed())['TWG briefs 2026-Q1']).toEqual(before['TWG briefs 2026-Q1'])
    expect((await briefCopies(brief.records, BRIEF)).filter(({ version }) => version === 2)).toHaveLength(5)
    expect((await brief.mailed())['Corrected brief of Survey and Clearance, 2026-Q1']).toHaveLength(5)
    for (const event of await brief.releases()) await brief.deliver(event)
    expect((await brief.mailed())['Corrected brief of Survey and Clearance, 2026-Q1']).toHaveLength(5)
  })

  it('goes out with its round all the same, and its mail says that it is being corrected', async () => {
    const brief = await releasedRound(await openReport(await fresh()), { mailed: false })
    await brief.amendedTo('2026-04-27', CORRECTED)
    for (const event of await brief.releases()) await brief.deliver(event)
    const [mail] = await brief.report.world.mails('brief')
    const compose = composeMail({ ...brief.deps, sender: 'swg@example.org', webUrl: 'https://swg.example.org' })
    const bytes = await compose(mail as Mail, brief.report.secretariat.contact, at('2026-04-28'))
    const words = new TextDecoder().decode(bytes).replaceAll('=\r\n', '')
    expect(words.split('A correction of this brief is being prepared')).toHaveLength(3)
  })

  it('is mailed once, however often and in whatever order its releases are delivered', async () => {
    const brief = await releasedRound(await openReport(await fresh()))
    await brief.amendedTo('2026-05-20', CORRECTED)
    await brief.release('2026-05-22')
    const once = await brief.mailed()
    for (const event of (await brief.releases()).toReversed()) await brief.deliver(event)
    expect(await brief.mailed()).toEqual(once)
  })
})

describeInMemory('the copies of a brief', (fresh) => {
  it('can be followed, and one that bounced waits for the secretariat until it is sent again', async () => {
    const { report, records, deps } = await releasedRound(await openReport(await fresh()))
    const [copy] = await briefCopies(records, BRIEF)
    const mail = (await readMail(records, copy?.mail ?? '')) as Mail
    await records.transact([{ put: mailItem({ ...mail, status: 'BOUNCED', version: mail.version + 1 }) }])
    const statuses = async () =>
      (await readBriefCopies(deps)(BRIEF, report.secretariat, at('2026-05-01'))).map(({ status }) => status).toSorted()
    expect(await statuses()).toEqual(['BOUNCED', 'PLANNED', 'PLANNED', 'PLANNED'])
    const tasks = async () => (await readDesk(deps)(report.secretariat, at('2026-05-01'))).tasks.map(({ text }) => text)
    const task = expect.stringMatching(/^TWG briefs 2026-Q1 did not reach .+: mend the address, then send it again$/)
    expect(await tasks()).toContainEqual(task)
    await sendBriefAgain(deps)(mail.id, report.secretariat, at('2026-05-01'))
    await sendBriefAgain(deps)(mail.id, report.secretariat, at('2026-05-01'))
    expect(await tasks()).not.toContainEqual(task)
    expect((await report.world.events(`mail/${mail.id}`)).filter(({ type }) => type === 'MailRequested')).toHaveLength(
      2,
    )
    await expect(sendBriefAgain(deps)(mail.id, report.chair, at('2026-05-01'))).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await readBriefCopies(deps)(BRIEF, report.chair, at('2026-05-01'))).toEqual([])
  })
})

describeInMemory('a co-chair who is named after a brief went out', (fresh) => {
  it('is shown to the secretariat as without a copy, and sent the whole round in its newest versions, once', async () => {
    const brief = await releasedRound(await openReport(await fresh()))
    const { deps, report } = brief
    const now = at('2026-05-04')
    const newcomers = (actor = report.secretariat) => readNewcomers(deps)(BRIEF, actor, now)
    expect(await newcomers()).toEqual([])
    await brief.amendedTo('2026-05-01', CORRECTED)
    await brief.release('2026-05-02')
    const second = await registerContact(deps)({
      name: 'Second co-chair',
      email: 'second@undp.example',
      organisation: 'UNDP',
      roles: [{ group: 'swg', role: 'co-chair', seat: 'undp', from: '2026-05-03' }],
    })
    const before = await brief.mailed()
    expect(await newcomers()).toEqual([{ contact: second.id, name: 'Second co-chair' }])
    expect(await newcomers(report.chair)).toEqual([])
    const command = { key: BRIEF, contact: second.id }
    await expect(sendToNewcomer(deps)(command, report.chair, now)).rejects.toMatchObject({ code: 'forbidden' })
    for (const contact of [second.id, second.id, report.chair.contact.id])
      await sendToNewcomer(deps)({ key: BRIEF, contact }, report.secretariat, now)
    const after = await brief.mailed()
    expect(after['TWG briefs 2026-Q1']).toHaveLength((before['TWG briefs 2026-Q1']?.length ?? 0) + 1)
    const mail = (await report.world.mails('brief')).find(({ contact }) => contact === second.id)
    expect(mail?.content).toMatchObject({
      briefs: laoUxo.twgs.map(({ id }) => ({ key: `2026-Q1/${id}`, version: id === KEY.twg ? 2 : 1 })),
    })
    expect(await newcomers()).toEqual([])
  })
})

describeInMemory('the PDF of a brief', (fresh) => {
  it('is that of a released version; a draft is said to have none', async () => {
    const { report, deps } = await releasedRound(await openReport(await fresh()))
    const pdf = (version: number) => readPdf(deps)(BRIEF, version, report.chair, at('2026-05-01'))
    expect(new TextDecoder().decode(await pdf(1))).toBe('%PDF')
    await expect(pdf(0)).rejects.toThrow('A draft has no PDF: it is made when the brief is released')
    await expect(pdf(2)).rejects.toThrow('This version of the brief was never released')
  })
})

describeInMemory('a figure of a brief', (fresh) => {
  it('leads to the report versions behind it as they were then, row by row, also after an amendment', async () => {
    const { amendedTo, release, report, deps } = await releasedRound(await openReport(await fresh()))
    await amendedTo('2026-05-20', CORRECTED)
    await release('2026-05-22')
    const traced = (version: number, column: string, indicator = 'areaCleared') =>
      traceFigure(deps)(
        { key: BRIEF, version, place: { twg: KEY.twg, indicator, column } },
        report.chair,
        at('2026-05-23'),
      )
    for (const [version, value] of [
      [1, 4_070_000],
      [2, 4_170_000],
    ] as const) {
      for (const column of ['quarter', 'yearToDate', 'Xiengkhuang']) {
        const { figure, reports } = await traced(version, column)
        expect([column, figure.value]).toEqual([column, value])
        expect(reports.map(({ reference }) => reference)).toEqual([`${BRIEF}/v${version}`])
        expect(reports[0]?.rows.map(({ row, figure: part }) => [row.operator, part.value])).toEqual([
          ['UXO Lao', value],
        ])
      }
    }
    expect((await traced(2, 'previous')).reports).toEqual([])
    for (const [column, indicator] of [
      ['Atlantis', 'areaCleared'],
      ['quarter', 'constructor'],
      ['toString', 'areaCleared'],
    ] as const)
      await expect(traced(2, column, indicator)).rejects.toMatchObject({ code: 'not-found' })
  })
})

/** Ten hectares more than the consistent row says, wherever they count. */
const CORRECTED = { 'released.cleared': '417 ha', 'landUse.agriculture': '410 ha', 'inventory.closing': '1,083 ha' }

/** A round whose five briefs were released as version 1 and mailed; its report of survey and clearance was accepted, or waits to be. */
const releasedRound = async (report: Report, { mailed = true, accepted = true } = {}) => {
  const { world, secretariat } = report
  const { deps } = world
  const { records } = deps
  const setPdf = async () => ({ bytes: new TextEncoder().encode('%PDF'), pages: 1 })
  const deliver = (event: Envelope) => deliverBrief({ ...deps, setPdf })(event)
  const releases = async () => (await world.events(`brief/${BRIEF}`)).filter(({ type }) => type === 'BriefReleased')
  const compile = async () => {
    for (const event of await world.events(`report/${KEY.round}/${KEY.twg}`)) await compileBrief(deps)(event)
  }
  const release = async (day: string) => {
    await releaseBrief(deps)(BRIEF, secretariat, at(day))
    await deliver((await releases()).at(-1) as Envelope)
  }
  await report.complete()
  await report.submit('2026-04-07')
  if (accepted) await report.accept('2026-04-10')
  await world.sweepAt(at('2026-04-25', '00:00'))
  for (const { id: twg } of laoUxo.twgs) {
    const key = `${KEY.round}/${twg}`
    for (const event of await world.events(`brief/${key}`))
      if (event.type === 'BriefRequested') await compileBrief(deps)(event)
    if (twg !== KEY.twg) {
      await releaseBrief(deps)(key, secretariat, at('2026-04-26'))
      await records.transact(briefPdfWrites(key, 1, new TextEncoder().encode('%PDF'), 1))
    }
  }
  if (mailed) await release('2026-04-26')
  else await releaseBrief(deps)(BRIEF, secretariat, at('2026-04-26'))
  return {
    report,
    deps,
    records,
    compile,
    deliver,
    release,
    releases,
    standing: async () => {
      const stored = await readBriefDraft(records, BRIEF)
      if (!stored) throw new Error('There is no brief')
      return stored.value
    },
    readAs: (actor: Report['chair']) => readBrief(deps)(BRIEF, actor, at('2026-05-23')),
    /** Amends the accepted report so that its one row differs as said, or not at all. */
    amendedTo: async (day: string, changes: Record<string, string>) => {
      const sheet = await report.sheet(day)
      if (sheet.current?.status === 'submitted') await report.accept(day)
      await report.amend(day, 'IMSMA was corrected')
      await report.save({ section: 'row', index: 0, values: { ...consistentRow(), ...changes } }, day)
      await report.submit(day)
      await compile()
    },
    mailed: async () => {
      const byTitle: Record<string, string[]> = {}
      for (const { content, contact } of await world.mails('brief')) {
        const { title } = content as Extract<Mail['content'], { kind: 'brief' }>
        const address = await world.addressOf(contact)
        const who = /secretariat/.test(address) ? 'Secretariat' : 'Co-chair'
        byTitle[title] = [...(byTitle[title] ?? []), who].toSorted()
      }
      return byTitle
    },
  }
}
