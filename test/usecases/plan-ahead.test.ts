import { expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar-days.ts'
import { clockAt, dayAt } from '#shared/domain/dates.ts'
import { briefDraftWrite, readBriefDraft } from '#shared/records/briefs.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { openActionPoint } from '#shared/usecases/action-points/open-action-point.ts'
import { compileBrief } from '#shared/usecases/briefs/compile-brief.ts'
import { deliverBrief } from '#shared/usecases/briefs/deliver-brief.ts'
import { readPlanAhead } from '#shared/usecases/calendar/plan-ahead.ts'
import { scheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { briefOf, swgModel, twgModel } from '../fixtures/briefs.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

describeInMemory('the plan of the next 90 days', (fresh) => {
  it('says what goes out, to whom, when and by which rule, and all of it then goes out so', async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-03-20', '09:00'))
    const secretariat = await world.contactAt(SECRETARIAT)
    const lines = await readPlanAhead(world.deps)(secretariat, at('2026-03-20', '10:00'))
    const planned = lines
      .filter(({ rule }) => rule.startsWith('report-') || rule.startsWith('obligation-') || rule === 'meeting-proposed')
      .flatMap(({ at: due, rule, to }) => to.map((name) => `${dayAt(due, laoUxo.timeZone)} ${rule} ${name}`))
      .filter((line) => line < '2026-05')
    for (let day = '2026-03-21'; day < '2026-05-01'; day = addDays(day, 1))
      for (const time of ['00:00', '08:00']) await world.sweepAt(at(day, time))
    const sent = (
      await Promise.all(
        (
          await world.mails('reminders')
        ).map(async ({ contact, content, requestedAt }) => {
          const { name } = (await world.contactAt(await world.addressOf(contact))).contact
          const day = dayAt(requestedAt, laoUxo.timeZone)
          return content.kind === 'reminders' ? content.items.map(({ rule }) => `${day} ${rule} ${name}`) : []
        }),
      )
    )
      .flat()
      .filter((line) => line > '2026-03-20z' && !/meeting-\d/.test(line))
    expect(planned).not.toHaveLength(0)
    expect(sent.toSorted()).toEqual(planned.toSorted())
  })

  it.each([
    ['nine days', '2026-06-08'],
    ['two days', '2026-06-01'],
  ])(
    'holds each brief and each weekly reminder too: from a meeting confirmed %s before its day, a correction that waits and an action point, all of it then goes out so',
    async (_, day) => {
      const world = await worldOn(await fresh())
      const { deps } = world
      const done = new Set<string>()
      /** What compile-brief does with what the sweep asked for, after the mails of the hour. */
      const sweepAt = async (now: string) => {
        await world.sweepAt(now)
        const keys = [
          'swg-2026-1',
          ...['2026-Q1', '2026-Q2'].flatMap((round) => laoUxo.twgs.map(({ id }) => `${round}/${id}`)),
        ]
        for (const event of (await Promise.all(keys.map((key) => world.events(`brief/${key}`)))).flat()) {
          if (done.has(event.id) || event.type === 'BriefCompiled') continue
          done.add(event.id)
          if (event.type === 'BriefRequested') await compileBrief(deps)(event)
          else await deliverBrief({ ...deps, setPdf: async () => ({ bytes: Buffer.of(1), pages: 1 }) })(event)
        }
        await world.settleAt(now)
      }
      for (let one = '2026-04-01'; one < '2026-05-30'; one = addDays(one, 1))
        for (const time of ['00:00', '08:00']) await sweepAt(at(one, time))
      const secretariat = await world.contactAt(SECRETARIAT)
      const now = at('2026-05-30', '10:00')
      const meeting = {
        id: 'swg-2026-1',
        day,
        time: '09:00',
        place: 'NRA',
        link: '',
        agenda: '',
        version: 0,
      }
      await scheduleMeeting(deps)(meeting, secretariat, now)
      const point = { group: 'swg', text: 'Agree', owner: 'embassy@ireland.example', due: '2026-06-10' }
      await openActionPoint(deps)(point, secretariat, now)
      const corrected = await readBriefDraft(deps.records, '2026-Q1/risk-education')
      if (!corrected) throw new Error('no brief')
      const draft = { ...corrected.value, status: 'draft' as const, hash: '0'.repeat(64) }
      await deps.records.transact([briefDraftWrite(draft, corrected, at('2026-06-03'))])
      await world.settleAt(now)
      const planned = async (when: string) =>
        (await readPlanAhead(deps)(secretariat, when))
          .filter(({ onceConfirmed, at: due }) => !onceConfirmed && due < at('2026-08-20'))
          .flatMap(({ at: due, rule, to }) => to.map((name) => `${dayAt(due, laoUxo.timeZone)} ${rule} ${name}`))
          .toSorted()
      const plan = await planned(at('2026-05-30', '11:00'))
      await sweepAt(at('2026-05-30', '12:00'))
      expect(await planned(at('2026-05-30', '13:00'))).toEqual(plan)
      for (let one = '2026-05-31'; one < '2026-08-20'; one = addDays(one, 1))
        for (const time of ['00:00', '08:00']) await sweepAt(at(one, time))
      const ruleOf = (title: string) =>
        /^TWG briefs/.test(title) ? 'briefs' : /^Corrected/.test(title) ? 'brief-correction' : 'meeting-brief'
      const sent = await Promise.all(
        (await world.mails('reminders', 'brief'))
          .filter(({ requestedAt }) => requestedAt > now)
          .map(async ({ contact, content, requestedAt }) => {
            const { name } = (await world.contactAt(await world.addressOf(contact))).contact
            const rules =
              content.kind === 'reminders'
                ? content.items.map(({ rule }) => rule)
                : content.kind === 'brief'
                  ? [ruleOf(content.title)]
                  : []
            return rules.map((rule) => `${dayAt(requestedAt, laoUxo.timeZone)} ${rule} ${name}`)
          }),
      )
      expect(sent.flat().toSorted()).toEqual(plan)
      for (const rule of [
        'briefs',
        'brief-correction',
        'meeting-brief',
        'action-weekly',
        'meeting-proposed',
        'report-due',
      ])
        expect(plan.map((line) => line.split(' ')[1])).toContain(rule)
    },
  )

  it('holds the reminders of a meeting once it is confirmed, and before that as what its confirmation would set', async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-04-01', '00:00'))
    const secretariat = await world.contactAt(SECRETARIAT)
    const ofMeeting = async () =>
      (await readPlanAhead(world.deps)(secretariat, at('2026-04-03', '11:00')))
        .filter(({ what, rule }) => what.includes('Risk Education TWG meeting') && !rule.startsWith('minutes'))
        .map(({ at: due, rule, to, onceConfirmed }) => [
          `${dayAt(due, laoUxo.timeZone)} ${clockAt(due, laoUxo.timeZone)}`,
          rule,
          to.length,
          onceConfirmed,
        ])
        .filter(([, rule]) => rule !== 'meeting-proposed')
    const proposed = await ofMeeting()
    expect(proposed.map(([, rule, people, onceConfirmed]) => [rule, people, onceConfirmed])).toEqual([
      ['meeting-7', 4, true],
      ['meeting-1', 4, true],
    ])
    const command = {
      id: '2026-Q1-risk-education',
      day: '2026-05-12',
      time: '09:00',
      place: '',
      link: '',
      agenda: '',
      version: 0,
    }
    await scheduleMeeting(world.deps)(command, secretariat, at('2026-04-03', '10:00'))
    await world.settleAt(at('2026-04-03', '10:00'))
    expect(await ofMeeting()).toEqual([
      ['2026-05-05 08:00', 'meeting-7', 4, false],
      ['2026-05-11 08:00', 'meeting-1', 4, false],
    ])
  })

  it('names the meetings that will be proposed, with what their confirmation would set, and the brief of the working group', async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-01-20', '09:00'))
    const secretariat = await world.contactAt(SECRETARIAT)
    const ofMeetings = (await readPlanAhead(world.deps)(secretariat, at('2026-01-20', '10:00')))
      .filter(({ rule }) => !/^(report|obligation|hand-over|briefs)/.test(rule))
      .map(({ at: due, rule, what, to, onceConfirmed }) =>
        [dayAt(due, laoUxo.timeZone), rule, what, to.length, onceConfirmed ? 'once confirmed' : ''].join(' | '),
      )
    expect(ofMeetings).toMatchInlineSnapshot(`
      [
        "2026-01-21 | meeting-proposed | Confirm, move or cancel: Survey and Clearance TWG meeting, 2025-Q4 | 1 | ",
        "2026-01-21 | meeting-proposed | Confirm, move or cancel: Victim Assistance TWG meeting, 2025-Q4 | 1 | ",
        "2026-01-21 | meeting-proposed | Confirm, move or cancel: Risk Education TWG meeting, 2025-Q4 | 1 | ",
        "2026-01-21 | meeting-proposed | Confirm, move or cancel: Information Management TWG meeting, 2025-Q4 | 1 | ",
        "2026-01-21 | meeting-proposed | Confirm, move or cancel: Coordination, Policy and Funding Strategy TWG meeting, 2025-Q4 | 1 | ",
        "2026-01-22 | meeting-7 | Victim Assistance TWG meeting, 2025-Q4 | 4 | once confirmed",
        "2026-01-25 | meeting-1 | Survey and Clearance TWG meeting, 2025-Q4 | 4 | once confirmed",
        "2026-01-26 | meeting-7 | Risk Education TWG meeting, 2025-Q4 | 4 | once confirmed",
        "2026-01-28 | meeting-1 | Victim Assistance TWG meeting, 2025-Q4 | 4 | once confirmed",
        "2026-01-29 | minutes-3 | Survey and Clearance TWG meeting, 2025-Q4 | 1 | once confirmed",
        "2026-01-30 | meeting-7 | Information Management TWG meeting, 2025-Q4 | 4 | once confirmed",
        "2026-02-01 | minutes-3 | Victim Assistance TWG meeting, 2025-Q4 | 1 | once confirmed",
        "2026-02-01 | meeting-1 | Risk Education TWG meeting, 2025-Q4 | 4 | once confirmed",
        "2026-02-02 | minutes-7 | Survey and Clearance TWG meeting, 2025-Q4 | 1 | once confirmed",
        "2026-02-03 | meeting-7 | Coordination, Policy and Funding Strategy TWG meeting, 2025-Q4 | 4 | once confirmed",
        "2026-02-05 | minutes-7 | Victim Assistance TWG meeting, 2025-Q4 | 1 | once confirmed",
        "2026-02-05 | minutes-3 | Risk Education TWG meeting, 2025-Q4 | 1 | once confirmed",
        "2026-02-05 | meeting-1 | Information Management TWG meeting, 2025-Q4 | 4 | once confirmed",
        "2026-02-09 | minutes-7 | Risk Education TWG meeting, 2025-Q4 | 1 | once confirmed",
        "2026-02-09 | minutes-3 | Information Management TWG meeting, 2025-Q4 | 1 | once confirmed",
        "2026-02-09 | meeting-1 | Coordination, Policy and Funding Strategy TWG meeting, 2025-Q4 | 4 | once confirmed",
        "2026-02-13 | minutes-7 | Information Management TWG meeting, 2025-Q4 | 1 | once confirmed",
        "2026-02-13 | minutes-3 | Coordination, Policy and Funding Strategy TWG meeting, 2025-Q4 | 1 | once confirmed",
        "2026-02-17 | minutes-7 | Coordination, Policy and Funding Strategy TWG meeting, 2025-Q4 | 1 | once confirmed",
        "2026-03-10 | meeting-proposed | Sector working group meeting 1 of 2026 | 1 | ",
        "2026-04-01 | meeting-proposed | Survey and Clearance TWG meeting, 2026-Q1 | 1 | ",
        "2026-04-01 | meeting-proposed | Victim Assistance TWG meeting, 2026-Q1 | 1 | ",
        "2026-04-01 | meeting-proposed | Risk Education TWG meeting, 2026-Q1 | 1 | ",
        "2026-04-01 | meeting-proposed | Information Management TWG meeting, 2026-Q1 | 1 | ",
        "2026-04-01 | meeting-proposed | Coordination, Policy and Funding Strategy TWG meeting, 2026-Q1 | 1 | ",
        "2026-04-20 | meeting-7 | Survey and Clearance TWG meeting, 2026-Q1 | 4 | once confirmed",
      ]
    `)
  })

  it('holds the briefs and the hand-over of the seat, and is for the secretariat alone', async () => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-10-01', '00:00'))
    const secretariat = await world.contactAt(SECRETARIAT)
    const rules = (await readPlanAhead(world.deps)(secretariat, at('2026-10-02'))).map(({ rule }) => rule)
    expect(rules).toContain('hand-over')
    expect(rules).toContain('briefs')
    expect(rules.filter((rule) => rule === 'meeting-brief')).toHaveLength(1)
    const later = async () =>
      (await readPlanAhead(world.deps)(secretariat, at('2026-10-03')))
        .map(({ rule, what }) => `${rule} ${what}`)
        .filter((line) => /^(meeting-brief|briefs 2026-Q3)/.test(line))
    const planned = ['briefs 2026-Q3', 'meeting-brief Sector working group meeting 2 of 2026']
    expect(await later()).toEqual(planned)
    const store = (model: typeof swgModel | typeof twgModel, key: string, version: number) =>
      world.deps.records.transact([briefDraftWrite(briefOf({ ...model, key }, version), undefined)])
    await store(swgModel, 'swg-2026-2', 1)
    const [first, ...others] = laoUxo.twgs.map(({ id }) => `2026-Q3/${id}`)
    for (const key of others) await store(twgModel, key, 1)
    expect(await later()).toEqual(['briefs 2026-Q3'])
    await store(twgModel, first ?? '', 1)
    expect(await later()).toEqual([])
    const chair = await world.contactAt('chair@risk-education.example')
    await expect(readPlanAhead(world.deps)(chair, at('2026-10-02'))).rejects.toMatchObject({ code: 'forbidden' })
  })
})
