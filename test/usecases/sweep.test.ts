import { expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt } from '#shared/domain/dates.ts'
import type { Mail } from '#shared/domain/mail.ts'
import { readRound } from '#shared/records/calendar.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { saveDraftPart } from '#shared/usecases/reports/save-draft-part.ts'
import { submitTwgReport } from '#shared/usecases/reports/submit-twg-report.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { header } from '../fixtures/survey-clearance.ts'
import { at, dyingAt, worldOn } from '../fixtures/world.ts'

type World = Awaited<ReturnType<typeof worldOn>>

/** Who was told what, on which local day, in one line each. */
const told = async (world: World): Promise<string[]> => {
  const lines = await Promise.all(
    (await world.mails('reminders')).map(async (mail: Mail) => {
      if (mail.content.kind !== 'reminders') return []
      const address = await world.addressOf(mail.contact)
      const day = dayAt(mail.requestedAt, laoUxo.timeZone)
      return mail.content.items.map(({ rule, subject }) => `${day} ${address} ${rule} ${subject}`)
    }),
  )
  return lines.flat().toSorted()
}

/** Every day at midnight and at eight, as the hourly schedule would find something to do. */
const sweepDays = async (world: World, from: string, to: string): Promise<void> => {
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const time of ['00:00', '08:00']) await world.sweepAt(at(day, time))
}

const submitNilReturn = async (world: World, day: string): Promise<void> => {
  const chair = await world.contactAt('chair@victim-assistance.example')
  const key = { round: '2026-Q1', twg: 'victim-assistance' }
  await saveDraftPart(world.deps)(
    { ...key, part: { section: 'header', values: header() }, expectedVersion: 0 },
    chair,
    at(day),
  )
  await saveDraftPart(world.deps)(
    { ...key, part: { section: 'nil', values: { reason: 'No activity' } }, expectedVersion: 1 },
    chair,
    at(day),
  )
  await submitTwgReport(world.deps)({ ...key, draftVersion: 2, lateReason: '' }, chair, at(day))
}

