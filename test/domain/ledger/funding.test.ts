import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fundingOf } from '#shared/domain/ledger/analysis/funding.ts'
import { readContributionTable } from '#shared/domain/ledger/import/yearly-table.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { recorded } from '#shared/domain/ledger/new-contribution.ts'
import { movementOf } from '../../fixtures/movements.ts'

const published = (year: 2019 | 2022) =>
  readFileSync(new URL(`../../fixtures/contributions-${year}.csv`, import.meta.url), 'utf8')

const movementsIn = (csv: string): Movement[] => {
  const table = readContributionTable(csv, 'landmine-monitor')
  if ('mistakes' in table) throw new Error(JSON.stringify(table.mistakes))
  const recording = { at: '2026-05-02T01:00:00.000Z', by: { actor: 'system', name: 'import' } }
  return table.contributions.flatMap(({ id, contribution }) => recorded(id, contribution, recording).movements)
}

describe('the funding of a year', () => {
  it.each([
    [2019, 42_006_818, 7, 0.762, 0.6036],
    [2022, 51_421_114, 6, 0.875, 0.7704],
  ] as const)('%i adds up to the published total to the dollar', (year, total, donors, largest, hhi) => {
    const funding = fundingOf(year, movementsIn(published(year)))
    expect(funding.paidUsd).toBe(total * 100)
    expect(funding.donors).toHaveLength(donors)
    expect(funding.largestShare).toBeCloseTo(largest, 3)
    expect(funding.hhi).toBeCloseTo(hhi, 4)
  })

  const movements = fc.array(
    fc.record({
      contribution: fc.constantFrom('a', 'b', 'c'),
      type: fc.constantFrom('pledge', 'commitment', 'disbursement'),
      usdCents: fc.integer({ min: 0, max: 10_000_000_000 }),
      donor: fc.constantFrom('canada', 'ireland', 'japan'),
    }),
    { maxLength: 30 },
  )
  const asMovements = (
    facts: readonly { contribution: string; type: string; usdCents: number; donor: string }[],
  ): Movement[] =>
    facts.map(({ contribution, type, usdCents, donor }, index) =>
      movementOf({
        contribution,
        seq: index + 1,
        type: type as Movement['type'],
        amount: { minor: usdCents, currency: 'USD' },
        usdCents,
        donor: { id: donor, name: donor },
      }),
    )

  it('does not depend on the order of movements, and its total is the sum of its parts', () => {
    fc.assert(
      fc.property(movements, fc.func(fc.integer()), (facts, rank) => {
        const given = asMovements(facts)
        const funding = fundingOf(2026, given)
        expect(
          fundingOf(
            2026,
            given.toSorted((a, b) => rank(a.seq) - rank(b.seq)),
          ),
        ).toEqual(funding)
        expect(funding.donors.reduce((sum, line) => sum + line.paidUsd, 0)).toBe(funding.paidUsd)
      }),
    )
  })

  it('leaves pledges out of every total, and other years altogether', () => {
    const pledge = asMovements([{ contribution: 'a', type: 'pledge', usdCents: 500, donor: 'japan' }])
    expect(fundingOf(2026, pledge)).toMatchObject({ paidUsd: 0, committedUsd: 0, pledgedUsd: 500 })
    expect(fundingOf(2025, pledge).donors).toEqual([])
  })

  it.each([
    ['pledges', 'pledge', []],
    ['commitments', 'commitment', ['multiYearShare']],
    ['payments', 'disbursement', ['largestShare', 'hhi', 'multiYearShare']],
  ] as const)('states of a year with %s alone no concentration that nobody could compute', (_what, type, stated) => {
    const year = fundingOf(2026, asMovements([{ contribution: 'a', type, usdCents: 500, donor: 'japan' }]))
    expect(Object.keys(year).filter((key) => ['largestShare', 'hhi', 'multiYearShare'].includes(key))).toEqual(stated)
  })

  it('returns to what it was when a movement is corrected away', () => {
    fc.assert(
      fc.property(movements, (facts) => {
        const before = asMovements(facts)
        const wrong = asMovements([{ contribution: 'z', type: 'disbursement', usdCents: 777, donor: 'japan' }])
        const reversal: Movement = {
          ...(wrong[0] as Movement),
          seq: 2,
          type: 'correction',
          usdCents: -777,
          amount: { minor: -777, currency: 'USD' },
          reverses: 1,
          reversesType: 'disbursement',
          reason: 'entered twice',
        }
        expect(fundingOf(2026, [...before, ...wrong, reversal]).paidUsd).toBe(fundingOf(2026, before).paidUsd)
      }),
    )
  })
})

describe('a yearly table of contributions', () => {
  it('is loaded whole or not at all: every bad row is named by its line', () => {
    const csv = published(2022).replace('1332374', '13,32').replace('JPY', 'YEN')
    expect(readContributionTable(csv, 'landmine-monitor')).toEqual({
      mistakes: [
        { line: 3, column: 'currency', message: '“YEN” is not an ISO 4217 code such as EUR' },
        { line: 4, column: '', message: expect.stringContaining('has') },
      ],
    })
  })
})
