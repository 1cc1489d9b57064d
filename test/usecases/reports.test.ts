import { expect, it } from 'vitest'
import type { Typed } from '#shared/domain/report.ts'
import { readIn } from '#shared/domain/words/say.ts'
import { keys } from '#shared/records/keys.ts'
import { collect, type RecordStore } from '#shared/records/record-store.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { readReportSheet } from '#shared/usecases/reports/report-sheet.ts'
import { type DraftPart, saveDraftPart } from '#shared/usecases/reports/save-draft-part.ts'
import { submitTwgReport } from '#shared/usecases/reports/submit-twg-report.ts'
import { consistentRow, header, narrative } from '../fixtures/survey-clearance.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const KEY = { round: '2026-Q1', twg: 'survey-clearance' }

describeOnTable('a report', (fresh) => {
  const open = async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-04-01', '00:00'))
    const chair = await world.contactAt('chair@survey-clearance.example')
    let version = 0
    const save = async (part: DraftPart, day = '2026-04-05') => {
      const sheet = await saveDraftPart(world.deps)({ ...KEY, part, expectedVersion: version }, chair, at(day))
      version = sheet.draftVersion
      return sheet
    }
    const complete = async (row: Typed = consistentRow()) => {
      await save({ section: 'header', values: header() })
      await save({ section: 'narrative', values: narrative() })
      return save({ section: 'row', index: 'new', values: row })
    }
    const submit = (day: string, lateReason = '', actor = chair, records: RecordStore = world.deps.records) =>
      submitTwgReport({ ...world.deps, records })({ ...KEY, draftVersion: version, lateReason }, actor, at(day))
    return { world, chair, save, complete, submit }
  }

  it('keeps what was typed, valid or not, and says what to mend', async () => {
    const { world, chair, complete } = await open()
    const { problems } = await complete(consistentRow({ 'released.cleared': 'about four', eodSpotTasks: '' }))
    expect(problems.map(({ field }) => field)).toEqual(['released.cleared', 'eodSpotTasks'])
    const sheet = await readReportSheet(world.deps)(KEY, chair, at('2026-04-06'))
    expect(sheet.draft?.rows[0]?.['released.cleared']).toBe('about four')
  })

  it('takes the largest honest table at once', async () => {
    const { save } = await open()
    const rows = (figure: string) =>
      laoUxo.provinces.flatMap(({ code }) =>
        laoUxo.operators.map((operator) => ({
          ...Object.fromEntries(Object.keys(consistentRow()).map((path) => [path, figure])),
          ...{ province: code, operator, 'inventory.adjustmentReason': 'ລ'.repeat(200) },
        })),
      )
    const { draft } = await save({ section: 'rows', values: rows('1,000,000,000,000') })
    expect(draft?.rows).toHaveLength(144)
  })

  it('is stored with its event and its receipts in one transaction', async () => {
    const { world, complete, submit } = await open()
    await complete()
    let transactions = 0
    const counting: RecordStore = {
      ...world.deps.records,
      transact: (writes) => {
        transactions++
        return world.deps.records.transact(writes)
      },
    }
    const report = await submit('2026-04-07', '', undefined, counting)
    expect(report).toMatchObject({ version: 1, status: 'submitted', submittedBy: { onBehalf: false } })
    expect(transactions).toBe(1)
    expect(
      (await world.events('report/2026-Q1/survey-clearance')).map(({ type, data }) => [type, data.onTime]),
    ).toEqual([['TwgReportSubmitted', true]])
    const receipts = await Promise.all((await world.mails('receipt')).map(({ contact }) => world.addressOf(contact)))
    expect(receipts.toSorted()).toEqual(['alternate@survey-clearance.example', 'chair@survey-clearance.example'])
    const outbox = await Promise.all(
      [0, 1, 2, 3].map((shard) => collect(world.deps.records.query({ partition: keys.outbox(`${shard}`, '', '').PK }))),
    )
    expect(outbox.flat()).toHaveLength(3)
  })

  it('is submitted once, however often the button is pressed', async () => {
    const { world, complete, submit } = await open()
    await complete()
    const results = await Promise.allSettled([submit('2026-04-07'), submit('2026-04-07'), submit('2026-04-07')])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await world.mails('receipt')).toHaveLength(2)
  })

  it('with a problem, or a warning without comment, is refused and stays a draft', async () => {
    const { world, chair, complete, submit } = await open()
    await complete(consistentRow({ 'landUse.other': '1 ha' }))
    await expect(submit('2026-04-07')).rejects.toMatchObject({ code: 'incomplete' })
    expect((await readReportSheet(world.deps)(KEY, chair, at('2026-04-07'))).draft).toBeDefined()
  })

  it('keeps for everybody, in English, what it answered to a reader of another language, who is refused in theirs', async () => {
    const { complete, save, submit } = await open()
    const lao = {
      '“{1}” is read as {2}: say that this is meant, or write decimals with a point, as {3}.{4} ha':
        'ອ່ານ “{1}” ເປັນ {2} 7 ເທື່ອ',
      'Say why the report is late': 'ບອກເຫດຜົນ',
    }
    const { problems } = await readIn(lao, () => complete(consistentRow({ areaSurveyed: '12,125 ha' })))
    const [warning] = problems
    expect(warning?.message).toContain('ອ່ານ “12,125 ha” ເປັນ 121,250,000 m²')
    const comments = { [warning?.key ?? '']: 'Meant' }
    await readIn(lao, () => save({ section: 'comments', values: comments }))
    await expect(readIn(lao, () => submit('2026-04-18'))).rejects.toMatchObject({ message: 'ບອກເຫດຜົນ' })
    const { content } = await readIn(lao, () => submit('2026-04-07'))
    expect(Object.values(content.warnings ?? {})).toEqual([expect.stringContaining('is read as 121,250,000 m²')])
  })

  it('after the due date needs a reason, and after the grace period is refused and kept', async () => {
    const { world, chair, complete, submit } = await open()
    await complete()
    await expect(submit('2026-04-18')).rejects.toMatchObject({ code: 'late-reason', field: 'lateReason' })
    await expect(submit('2026-04-25', 'flood')).rejects.toMatchObject({ code: 'round-closed' })
    expect((await readReportSheet(world.deps)(KEY, chair, at('2026-04-25'))).draft?.rows).toHaveLength(1)
    expect(await submit('2026-04-24', 'flood')).toMatchObject({ lateReason: 'flood' })
  })

  it('is not overwritten by someone who saw an older draft', async () => {
    const { world, save } = await open()
    await save({ section: 'header', values: header() })
    const alternate = await world.contactAt('alternate@survey-clearance.example')
    const part = { section: 'header', values: header({ preparedBy: 'Khamla' }) } as const
    const late = saveDraftPart(world.deps)({ ...KEY, part, expectedVersion: 0 }, alternate, at('2026-04-05'))
    await expect(late).rejects.toMatchObject({ code: 'draft-changed' })
  })

  it('is for its own chair and alternate, and for the secretariat on their behalf', async () => {
    const { world, complete, submit } = await open()
    await complete()
    for (const stranger of [
      'chair@risk-education.example',
      'member1@survey-clearance.example',
      'co-chair@undp.example',
    ]) {
      await expect(submit('2026-04-07', '', await world.contactAt(stranger))).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    expect(await submit('2026-04-07', '', await world.contactAt(SECRETARIAT))).toMatchObject({
      submittedBy: { onBehalf: true },
    })
  })
})
