import { describe, expect, it } from 'vitest'
import { compileSwgBrief, type SwgBriefInputs } from '#shared/domain/briefs/compile-swg-brief.ts'
import type { IndicatorLine } from '#shared/domain/briefs/model.ts'
import { risksOf } from '#shared/domain/briefs/risks.ts'
import { swgMeetings } from '#shared/domain/calendar/meeting.ts'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { rowFormOf } from '#shared/domain/forms/index.ts'
import type { Narrative } from '#shared/domain/forms/narrative.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { briefOf, figure, swgModel, twgModel } from '../../fixtures/briefs.ts'
import { surveyReport, surveyRow } from '../../fixtures/survey-report.ts'
import { actionPoint } from '../../web/fake-services.ts'

const [meeting] = swgMeetings(2026, laoUxo)
if (!meeting) throw new Error('no meeting')
const rounds = ['2025-Q4', '2026-Q1'].map((id) => roundOf(id, laoUxo))
const casualties = (round: string, killed: Record<string, number>, injured: Record<string, number>): TwgReport => {
  const sum = (cells: Record<string, number>) => Object.values(cells).reduce((total, value) => total + value, 0)
  const row = {
    province: '09',
    accidents: 1,
    casualties: { total: sum(killed) + sum(injured), killed: sum(killed), injured: sum(injured) },
    killed,
    injured,
  }
  return { ...surveyReport([row]), round, twg: 'victim-assistance' }
}
const inputs: SwgBriefInputs = {
  sector: laoUxo,
  meeting,
  coChairs: [],
  rounds,
  reports: new Map([
    [
      'victim-assistance',
      [
        {
          round: '2026-Q1',
          report: casualties(
            '2026-Q1',
            { women: 1, men: 0, girls: 1, boys: 0 },
            { women: 0, men: 2, girls: 0, boys: 3 },
          ),
        },
        { round: '2025-Q4', report: undefined },
        { round: '2025-Q3', report: casualties('2025-Q3', { men: 9 }, { men: 9 }) },
      ],
    ],
    [
      'survey-clearance',
      [
        { round: '2026-Q1', report: surveyReport([surveyRow('09', 'MAG')]) },
        { round: '2025-Q4', report: undefined },
      ],
    ],
  ]),
  seatChanges: [],
  funding: [],
  gaps: [],
  ledger: [],
  movements: 0,
  ledgerNotes: [],
  actionPoints: [
    { ...actionPoint(), id: 'a', group: 'swg', status: 'done' },
    { ...actionPoint(), id: 'b', group: 'swg', status: 'open', due: '2026-09-30' },
    { ...actionPoint(), id: 'c', group: 'swg', status: 'delayed', due: '2026-03-31' },
  ],
  agenda: ['Hand-over of the donor seat'],
  twgBriefs: [briefOf(twgModel)],
  released: undefined,
  askedForDay: meeting.day,
  ledgerAsOf: '2026-05-25T01:00:00.000Z',
  cutOff: '2026-05-25T01:00:00.000Z',
}

describe('the brief of the working group', () => {
  const brief = compileSwgBrief(inputs)

  it('says of a time without a round that there was none, not that no report was on time', () => {
    const { summary } = compileSwgBrief({ ...inputs, rounds: [] })
    expect(summary[0]).toBe('No round of reports fell into the time of this brief.')
    expect(summary.join()).not.toContain('reports on time')
  })

  it('gives the casualties of its own rounds by women, men, girls and boys; a missing report is not zero', () => {
    const [table] = brief.byRound
    expect(table?.rounds).toEqual(['2025-Q4', '2026-Q1'])
    expect(table?.lines.map(({ id, figures }) => [id, ...figures.map(({ value }) => value)])).toEqual([
      ['casualties', undefined, 7],
      ['killed', undefined, 2],
      ['casualties-women', undefined, 1],
      ['casualties-men', undefined, 2],
      ['casualties-girls', undefined, 1],
      ['casualties-boys', undefined, 3],
    ])
  })

  it('labels every figure so that it is understood by itself, also among casualties', () => {
    const [table] = brief.byRound
    expect(table?.lines.map(({ label }) => label)).toEqual([
      'Casualties',
      'Killed',
      'Women (killed and injured)',
      'Men (killed and injured)',
      'Girls (killed and injured)',
      'Boys (killed and injured)',
    ])
    const labels = laoUxo.twgs.flatMap(({ id }) => rowFormOf(id)?.indicators.map(({ label }) => label) ?? [])
    expect(labels.filter((label) => /^of which/i.test(label))).toEqual([])
  })

  it('charts the area cleared, oldest quarter first', () => {
    expect(brief.chart?.rounds).toEqual(['2025-Q4', '2026-Q1'])
    expect(brief.chart?.lines.map(({ id }) => id)).toEqual(['areaCleared'])
    expect(brief.chart?.lines[0]?.figures[1]?.sources).toEqual(['2026-Q1/survey-clearance/v1'])
  })

  it('counts action points done of all, and lists the open ones, overdue first', () => {
    expect([brief.actions.done, brief.actions.total]).toEqual([1, 3])
    expect(brief.actions.open.map(({ due, overdue }) => [due, overdue])).toEqual([
      ['2026-03-31', true],
      ['2026-09-30', false],
    ])
  })

  it('asks once for a decision that two rounds ask for in the same words', () => {
    const asking = (round: string, by: string): TwgReport => {
      const report = surveyReport([surveyRow('09', 'MAG')])
      const narrative = {
        ...report.content.narrative,
        decision1: 'Agree the list',
        decision1From: 'SWG',
        decision1By: by,
      }
      return { ...report, round, content: { ...report.content, narrative: narrative as Narrative } }
    }
    const reports = new Map(inputs.reports).set('survey-clearance', [
      { round: '2026-Q1', report: asking('2026-Q1', '2026-12-31') },
      { round: '2025-Q4', report: asking('2025-Q4', '2026-06-30') },
    ])
    const asked = compileSwgBrief({ ...inputs, reports }).decisions.filter(({ text }) => text === 'Agree the list')
    expect(asked.map(({ by }) => by)).toEqual(['2026-12-31'])
  })

  it('carries agenda and the TWG briefs of its rounds', () => {
    expect(brief.agenda).toEqual(['Hand-over of the donor seat'])
    expect(brief.twgBriefs).toMatchObject([{ key: twgModel.key, version: 1, summary: twgModel.summary }])
  })

  it('corrects what was released when a figure changes, and nothing when only time goes by', () => {
    const released = { version: 1, model: brief }
    const later = compileSwgBrief({
      ...inputs,
      released,
      agenda: [],
      actionPoints: [],
      cutOff: '2026-06-20T01:00:00.000Z',
    })
    expect(later.corrections).toBeUndefined()
    const reports = new Map(inputs.reports).set('survey-clearance', [
      { round: '2026-Q1', report: { ...surveyReport([surveyRow('09', 'MAG'), surveyRow('10', 'MAG')]), version: 2 } },
    ])
    const corrected = compileSwgBrief({ ...inputs, released, reports })
    expect(corrected.corrections?.changes[0]?.what).toMatch(/^Survey and Clearance: /)
    expect(corrected.corrections?.reasons[0]).toContain('2026-Q1/survey-clearance/v2')
  })
})

