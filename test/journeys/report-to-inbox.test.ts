import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenFields } from '#infra/rehearsal/visitor.ts'
import { readBriefDraft } from '#shared/records/briefs.ts'
import { refusedIntakes } from '#shared/records/intakes.ts'
import { readFunding } from '#shared/usecases/ledger/read-funding.ts'
import { submitThroughPages } from '../fixtures/chair-at-work.ts'
import { consistentRow, header, narrative } from '../fixtures/survey-clearance.ts'
import { cannotRun, startSystem } from '../fixtures/system.ts'

const skipped = cannotRun()

describe.skipIf(skipped)(`the whole chain on one machine${skipped ? ` (${skipped})` : ''}`, () => {
  let world: Awaited<ReturnType<typeof startSystem>>
  beforeAll(async () => {
    world = await startSystem('2026-04-01')
    await world.sweep('2026-04-01', '00:00')
  }, 90_000)
  afterAll(() => world?.end())

  it('carries a submitted report into the draft brief of its quarter, and a receipt to the chair', async () => {
    const before = await readBriefDraft(world.deps.records, '2026-Q1/survey-clearance')
    expect(before).toBeUndefined()
    const chair = await world.visitor('chair@survey-clearance.example')
    const page = await submitThroughPages(chair, '2026-Q1/survey-clearance', {
      header: header(),
      narrative: narrative(),
      'rows/new': consistentRow(),
    })
    expect(page).toContain('2026-Q1/survey-clearance/v1')
    await world.settle()
    const draft = (await readBriefDraft(world.deps.records, '2026-Q1/survey-clearance'))?.value
    expect(draft).toMatchObject({ status: 'draft', model: { timeliness: 'on-time' } })
    expect(
      draft?.model.kind === 'twg' && draft.model.indicators.find(({ id }) => id === 'areaCleared')?.quarter,
    ).toEqual({
      value: 4_070_000,
      leftOut: 0,
      sources: ['2026-Q1/survey-clearance/v1'],
    })
    const receipt = (await world.mailsTo('chair@survey-clearance.example')).at(-1)
    expect(receipt?.subject).toContain('2026-Q1')
    expect(receipt?.text).toContain('2026-Q1/survey-clearance/v1')
    expect(receipt?.text).toContain('4,070,000')
  })

  it('returns, takes again, accepts and amends the report through its pages, and the brief follows', async () => {
    const report = '/reports/2026-Q1/survey-clearance'
    const chair = await world.visitor('chair@survey-clearance.example')
    const secretariat = await world.visitor('secretariat@uxo-swg.example')
    expect(await secretariat.page('/')).toContain('Accept or return: Survey and Clearance, 2026-Q1')
    const decide = async (who: typeof chair, step: string, typed: Record<string, string> = {}) => {
      const page = await who.page(step === 'accept' ? report : `${report}/${step}`)
      return who.post(`${report}/${step}`, { ...hiddenFields(page), ...typed })
    }
    const submit = async () => chair.post(`${report}/submit`, hiddenFields(await chair.page(`${report}/check`)))
    await decide(secretariat, 'return', { comment: 'Is Phongsaly <missing>?' })
    await world.settle()
    expect(await chair.page(report)).toContain('Is Phongsaly &lt;missing&gt;?')
    expect((await world.mailsTo('chair@survey-clearance.example')).at(-1)?.text).toContain('Is Phongsaly <missing>?')
    expect(await submit()).toContain('2026-Q1/survey-clearance/v2')
    expect(await decide(secretariat, 'accept')).toContain('The report is accepted.')
    expect(await decide(chair, 'amend', { reason: 'IMSMA was corrected' })).toContain('open as a draft')
    expect(await submit()).toContain('Nothing differs from the accepted version')
    const words = hiddenFields(await chair.page(`${report}/narrative`))
    await chair.post(`${report}/narrative`, { ...words, ...narrative({ challenges: 'IMSMA was <behind>' }) })
    expect(await submit()).toContain('2026-Q1/survey-clearance/v3')
    await world.settle()
    expect(await chair.page(`${report}/versions`)).toContain('IMSMA was &lt;behind&gt;')
    const draft = (await readBriefDraft(world.deps.records, '2026-Q1/survey-clearance'))?.value
    expect(draft?.model).toMatchObject({
      timeliness: 'on-time',
      notes: ['Version 3 amends an accepted report: IMSMA was corrected.'],
      inputs: { reports: ['2026-Q1/survey-clearance/v3'] },
    })
  })

  it('releases the briefs by itself and mails all five PDFs to each of the three co-chairs, once', async () => {
    await world.sweep('2026-04-25', '00:00')
    expect(await world.mailsTo('co-chair@undp.example')).toEqual([])
    await world.sweep('2026-04-28')
    await world.sweep('2026-04-28', '09:00')
    for (const coChair of ['co-chair@mofa.example', 'co-chair@undp.example', 'embassy@ireland.example']) {
      const briefs = (await world.mailsTo(coChair)).filter(({ attachments }) =>
        attachments.some(({ mimeType }) => mimeType === 'application/pdf'),
      )
      expect(briefs).toHaveLength(1)
      expect(briefs[0]?.to).toHaveLength(1)
      expect(briefs[0]?.text).toContain('407 ha')
      const pdfs = briefs[0]?.attachments ?? []
      expect(pdfs.map(({ filename }) => filename)).toContain('2026-Q1-survey-clearance-v1.pdf')
      expect(pdfs).toHaveLength(5)
      for (const { content } of pdfs) {
        expect(
          Buffer.from(content as ArrayBuffer)
            .subarray(0, 5)
            .toString(),
        ).toBe('%PDF-')
      }
    }
    expect(await world.mailsTo('embassy@canada.example')).toEqual([])
  })

  it('takes in a contribution that another system puts on the bus, once; what is malformed is kept with its reasons', async () => {
    const bus = new EventBridgeClient({
      endpoint: world.endpointUrl,
      region: 'us-east-1',
      credentials: { accessKeyId: 'anyone', secretAccessKey: 'anything' },
    })
    const put = async (detail: unknown) => {
      const entry = {
        EventBusName: world.busName,
        Source: 'odamis',
        DetailType: 'ContributionRecorded',
        Detail: JSON.stringify(detail),
      }
      const answer = await bus.send(new PutEventsCommand({ Entries: [entry] }))
      expect(answer.FailedEntryCount).toBe(0)
      await world.settle()
    }
    const paid = async () => (await readFunding(world.deps)()).find(({ year }) => year === 2026)?.paidUsd
    const good = {
      id: 'C-2026-17',
      data: {
        donor: 'Ireland',
        title: 'Victim assistance 2026',
        source: 'donor',
        pillars: { notDisaggregated: ['victim assistance'] },
        movements: [{ type: 'disbursement', date: '2026-03-02', amount: '500000', currency: 'EUR', usd: '526700.50' }],
      },
    }
    await put({
      ...good,
      data: { ...good.data, movements: [{ ...good.data.movements[0], currency: 'EURO', amount: '-5' }] },
    })
    expect(await paid()).toBeUndefined()
    const [rejected] = await refusedIntakes(world.deps.records, 5)
    expect(rejected).toMatchObject({ outcome: 'rejected', source: 'odamis', type: 'ContributionRecorded' })
    expect(rejected?.reasons.join()).toMatch(/data\.movements\.0\.currency: an ISO 4217|currency/)
    expect(rejected?.detail).toContain('EURO')
    await put(good)
    await put(good)
    expect(await paid()).toBe(52_670_050)
    expect(world.deadLetters()).toEqual([])
  })
})
