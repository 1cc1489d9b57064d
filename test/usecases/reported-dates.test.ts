import { expect, it } from 'vitest'
import { dayAt } from '#shared/domain/dates.ts'
import type { Row } from '#shared/domain/forms/form.ts'
import { eventOf } from '#shared/events/event.ts'
import { eventWrites } from '#shared/records/events.ts'
import { readReport, reportWrites } from '#shared/records/reports.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { readSectorYear } from '#shared/usecases/calendar/read-year.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { surveyReport } from '../fixtures/survey-report.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const TWG = 'coordination-policy-funding'
const item = (own: Row = {}): Row => ({
  kind: 'obligation',
  obligation: 'ccm-4',
  pillar: '',
  subject: 'Extension request',
  status: 'on-track',
  owner: 'NRA',
  due: '2026-07-01',
  ...own,
})

describeInMemory('due dates of reports', (fresh) => {
  const begin = async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-04-01', '00:00'))
    const { records } = world.deps
    const report = async (day: string, rows: readonly Row[]) => {
      const stored = await readReport(records, '2026-Q1', TWG)
      const version = (stored?.value.version ?? 0) + 1
      const base = surveyReport([])
      const value = { ...base, round: '2026-Q1', twg: TWG, version, content: { ...base.content, rows } }
      const facts = { round: '2026-Q1', twg: TWG, version, nil: false, onTime: true }
      const subject = `report/2026-Q1/${TWG}`
      await records.transact([
        ...reportWrites(value, stored),
        ...eventWrites(
          eventOf(
            { id: `event-${version}`, type: 'TwgReportSubmitted', subject, sequence: version, data: facts },
            { now: at(day), actor: 'system' },
          ),
        ),
      ])
      await world.settleAt(at(day))
    }
    const told = async (...days: string[]) => {
      for (const day of days) await world.sweepAt(at(day))
      const lines = await Promise.all(
        (await world.mails('reminders')).map(async ({ contact, content, requestedAt }) => {
          const items = content.kind === 'reminders' ? content.items : []
          const address = await world.addressOf(contact)
          return items
            .filter(({ subject }) => subject.startsWith('reported/'))
            .map(({ rule, title }) => `${dayAt(requestedAt, laoUxo.timeZone)} ${rule} ${address}: ${title}`)
        }),
      )
      return lines.flat().toSorted()
    }
    return { world, report, told }
  }

  it('enter the calendar: the secretariat and the chair are reminded, and the year shows them', async () => {
    const { world, report, told } = await begin()
    await report('2026-04-20', [item()])
    const title = 'Obligation: CCM Article 4 (clearance): Extension request is due in 60 days'
    expect(await told('2026-05-01', '2026-05-02')).toEqual([
      `2026-05-02 obligation-60 chair@${TWG}.example: ${title}`,
      `2026-05-02 obligation-60 ${SECRETARIAT}: ${title}`,
    ])
    const secretariat = await world.contactAt(SECRETARIAT)
    expect((await readSectorYear(world.deps)(2026, secretariat, at('2026-05-02'))).reported).toMatchObject([
      { name: 'Decision requested: Technical survey was finished in Kham district. (from the SWG)', due: '2026-06-30' },
      {
        name: 'Obligation: CCM Article 4 (clearance): Extension request',
        due: '2026-07-01',
        source: `2026-Q1/${TWG}/v1`,
      },
    ])
  })

  it('follow the latest report: a moved date is reminded of anew, what is done or gone no more', async () => {
    const { report, told } = await begin()
    await report('2026-04-20', [item(), item({ subject: 'Law', due: '2026-07-05' })])
    await report('2026-04-25', [
      item({ due: '2026-07-20' }),
      item({ subject: 'Law', due: '2026-07-05', status: 'done' }),
    ])
    expect((await told('2026-05-02', '2026-05-06', '2026-05-21')).map((line) => line.slice(0, 24))).toEqual([
      '2026-05-21 obligation-60',
      '2026-05-21 obligation-60',
    ])
  })

  it('that the sector file names already are reminded of once', async () => {
    const { report, told } = await begin()
    await report('2026-04-02', [
      item({ obligation: 'ccm-7', subject: '', due: '2026-04-30' }),
      item({ obligation: 'ccw', subject: '', due: '2026-03-31' }),
    ])
    expect(await told('2026-04-03', '2026-04-23')).toEqual([])
  })
})