describeInMemory('the hourly sweep', (fresh) => {
  it('opens the round and reminds the chairs who have not submitted, and nobody else', async () => {
    const world = await worldOn(await fresh())
    await sweepDays(world, '2026-03-31', '2026-04-09')
    await submitNilReturn(world, '2026-04-09')
    await sweepDays(world, '2026-04-10', '2026-04-26')
    const ofReports = (await told(world)).filter((line) => line.includes('report/2026-Q1'))
    const victimAssistance = ofReports.filter((line) => line.endsWith('/victim-assistance'))
    expect(victimAssistance).toEqual([
      '2026-04-01 alternate@victim-assistance.example report-opens report/2026-Q1/victim-assistance',
      '2026-04-01 chair@victim-assistance.example report-opens report/2026-Q1/victim-assistance',
    ])
    expect(ofReports.filter((line) => line.endsWith('/risk-education'))).toEqual([
      '2026-04-01 alternate@risk-education.example report-opens report/2026-Q1/risk-education',
      '2026-04-01 chair@risk-education.example report-opens report/2026-Q1/risk-education',
      '2026-04-10 chair@risk-education.example report-due-7 report/2026-Q1/risk-education',
      '2026-04-15 chair@risk-education.example report-due-2 report/2026-Q1/risk-education',
      '2026-04-17 chair@risk-education.example report-due report/2026-Q1/risk-education',
      '2026-04-18 chair@risk-education.example report-late-1 report/2026-Q1/risk-education',
      '2026-04-20 chair@risk-education.example report-late-3 report/2026-Q1/risk-education',
      '2026-04-22 alternate@risk-education.example report-escalation-5 report/2026-Q1/risk-education',
      '2026-04-24 secretariat@uxo-swg.example report-escalation-7 report/2026-Q1/risk-education',
    ])
  })

  it('gives each person one digest a day, whatever comes due', async () => {
    const world = await worldOn(await fresh())
    await sweepDays(world, '2026-03-31', '2026-04-05')
    const mails = await world.mails('reminders')
    const days = mails.map(({ contact, requestedAt }) => `${contact} ${dayAt(requestedAt, laoUxo.timeZone)}`)
    expect(new Set(days).size).toBe(days.length)
    const secretariat = (await told(world)).filter(
      (line) => line.includes('secretariat@') && line.includes('meeting-proposed'),
    )
    expect(secretariat).toHaveLength(6)
  })

  it('sends nothing that was due before it was activated', async () => {
    const world = await worldOn(await fresh())
    await sweepDays(world, '2026-04-16', '2026-04-17')
    expect((await told(world)).filter((line) => line.includes('report/2026-Q1/risk-education'))).toEqual([
      '2026-04-17 chair@risk-education.example report-due report/2026-Q1/risk-education',
    ])
  })

  it('asks for the round that was overdue before it was activated within its days of grace, so that nobody begins late', async () => {
    const world = await worldOn(await fresh())
    await sweepDays(world, '2026-04-20', '2026-04-28')
    expect((await readRound(world.deps.records, '2026-Q1'))?.value).toMatchObject({
      due: '2026-04-27',
      lateFrom: '2026-04-28',
      briefsDue: '2026-05-05',
    })
    expect(
      (await told(world)).filter((line) => line.includes('chair@risk-education') && line.includes('report/')),
    ).toEqual([
      '2026-04-20 chair@risk-education.example report-due-7 report/2026-Q1/risk-education',
      '2026-04-25 chair@risk-education.example report-due-2 report/2026-Q1/risk-education',
      '2026-04-27 chair@risk-education.example report-due report/2026-Q1/risk-education',
      '2026-04-28 chair@risk-education.example report-late-1 report/2026-Q1/risk-education',
    ])
  })

  it('after an outage sends only the latest reminder of a subject, and none that has expired', async () => {
    const world = await worldOn(await fresh())
    await sweepDays(world, '2026-03-31', '2026-04-01')
    await world.sweepAt(at('2026-04-19', '13:00'))
    const afterwards = (await told(world)).filter(
      (line) => line.startsWith('2026-04-19') && line.includes('chair@risk-education'),
    )
    expect(afterwards).toEqual(['2026-04-19 chair@risk-education.example report-late-1 report/2026-Q1/risk-education'])
    await world.sweepAt(at('2026-07-10', '13:00'))
    expect((await told(world)).filter((line) => line.startsWith('2026-07-10') && line.includes('2026-Q1'))).toEqual([])
  })

  it('makes the same of an hour that is delivered twice, or to two instances at once', async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-04-01', '00:00'))
    await Promise.allSettled([world.sweepAt(at('2026-04-01')), world.sweepAt(at('2026-04-01'))])
    await world.sweepAt(at('2026-04-01'))
    const lines = (await told(world)).filter((line) => line.includes('report-opens'))
    expect(lines).toHaveLength(10)
    expect(new Set(lines).size).toBe(10)
  })

  it('killed before any of its writes and run again, tells everybody once', async () => {
    const undisturbed = await worldOn(await fresh())
    await sweepDays(undisturbed, '2026-04-01', '2026-04-01')
    const expected = await told(undisturbed)
    expect(expected).toHaveLength(16)
    let kills = 0
    const disturbed = await worldOn(await fresh())
    const survive = async (now: string, records: RecordStore): Promise<void> => {
      for (let nth = 1; ; nth += 2) {
        const failed = await disturbed.sweepAt(now, dyingAt(records, nth)).catch((error: Error) => error)
        if (!(failed instanceof Error)) return
        kills++
      }
    }
    await survive(at('2026-04-01', '00:00'), disturbed.deps.records)
    await survive(at('2026-04-01'), disturbed.deps.records)
    expect(kills).toBeGreaterThan(5)
    expect(await told(disturbed)).toEqual(expected)
  })

  it('killed after some were told and run again only days later, tells the others and nobody twice', async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-04-01', '00:00'))
    await world.sweepAt(at('2026-04-01'), dyingAt(world.deps.records, 5)).catch(() => undefined)
    const first = (await told(world)).filter((line) => line.includes('report-opens'))
    expect(first).toHaveLength(3)
    await world.sweepAt(at('2026-04-03'))
    const lines = (await told(world))
      .filter((line) => line.includes('report-opens'))
      .map((line) => line.slice('2026-04-01 '.length))
    expect(lines).toHaveLength(10)
    expect(new Set(lines).size).toBe(10)
  })
})
