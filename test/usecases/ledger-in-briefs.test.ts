import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { SwgBrief } from '#shared/domain/briefs/model.ts'
import { swgMeetings } from '#shared/domain/calendar/meeting.ts'
import { NEED_TWG } from '#shared/domain/ledger/analysis/need.ts'
import { donorId } from '#shared/domain/ledger/contribution.ts'
import type { TypedMovement } from '#shared/domain/ledger/read-movement.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import { type EventFacts, eventOf } from '#shared/events/event.ts'
import { readBriefDraft } from '#shared/records/briefs.ts'
import { meetingWrite } from '#shared/records/calendar.ts'
import { reportWrites } from '#shared/records/reports.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { compileBrief } from '#shared/usecases/briefs/compile-brief.ts'
import { releaseBrief } from '#shared/usecases/briefs/release-brief.ts'
import { takeInEvent } from '#shared/usecases/intake/take-in-event.ts'
import { correctContribution } from '#shared/usecases/ledger/correct-contribution.ts'
import { enterContribution } from '#shared/usecases/ledger/enter-contribution.ts'
import { listMovements } from '#shared/usecases/ledger/list-movements.ts'
import { readFunding } from '#shared/usecases/ledger/read-funding.ts'
import { withdrawContribution } from '#shared/usecases/ledger/withdraw-contribution.ts'
import { surveyReport } from '../fixtures/survey-report.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { typedContribution, typedMovement } from '../fixtures/typed-contribution.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const rowsOf = (year: 2019 | 2022) =>
  readFileSync(new URL(`../fixtures/contributions-${year}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, quoted] = /"([^"]*)"/.exec(line) ?? []
      const cells = line.replace(/"[^"]*"/, 'sectors').split(',')
      const [, donor = '', sectors = '', currency = '', amount = '', usd = ''] = cells
      return { donor, sectors: (quoted ?? sectors).split('; '), currency, amount, usd }
    })

type Published = readonly [year: 2019 | 2022, total: number, largest: number, hhi: number]

const PUBLISHED: readonly Published[] = [
  [2019, 42_006_818, 0.762, 0.6036],
  [2022, 51_421_114, 0.875, 0.7704],
]

describeOnTable('the published years', (fresh) => {
  const expectTotals = async (world: Awaited<ReturnType<typeof worldOn>>, [year, total, largest, hhi]: Published) => {
    const [one, ...others] = await readFunding(world.deps)()
    expect([one?.year, one?.paidUsd, others]).toEqual([year, total * 100, []])
    expect(one?.largestShare).toBeCloseTo(largest, 3)
    expect(one?.hhi).toBeCloseTo(hhi, 4)
  }

  it.each(PUBLISHED)('%i come through the form to the dollar', async (...published) => {
    const world = await worldOn(await fresh())
    const secretariat = await world.contactAt(SECRETARIAT)
    const [year] = published
    for (const { donor, sectors, currency, amount, usd } of rowsOf(year)) {
      const movement = typedMovement({ date: String(year), currency, amount, usd })
      const typed = typedContribution({ donor, pillars: sectors.join('; '), source: 'landmine-monitor' }, [movement])
      await enterContribution(world.deps)(
        { form: donor, typed, newDonor: donorId(donor) },
        secretariat,
        at('2026-03-03'),
      )
    }
    await expectTotals(world, published)
  })

  it.each(PUBLISHED)(
    '%i come through events to the dollar, and through a replay of the archive again',
    async (...published) => {
      const world = await worldOn(await fresh())
      const [year] = published
      const send = async () => {
        for (const { donor, sectors, currency, amount, usd } of rowsOf(year)) {
          const movement = { type: 'disbursement', date: `${year}-12-31`, precision: 'year', amount, currency, usd }
          const data = {
            donor,
            title: `${donor}, ${year}`,
            source: 'landmine-monitor',
            pillars: { notDisaggregated: sectors },
            movements: [movement],
          }
          await takeInEvent(world.deps)(
            {
              id: `${donor}-${year}`,
              source: 'archive',
              'detail-type': 'ContributionRecorded',
              detail: { id: `${year}/${donor}`, data },
            },
            '2026-03-03T02:00:00.000Z',
          )
        }
      }
      await send()
      await send()
      await expectTotals(world, published)
    },
  )
})

describeOnTable('the brief for a meeting', (fresh) => {
  /** A meeting whose brief was requested while Ireland had entered one contribution; Ireland corrects it when told to. */
  const briefWithIreland = async () => {
    const world = await worldOn(await fresh())
    const { deps } = world
    const [meeting] = swgMeetings(2026, laoUxo)
    if (!meeting) throw new Error('no meeting')
    await deps.records.transact([meetingWrite(meeting, undefined, laoUxo.timeZone)])
    const ireland = await world.contactAt('embassy@ireland.example')
    const stated = surveyReport([])
    const rows = [{ kind: 'need', pillar: 'survey-clearance', amount: 2_000_000 }]
    const report = { ...stated, twg: NEED_TWG, content: { ...stated.content, rows } } as TwgReport
    const state = (round: string) => deps.records.transact(reportWrites({ ...report, round }, undefined))
    await state('2025-Q4')
    const pillars = 'clearance 60; risk education 40'
    const form = { form: 'f', newDonor: '', typed: typedContribution({ pillars }) }
    const id = await enterContribution(deps)(form, ireland, at('2026-04-01'))
    const facts: EventFacts<'BriefRequested'> = {
      id: 'requested',
      type: 'BriefRequested',
      subject: `brief/${meeting.id}`,
      sequence: 1,
      data: { brief: meeting.id, kind: 'swg' },
    }
    await compileBrief(deps)(eventOf(facts, { now: at('2026-05-01'), actor: 'system' }))
    return {
      deps,
      id,
      /** A newer report on what twelve months need. */
      stateNeed: state,
      key: meeting.id,
      secretariat: await world.contactAt(SECRETARIAT),
      standing: async () => (await readBriefDraft(deps.records, meeting.id))?.value,
      draft: async () => (await readBriefDraft(deps.records, meeting.id))?.value.model as SwgBrief,
      withdraw: async (day: string) => {
        const withdrawal = { id, version: 1, reason: 'it is of another sector' }
        await withdrawContribution(deps)(withdrawal, ireland, at(day))
        const withdrawn = (await world.events(`contribution/${id}`)).at(-1)
        if (withdrawn?.type !== 'ContributionCorrected') throw new Error('no event')
        await compileBrief(deps)(withdrawn)
      },
      /** Another contribution of Ireland. */
      add: async (day: string, movements: TypedMovement[]) => {
        const command = { form: day, newDonor: '', typed: typedContribution({ pillars, title: day }, movements) }
        const added = await enterContribution(deps)(command, ireland, at(day))
        for (const event of await world.events(`contribution/${added}`)) await compileBrief(deps)(event)
      },
      /** What follows from every correction of it so far. */
      compileCorrections: async () => {
        for (const event of await world.events(`contribution/${id}`))
          if (event.type === 'ContributionCorrected') await compileBrief(deps)(event)
      },
      /** A further tranche of the corrected one. */
      append: async (day: string) => {
        const typed = typedContribution({ pillars }, [
          typedMovement({ usd: '530,000' }),
          typedMovement({ date: '2026-04-20', currency: 'USD', amount: '70,000', usd: '' }),
        ])
        await correctContribution(deps)({ id, version: 2, reason: '', typed, newDonor: '' }, ireland, at(day))
        const appended = (await world.events(`contribution/${id}`)).at(-1)
        if (appended) await compileBrief(deps)(appended)
      },
      correct: async (day: string) => {
        const typed = typedContribution({ pillars }, [typedMovement({ usd: '530,000' })])
        const correction = { id, version: 1, reason: 'the bank had the wrong rate', typed, newDonor: '' }
        await correctContribution(deps)(correction, ireland, at(day))
        const corrected = (await world.events(`contribution/${id}`)).at(-1)
        if (corrected?.type !== 'ContributionCorrected') throw new Error('no event')
        await compileBrief(deps)(corrected)
      },
    }
  }

  it('that was released is corrected by the ledger: old and new, donor, who and why, against the need as it was stated then', async () => {
    const { deps, key, secretariat, standing, stateNeed, correct } = await briefWithIreland()
    await releaseBrief(deps)(key, secretariat, at('2026-05-03'))
    await stateNeed('2026-Q1')
    await correct('2026-05-20')
    const draft = await standing()
    expect([draft?.status, draft?.version]).toEqual(['draft', 1])
    expect(draft?.model.corrections).toEqual({
      of: 1,
      changes: [
        { what: 'Funding of 2026 as stated by donors: paid', unit: 'US$', was: 52_670_050, is: 53_000_000 },
        { what: 'Ireland, 2026 as stated by donors: paid', unit: 'US$', was: 52_670_050, is: 53_000_000 },
        {
          what: 'Need from 1 January 2026 to 31 December 2026: secured as stated by donors',
          unit: 'US$',
          was: 52_670_050,
          is: 53_000_000,
        },
        {
          what: 'Need from 1 January 2026 to 31 December 2026: not secured as stated by donors',
          unit: 'US$',
          was: 168_397_970,
          is: 168_200_000,
        },
      ],
      reasons: [
        'Corrected in the ledger by Embassy of Ireland: Ireland, Clearance in Khammouane, 2026. Reason: the bank had the wrong rate',
      ],
    })
  })

  it('that was released takes in nothing that was recorded since: a new contribution, another year and a further tranche are news for the next', async () => {
    const { deps, key, id, secretariat, standing, correct, add, append } = await briefWithIreland()
    await releaseBrief(deps)(key, secretariat, at('2026-05-03'))
    const released = (await standing())?.model as SwgBrief
    await add('2026-05-10', [typedMovement({ currency: 'USD', amount: '9,000,000', usd: '' })])
    await add('2026-05-11', [typedMovement({ date: '2025-03-02', currency: 'USD', amount: '1,000,000', usd: '' })])
    await correct('2026-05-20')
    await append('2026-05-21')
    const draft = (await standing())?.model as SwgBrief
    expect(draft.corrections?.changes.map(({ what, is }) => [what, is])).toEqual([
      ['Funding of 2026 as stated by donors: paid', 53_000_000],
      ['Ireland, 2026 as stated by donors: paid', 53_000_000],
      ['Need from 1 January 2026 to 31 December 2026: secured as stated by donors', 53_000_000],
      ['Need from 1 January 2026 to 31 December 2026: not secured as stated by donors', 168_200_000],
    ])
    expect(draft.funding.map(({ year }) => year)).toEqual(released.funding.map(({ year }) => year))
    const moment = { asOf: draft.inputs.ledgerAsOf ?? '', correctedUntil: draft.inputs.cutOff }
    const filter = { year: '2026', donor: '', source: '', type: '', pillar: '', page: 1, ...moment }
    const behind = await listMovements(deps)(filter, secretariat, at('2026-06-01'))
    expect(behind.movements.reduce((sum, { usdCents }) => sum + usdCents, 0)).toBe(53_000_000)
    expect(new Set(behind.movements.map(({ contribution }) => contribution))).toEqual(new Set([id]))
  })

  it('that was released loses a payment that was never made, and takes in none that was recorded since and corrected', async () => {
    const { deps, key, id, secretariat, standing, add, compileCorrections } = await briefWithIreland()
    await add('2026-04-02', [typedMovement({ currency: 'USD', amount: '1,000', usd: '' })])
    await releaseBrief(deps)(key, secretariat, at('2026-05-03'))
    const save = (version: number, reason: string, movements: TypedMovement[], day: string) => {
      const typed = typedContribution({ pillars: 'clearance 60; risk education 40' }, movements)
      return correctContribution(deps)({ id, version, reason, typed, newDonor: '' }, secretariat, at(day))
    }
    const further = (amount: string) => typedMovement({ date: '2026-05-10', currency: 'USD', amount, usd: '' })
    await save(1, '', [typedMovement(), further('70,000')], '2026-05-11')
    await save(2, 'the first was never paid', [further('9,000,000')], '2026-05-20')
    await compileCorrections()
    expect((await standing())?.model.corrections?.changes[0]).toMatchObject({ was: 52_770_050, is: 100_000 })
  })

  it('sets the need against what is secured, by pillar; is compiled anew when a contribution is corrected, and says why', async () => {
    const { draft, correct } = await briefWithIreland()
    expect((await draft()).funding.map(({ year, paidUsd }) => [year, paidUsd])).toEqual([[2026, 52_670_050]])
    expect((await draft()).gaps.map(({ total }) => total.gapUsd)).toEqual([200_000_000 - 31_602_030])
    await correct('2026-05-02')
    const { funding, notes, gaps, summary } = await draft()
    expect(funding.map(({ paidUsd }) => paidUsd)).toEqual([53_000_000])
    expect(funding[0]?.pillars?.map(({ name, paidUsd }) => [name, paidUsd])).toEqual([
      ['Survey and clearance', 31_800_000],
      ['Risk education', 21_200_000],
    ])
    expect(gaps[0]?.pillars.map(({ pillar, gapUsd }) => [pillar, gapUsd])).toEqual([
      ['Risk education', 0],
      ['Survey and clearance', 168_200_000],
    ])
    expect(summary).toContain(
      'Needed from 1 January 2026 to 31 December 2026: US$ 2,000,000; secured US$ 530,000; not secured US$ 1,682,000.',
    )
    expect((await draft()).inputs.reports).toEqual([`2025-Q4/${NEED_TWG}/v1`])
    expect(notes).toContain(
      'Corrected in the ledger by Embassy of Ireland: Ireland, Clearance in Khammouane, 2026. Reason: the bank had the wrong rate',
    )
  })

  it('leaves out what was withdrawn, and says so', async () => {
    const { draft, withdraw } = await briefWithIreland()
    await withdraw('2026-05-02')
    const { funding, gaps, notes } = await draft()
    expect(funding).toEqual([])
    expect(gaps.map(({ total }) => total.gapUsd)).toEqual([200_000_000])
    expect(notes).toContain(
      'Withdrawn from the ledger by Embassy of Ireland: Ireland, Clearance in Khammouane, 2026. Reason: it is of another sector',
    )
  })

  it('takes in again what was withdrawn and restored, and says by whom and why; so does the correction of one without it', async () => {
    const { deps, id, key, secretariat, standing, draft, withdraw, add, compileCorrections } = await briefWithIreland()
    const restore = async (day: string) => {
      const typed = typedContribution({ pillars: 'clearance 60; risk education 40' })
      const command = { id, version: 2, reason: 'it is of ours after all', typed, newDonor: '' }
      await correctContribution(deps)(command, secretariat, at(day))
      await compileCorrections()
    }
    const again =
      'Recorded again in the ledger by Secretariat: Ireland, Clearance in Khammouane, 2026. Reason: it is of ours after all; before that by Embassy of Ireland: it is of another sector'
    await withdraw('2026-05-01')
    await add('2026-05-02', [typedMovement({ currency: 'USD', amount: '1,000', usd: '' })])
    await releaseBrief(deps)(key, secretariat, at('2026-05-03'))
    await restore('2026-05-04')
    expect((await draft()).funding.map(({ paidUsd }) => paidUsd)).toEqual([52_770_050])
    expect((await draft()).notes).toContain(again)
    expect((await standing())?.model.corrections?.reasons).toEqual([again])
  })
})
