import { describe, expect, it } from 'vitest'
import { changesBetween } from '#shared/domain/briefs/corrections.ts'
import type { BriefModel, SwgBrief, TwgBrief } from '#shared/domain/briefs/model.ts'
import { changeInWords } from '#shared/render/changes-in-words.ts'
import { figure, swgModel, twgModel } from '../../fixtures/briefs.ts'

const quarterOf = (value: number | undefined, leftOut = 0): TwgBrief => ({
  ...twgModel,
  indicators: twgModel.indicators.slice(0, 1).map((line) => ({ ...line, quarter: figure(value, leftOut) })),
})
const spelt = (was: BriefModel, is: BriefModel) =>
  changesBetween(was, is)
    .map(changeInWords)
    .map((change) => `${change.what}: ${change.was} → ${change.is}`)

describe('what changed since a released version', () => {
  it('says of a sum what it left out and leaves out, and lists it where only that changed', () => {
    expect(spelt(quarterOf(227), quarterOf(185, 1))).toEqual([
      'Villages surveyed, quarter: 227 → 185 (1 not available)',
    ])
    expect(spelt(quarterOf(185, 1), quarterOf(185))).toEqual([
      'Villages surveyed, quarter: 185 (1 not available) → 185',
    ])
    expect(spelt(quarterOf(185, 1), quarterOf(undefined, 2))).toEqual([
      'Villages surveyed, quarter: 185 (1 not available) → n/a',
    ])
    expect(spelt(quarterOf(undefined, 1), quarterOf(undefined, 2))).toEqual([])
  })

  it('lists figures of rounds, decisions with whom and when they are asked of, and the reason for being late', () => {
    const [table] = swgModel.byRound
    if (!table) throw new Error('the sample has no rounds')
    const lines = table.lines.map((line) =>
      line.id === 'killed' ? { ...line, figures: [figure(2), figure(4)] } : line,
    )
    expect(spelt(swgModel, { ...swgModel, byRound: [{ ...table, lines }] })).toEqual([
      'Victim Assistance: Killed, 2026-Q1 (people): 3 → 4',
    ])
    const late = {
      ...twgModel,
      lateReason: 'The line was down',
      decisions: [{ text: 'Agree', from: 'NRA', by: 'May' }],
    }
    expect(spelt({ ...late, decisions: [{ text: 'Agree', from: '', by: '' }], lateReason: '' }, late)).toEqual([
      'Reason for being late: – → The line was down',
      'Decisions requested: Agree → Agree, from NRA, by May',
    ])
  })

  it('names the source of funding in words, and lists largest share and concentration of a year', () => {
    const [year] = swgModel.funding
    if (!year) throw new Error('the sample has no funding')
    const stated = { ...year, sources: ['landmine-monitor'] }
    const told = (own: Partial<typeof year>): SwgBrief => ({ ...swgModel, funding: [{ ...stated, ...own }] })
    expect(spelt(told({}), told({ paidUsd: 5_200_000_000, largestShare: 0.865, hhi: 0.7537 }))).toEqual([
      'Funding of 2022 as stated by the Landmine Monitor: paid (US$): 51,421,114 → 52,000,000',
      'Funding of 2022 as stated by the Landmine Monitor: largest donor’s share: 87.5 % → 86.5 %',
      'Funding of 2022 as stated by the Landmine Monitor: concentration (HHI): 0.7704 → 0.7537',
    ])
  })
})
