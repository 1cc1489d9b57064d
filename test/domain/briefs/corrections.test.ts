import { describe, expect, it } from 'vitest'
import { changesBetween } from '#shared/domain/briefs/corrections.ts'
import type { TwgBrief } from '#shared/domain/briefs/model.ts'
import { changeInWords } from '#shared/render/changes-in-words.ts'
import { figure, twgModel } from '../../fixtures/briefs.ts'

const quarterOf = (value: number | undefined, leftOut = 0): TwgBrief => ({
  ...twgModel,
  indicators: twgModel.indicators.slice(0, 1).map((line) => ({ ...line, quarter: figure(value, leftOut) })),
})
const spelt = (was: TwgBrief, is: TwgBrief) =>
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
})