describe('the risks on a cover', () => {
  const quiet = {
    newest: '2026-Q2',
    timeliness: [{ twg: 'Risk Education', rounds: ['on-time' as const] }],
    indicators: [],
    funding: [],
    gaps: [],
    challenges: [],
  }
  const line = (target: number, value: number) => {
    const [areaCleared] = swgModel.indicators[0]?.lines.filter(({ id }) => id === 'areaCleared') ?? []
    if (!areaCleared) throw new Error('no line')
    return [
      {
        id: 'survey-clearance',
        twg: 'Survey and Clearance',
        lines: [{ ...areaCleared, target, yearToDate: figure(value) }],
      },
    ]
  }

  it('are none where all is well', () => {
    expect(risksOf({ ...quiet, indicators: line(100, 26) })).toEqual([])
  })

  it('begin with what is missing, then what is behind its target, then one donor who pays the most', () => {
    const risks = risksOf({
      ...quiet,
      timeliness: [{ twg: 'Risk Education', rounds: ['missing'] }],
      indicators: line(100, 24),
      funding: swgModel.funding,
      challenges: [{ twg: 'Victim Assistance', text: 'Prostheses are short. Two centres wait.' }],
    })
    expect(risks.map(({ text }) => text)).toEqual([
      'No report for 2026-Q2: the figures of Risk Education are missing.',
      "Area cleared: 24 % of the year's target after 50 % of the year.",
      '87.5 % of the funding of 2022 came from one donor, United States.',
    ])
  })

  it('name every count that the form marks as a risk, once it is above zero', () => {
    const delayed = (count: number) => [
      {
        id: 'coordination-policy-funding',
        twg: 'Coordination',
        lines: [
          {
            ...line(0, 0)[0]?.lines[0],
            id: 'obligationsDelayed',
            label: 'Obligations delayed',
            quarter: figure(count),
          },
          { ...line(0, 0)[0]?.lines[0], id: 'obligationsOnTrack', label: 'On track', quarter: figure(4) },
        ] as IndicatorLine[],
      },
    ]
    expect(risksOf({ ...quiet, indicators: delayed(0) })).toEqual([])
    expect(risksOf({ ...quiet, indicators: delayed(2) })).toEqual([
      { text: 'Obligations delayed: 2.', from: 'Coordination' },
    ])
  })

  it('name what is needed and not secured before how few donors pay', () => {
    const line = { needUsd: 200_000_000, paidUsd: 0, unpaidUsd: 0, pledgedUsd: 0, gapUsd: 147_329_950 }
    const gap = { from: '2026-01-01', until: '2026-12-31', report: 'r', pillars: [], total: line, unknown: [] } as never
    expect(risksOf({ ...quiet, gaps: [gap], funding: swgModel.funding }).map(({ text }) => text)).toEqual([
      'Not secured of the US$ 2,000,000 needed in twelve months: US$ 1,473,300.',
      '87.5 % of the funding of 2022 came from one donor, United States.',
    ])
  })

  it('end with what the TWGs say, in their own first sentence', () => {
    const challenges = ['Prostheses are short. Two centres wait.', '', 'Rain.', 'Fuel.', 'Visas.'].map(
      (text, index) => ({
        twg: `TWG ${index}`,
        text,
      }),
    )
    expect(risksOf({ ...quiet, challenges })).toEqual([
      { text: 'Prostheses are short.', from: 'TWG 0' },
      { text: 'Rain.', from: 'TWG 2' },
      { text: 'Fuel.', from: 'TWG 3' },
    ])
  })
})
