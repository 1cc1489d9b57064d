import { expect, it } from 'vitest'
import type { SwgBrief } from '#shared/domain/briefs/model.ts'
import { type EventFacts, eventOf } from '#shared/events/event.ts'
import { readBriefDraft } from '#shared/records/briefs.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import { compileBrief } from '#shared/usecases/briefs/compile-brief.ts'
import { releaseBrief } from '#shared/usecases/briefs/release-brief.ts'
import { correctContribution } from '#shared/usecases/ledger/correct-contribution.ts'
import { enterContribution } from '#shared/usecases/ledger/enter-contribution.ts'
import { scheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { openReport } from '../fixtures/report-life.ts'
import { consistentRow } from '../fixtures/survey-clearance.ts'
import { typedContribution, typedMovement } from '../fixtures/typed-contribution.ts'
import { at, meetingSeen } from '../fixtures/world.ts'

const SPRING = 'swg-2026-1'
const AUTUMN = 'swg-2026-2'
const CORRECTED = { 'released.cleared': '417 ha', 'landUse.agriculture': '410 ha', 'inventory.closing': '1,083 ha' }

/** A report of the first quarter of 2026 and a contribution of that year; both meetings confirmed, their briefs released as asked for. */
const twoMeetings = async (records: RecordStore) => {
  const report = await openReport(records)
  const { world, secretariat } = report
  const { deps } = world
  const ireland = await world.contactAt('embassy@ireland.example')
  await report.complete()
  await report.submit('2026-04-07')
  await report.accept('2026-04-10')
  const contribution = await enterContribution(deps)(
    { form: 'f', newDonor: '', typed: typedContribution({}) },
    ireland,
    at('2026-04-10'),
  )
  const sweptOn = async (...days: string[]) => {
    for (const day of days) await world.sweepAt(at(day, '12:00'))
  }
  const release = async (id: string, meeting: string, asked: string, now: string) => {
    const version = await meetingSeen(records, id)
    const command = { id, day: meeting, time: '09:00', place: '', link: '', agenda: '', version }
    await scheduleMeeting(deps)(command, secretariat, at(asked))
    const data = { brief: id, kind: 'swg' as const }
    const facts: EventFacts<'BriefRequested'> = { id, type: 'BriefRequested', subject: 'x', sequence: 1, data }
    await compileBrief(deps)(eventOf(facts, { now: at(asked), actor: 'system' }))
    await releaseBrief(deps)(id, secretariat, at(now))
  }
  await sweptOn('2026-04-24', '2026-04-25')
  await release(SPRING, '2026-06-08', '2026-05-25', '2026-05-26')
  await sweptOn('2026-06-08', '2026-06-09', '2026-07-01', '2026-07-24', '2026-09-04', '2026-10-01', '2026-10-24')
  await release(AUTUMN, '2026-12-03', '2026-11-19', '2026-11-20')
  const brief = async (key: string) => {
    const { status, version, model } = (await readBriefDraft(records, key))?.value ?? {}
    return { status, version, model: model as SwgBrief }
  }
  return {
    brief,
    changes: async (key: string) => (await brief(key)).model.corrections?.changes.map(({ what }) => what) ?? [],
    amend: async (day: string) => {
      await report.amend(day, 'IMSMA was corrected')
      await report.save({ section: 'row', index: 0, values: { ...consistentRow(), ...CORRECTED } }, day)
      await report.submit(day)
      for (const event of await report.events()) await compileBrief(deps)(event)
    },
    correct: async (day: string) => {
      const typed = typedContribution({}, [typedMovement({ usd: '530,000' })])
      const command = { id: contribution, version: 1, reason: 'the bank had the wrong rate', typed, newDonor: '' }
      await correctContribution(deps)(command, ireland, at(day))
      for (const event of await world.events(`contribution/${contribution}`)) await compileBrief(deps)(event)
    },
  }
}

describeInMemory('after the second meeting of the year', (fresh) => {
  it('a report that is amended corrects the brief of its own round, and the newest where the year to date holds it', async () => {
    const { brief, changes, amend } = await twoMeetings(await fresh())
    expect((await brief(SPRING)).model.rounds).toEqual(['2026-Q1'])
    expect((await brief(AUTUMN)).model.rounds).toEqual(['2026-Q2', '2026-Q3'])
    await amend('2026-11-25')
    for (const key of [SPRING, AUTUMN])
      expect(await brief(key)).toMatchObject({
        status: 'draft',
        version: 1,
        model: { inputs: { reports: ['2026-Q1/survey-clearance/v2'] } },
      })
    expect(await changes(SPRING)).toContain('Survey and Clearance: Area cleared, quarter')
    expect((await brief(SPRING)).model.rounds).toEqual(['2026-Q1'])
    expect(await changes(AUTUMN)).toContain('Survey and Clearance: Area cleared, year to date')
    expect(await changes(AUTUMN)).not.toContain('Survey and Clearance: Area cleared, quarter')
  })

  it('a contribution that is corrected corrects every brief of the last two years that tells its year', async () => {
    const { brief, changes, correct } = await twoMeetings(await fresh())
    await correct('2026-11-25')
    for (const key of [SPRING, AUTUMN]) {
      expect(await brief(key)).toMatchObject({ status: 'draft', version: 1 })
      expect(await changes(key)).toContain('Ireland, 2026 as stated by donors: paid')
    }
  })
})
