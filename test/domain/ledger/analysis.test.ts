import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeOn } from '#shared/domain/ledger/analysis/change.ts'
import { LedgerTally } from '#shared/domain/ledger/analysis/funding.ts'
import { GapTally, surplusOf, unassignedIn } from '#shared/domain/ledger/analysis/gap.ts'
import { lackInWords, unassignedInWords } from '#shared/domain/ledger/analysis/gap-in-words.ts'
import { NEED_TWG, needIn } from '#shared/domain/ledger/analysis/need.ts'
import { ledgerNotes } from '#shared/domain/ledger/analysis/notes.ts'
import { reconcile } from '#shared/domain/ledger/analysis/reconcile.ts'
import { analyseYear, NOT_STATED } from '#shared/domain/ledger/analysis/year.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { pillarNamed } from '#shared/domain/ledger/pillar.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import { movementOf } from '../../fixtures/movements.ts'
import { surveyReport } from '../../fixtures/survey-report.ts'

const sum = (lines: readonly { paidUsd: number }[]) => lines.reduce((total, { paidUsd }) => total + paidUsd, 0)
const thirds = [
  { pillar: 'clearance', percent: 33.33 },
  { pillar: 'risk education', percent: 33.33 },
  { pillar: 'victim assistance', percent: 33.34 },
]

const anyMovement = fc
  .record({
    contribution: fc.constantFrom('a', 'b', 'c'),
    type: fc.constantFrom('pledge' as const, 'commitment' as const, 'disbursement' as const),
    usdCents: fc.integer({ min: 1, max: 10_000_000_000 }),
    currency: fc.constantFrom('USD', 'EUR'),
    donor: fc.constantFrom('canada', 'ireland', 'japan'),
    shouted: fc.boolean(),
    recipient: fc.constantFrom('', 'MAG', 'UXO Lao'),
    pillars: fc.constantFrom(thirds, { notDisaggregated: ['clearance'] }, { notDisaggregated: ['a', 'b'] }),
    year: fc.constantFrom('2025', '2026', '2027'),
    parent: fc.constantFrom('', '', '', 'elsewhere'),
  })
  .map(({ donor, shouted, year, currency, ...own }) => ({
    ...own,
    donor: { id: donor, name: shouted ? donor.toUpperCase() : donor },
    date: `${year}-03-01`,
    amount: { minor: own.usdCents, currency },
  }))
const ledger = fc
  .array(anyMovement, { maxLength: 25 })
  .map((all) => all.map((own, index) => movementOf({ ...own, seq: index + 1 })))

const reversalOf = (movement: Movement, seq: number): Movement => ({
  ...movement,
  seq,
  type: 'correction',
  amount: { ...movement.amount, minor: -movement.amount.minor },
  usdCents: -movement.usdCents,
  reverses: movement.seq,
  reversesType: movement.type as 'pledge',
  reason: 'entered twice',
})

describe('the analysis of a year', () => {
  it('does not depend on the order of movements, nor on whose spelling of a name came first', () => {
    fc.assert(
      fc.property(ledger, fc.func(fc.integer()), (movements, rank) => {
        const shuffled = movements.toSorted((a, b) => rank(a.seq) - rank(b.seq))
        expect(analyseYear(2026, shuffled)).toEqual(analyseYear(2026, movements))
      }),
      { numRuns: 500 },
    )
  })

  it('has totals that are the sum of their parts, by donor, by pillar and by recipient', () => {
    fc.assert(
      fc.property(ledger, (movements) => {
        const year = analyseYear(2026, movements)
        for (const parts of [year.donors, year.pillars, year.recipients]) {
          expect(sum(parts)).toBe(year.paidUsd)
          expect(parts.reduce((total, { committedUsd }) => total + committedUsd, 0)).toBe(year.committedUsd)
          expect(parts.reduce((total, { pledgedUsd }) => total + pledgedUsd, 0)).toBe(year.pledgedUsd)
        }
      }),
    )
  })

  it('returns to what it was when a movement is taken back', () => {
    fc.assert(
      fc.property(ledger, anyMovement, (before, own) => {
        const donor = { id: own.donor.id, name: own.donor.id }
        const wrong = movementOf({ ...own, donor, contribution: 'wrong', seq: 98 })
        const after = [...before, wrong, reversalOf(wrong, 99)]
        const { sources: _, ...corrected } = analyseYear(2026, after)
        const { sources: __, ...was } = analyseYear(2026, before)
        expect(corrected).toEqual(was)
      }),
    )
  })

  it('leaves pledges and onward transfers out of every total', () => {
    const year = analyseYear(2026, [
      movementOf({ usdCents: 1000 }),
      movementOf({ contribution: 'passed-on', usdCents: 600, parent: 'c1' }),
      movementOf({ contribution: 'to-pass-on', type: 'commitment', usdCents: 700, parent: 'c1' }),
      movementOf({ contribution: 'promised', type: 'pledge', usdCents: 9000 }),
    ])
    expect(year).toMatchObject({ paidUsd: 1000, committedUsd: 0, pledgedUsd: 9000, onwardUsd: 600, hhi: 1 })
  })

  it('counts a commitment until it is paid, whichever year pays it, the earliest tranche first', () => {
    const tranche = (year: string, seq: number) =>
      movementOf({
        type: 'commitment',
        date: `${year}-01-15`,
        seq,
        amount: { minor: 100, currency: 'EUR' },
        usdCents: 110,
        multiYear: true,
      })
    const paid = movementOf({ date: '2027-02-01', seq: 3, amount: { minor: 150, currency: 'EUR' }, usdCents: 150 })
    const all = [tranche('2026', 1), tranche('2027', 2), paid]
    expect(analyseYear(2026, all).committedUsd).toBe(0)
    expect(analyseYear(2027, all)).toMatchObject({ paidUsd: 150, committedUsd: 55 })
    expect(analyseYear(2026, all.slice(0, 2))).toMatchObject({ committedUsd: 110, multiYearShare: 1 })
  })

  it('says under which pillar money falls, and what nobody stated', () => {
    const year = analyseYear(2026, [
      movementOf({ usdCents: 100, pillars: thirds }),
      movementOf({ usdCents: 7, pillars: { notDisaggregated: ['a', 'b'] }, form: 'in-kind' }),
    ])
    expect(year.pillars.map(({ name, paidUsd }) => [name, paidUsd])).toEqual([
      ['Victim assistance', 34],
      ['Risk education', 33],
      ['Survey and clearance', 33],
      [NOT_STATED, 7],
    ])
    expect(year.inKindUsd).toBe(7)
  })
})

describe('a ledger with several sources', () => {
  const published = movementOf({ source: 'landmine-monitor', usdCents: 4_925_345_300 })
  const stated = movementOf({ source: 'government', usdCents: 4_300_000_000, donor: { id: 'korea', name: 'Korea' } })
  const tally = new LedgerTally()
  for (const movement of [stated, published]) tally.add(movement)
  const [first, second] = tally.result()

  it('never merges them', () => {
    expect([first, second].map((one) => [one?.source, one?.paidUsd])).toEqual([
      ['landmine-monitor', 4_925_345_300],
      ['government', 4_300_000_000],
    ])
  })

  it('sets them side by side, donor by donor, with the difference and its explanation', () => {
    if (!first || !second) throw new Error('two sources')
    const sides = reconcile(first, second, [{ donor: 'korea', text: 'paid through UNDP' }])
    expect(sides.difference).toBe(625_345_300)
    expect(
      sides.donors.map(({ id, paidUsd, difference, explanation }) => [id, paidUsd, difference, explanation]),
    ).toEqual([
      ['ireland', [4_925_345_300, 0], 4_925_345_300, ''],
      ['korea', [0, 4_300_000_000], -4_300_000_000, 'paid through UNDP'],
    ])
    expect(ledgerNotes([sides], [], 0, new Map())).toEqual([
      '2026: US$ 49,253,453 according to the Landmine Monitor, US$ 43,000,000 according to the government; difference US$ 6,253,453: Ireland US$ 49,253,453 (not explained yet); Korea US$ −43,000,000 (paid through UNDP).',
    ])
  })

  it('names what was explained where not all donors can be named, and counts the rest', () => {
    if (!first || !second) throw new Error('two sources')
    const sides = reconcile(first, second, [{ donor: 'korea', text: 'paid through UNDP' }])
    const [ireland, korea] = sides.donors
    if (!ireland || !korea) throw new Error('two donors')
    const noteOf = (others: number) => {
      const donors = [...Array.from({ length: others }, (_, n) => ({ ...ireland, name: `Donor ${n}` })), korea]
      return ledgerNotes([{ ...sides, donors }], [], 0, new Map())[0] ?? ''
    }
    expect(noteOf(4)).toMatch(/: Donor 0 .*Korea/)
    expect(noteOf(5)).toMatch(/: Korea US\$ −43,000,000 \(paid through UNDP\); Donor 0 .*; and 1 more donor\.$/)
    expect(noteOf(7)).toMatch(/; and 3 more donors\.$/)
  })

  it('says of an explanation which difference it was written for, once that is another one or has turned its sign', () => {
    if (!first || !second) throw new Error('two sources')
    const noteOf = (difference?: number) =>
      ledgerNotes(
        [reconcile(first, second, [{ donor: 'korea', text: 'paid through UNDP', difference }])],
        [],
        0,
        new Map(),
      )
    // The government's name comes first in the alphabet: it tells of US$ 43,000,000 more.
    for (const same of [undefined, 4_300_000_000]) expect(noteOf(same)[0]).toContain('(paid through UNDP).')
    expect(noteOf(-4_300_000_000)[0]).toContain(
      'Korea US$ −43,000,000 (paid through UNDP; said of a difference of US$ 43,000,000, which changed since).',
    )
    expect(noteOf(100_000_000)[0]).toContain('said of a difference of US$ −1,000,000, which')
  })

  it('names every correction since the earliest year shown, several of one contribution as one, with who made them and why', () => {
    const one = { ...reversalOf(movementOf(), 2), reason: 'wrong currency' }
    const later = { ...one, seq: 4, date: '2025-05-01', reason: 'wrong day', recordedAt: '2027-01-01T00:00:00.000Z' }
    const names = new Map([[one.recordedBy, 'Aoife Brennan']])
    const others = Array.from({ length: 7 }, (_, n) => ({ ...one, contribution: `other-${n}`, title: `Other ${n}` }))
    const unseen = { ...one, contribution: 'old', date: '2019-05-01' }
    const notes = ledgerNotes([], [one, later, ...others, unseen], 2025, names)
    expect([notes.length, notes[0]]).toEqual([
      8,
      'Corrected in the ledger by Aoife Brennan: Ireland, Clearance in Khammouane, 2025, 2026. Reason: wrong day; before that wrong currency',
    ])
  })

  it('does not repeat donor and year where the title of what was corrected says them', () => {
    const one = {
      ...reversalOf(movementOf(), 2),
      title: 'Ireland, 2026',
      reason: 'wrong currency',
      recordedBy: 'a bank',
    }
    expect(ledgerNotes([], [one], 0, new Map())).toEqual([
      'Corrected in the ledger by a bank: Ireland, 2026. Reason: wrong currency',
    ])
  })
})

describe('change on the year before', () => {
  it('is a difference and a share, and no share of nothing', () => {
    expect(changeOn({ paidUsd: 4_200_681_800 }, { paidUsd: 5_142_111_400 })).toEqual({
      usdCents: 941_429_600,
      share: 0.224113523666,
    })
    expect(changeOn({ paidUsd: 0 }, { paidUsd: 5 })).toEqual({ usdCents: 5 })
    expect(changeOn(undefined, { paidUsd: 5 })).toBeUndefined()
  })
})

describe('the need of twelve months', () => {
  const on = (date: string, type: Movement['type'], usdCents: number, contribution: string) =>
    movementOf({
      date,
      type,
      usdCents,
      contribution,
      amount: { minor: usdCents, currency: 'USD' },
      pillars: [{ pillar: 'clearance', percent: 100 }],
    })

  const NEED = { report: 'r', from: '2026-07-01', unknown: [], usdCents: new Map([['Survey and clearance', 1000]]) }
  const gapsOf = (movements: readonly Movement[]) => {
    const tally = new GapTally(NEED)
    for (const movement of movements) tally.add(movement)
    return tally.result()
  }

  it('less what is paid and committed is the gap; pledges stand apart, other months count elsewhere', () => {
    const [gap, ...others] = gapsOf([
      on('2026-08-01', 'disbursement', 300, 'a'),
      on('2026-06-30', 'disbursement', 999, 'b'),
      on('2027-06-30', 'commitment', 200, 'c'),
      on('2027-07-01', 'commitment', 50, 'd'),
      on('2027-07-01', 'disbursement', 70, 'h'),
      on('2026-12-01', 'pledge', 400, 'e'),
      { ...on('2026-12-01', 'disbursement', 40, 'f'), pillars: { notDisaggregated: [] } },
      { ...on('2026-12-01', 'disbursement', 40, 'g'), parent: 'f' },
    ])
    expect(others).toEqual([])
    expect([gap?.from, gap?.until]).toEqual(['2026-07-01', '2027-06-30'])
    expect(gap?.pillars).toEqual([
      { pillar: NOT_STATED, needUsd: 0, paidUsd: 40, committedUsd: 0, pledgedUsd: 0, gapUsd: 0 },
      { pillar: 'Survey and clearance', needUsd: 1000, paidUsd: 300, committedUsd: 200, pledgedUsd: 400, gapUsd: 500 },
    ])
    expect(gap?.total.gapUsd).toBe(500)
  })

  const to = (pillar: string, usdCents: number) => ({
    ...on('2026-08-01', 'disbursement', usdCents, pillar),
    pillars: pillar === '' ? { notDisaggregated: [] } : [{ pillar, percent: 100 }],
  })
  const needing = (needs: Record<string, number>, movements: readonly Movement[], unknown: readonly string[] = []) => {
    const tally = new GapTally({ ...NEED, unknown, usdCents: new Map(Object.entries(needs)) })
    for (const movement of movements) tally.add(movement)
    const [gap] = tally.result()
    if (!gap) throw new Error('no gap')
    return gap
  }

  it('of one pillar is not met by what another has beyond its own; that is shown as such', () => {
    const gap = needing({ 'Risk education': 100, 'Victim assistance': 200 }, [to('Risk education', 500)])
    expect(gap.pillars.map(({ gapUsd }) => gapUsd)).toEqual([0, 200])
    expect(gap.pillars.map((line) => surplusOf(gap, line))).toEqual([400, 0])
    expect(gap.total.gapUsd).toBe(200)
    expect(lackInWords(gap)).toBe('US$ 2')
  })

  it('is not met by money that names no pillar, which says what it would come to', () => {
    const movements = [to('', 50_000), to('Victim assistance', 10_000)]
    const gap = needing({ 'Victim assistance': 100_000 }, movements)
    expect([gap.total.gapUsd, unassignedIn(gap), ...gap.pillars.map((line) => surplusOf(gap, line))]).toEqual([
      90_000, 50_000, 0, 0,
    ])
    expect(lackInWords(gap)).toBe('US$ 900 (US$ 400 if all of the US$ 500 that name no pillar go where money lacks)')
    expect(lackInWords(needing({ 'Victim assistance': 60_000 }, movements))).toContain('(nothing if all of')
    expect(unassignedInWords(needing({ 'Victim assistance': 100 }, [to('Victim assistance', 100)]))).toBe('')
  })

  it('that names no pillar is met by money that names none alone', () => {
    const gap = needing({ '': 300 }, [to('', 100), to('Risk education', 500)])
    expect([gap.total.gapUsd, unassignedIn(gap)]).toEqual([200, 0])
  })

  it('that was not available leaves open whether there is more than needed', () => {
    const gap = needing({}, [to('Risk education', 500)], ['Risk education'])
    expect(gap.pillars.map((line) => surplusOf(gap, line))).toEqual([0])
  })

  it('leaves gaps that are never below nothing and add up to the whole, whatever is needed and secured', () => {
    const pillar = fc.constantFrom('', 'Survey and clearance', 'Risk education', 'Victim assistance')
    const sums = fc.array(fc.tuple(pillar, fc.nat(1_000_000)), { maxLength: 12 })
    fc.assert(
      fc.property(sums, sums, (needs, secured) => {
        const gap = needing(
          Object.fromEntries(needs),
          secured.map(([of, cents], index) => ({ ...to(of, cents), contribution: `c${index}` })),
        )
        const { total, pillars } = gap
        expect(Math.min(0, ...pillars.map(({ gapUsd }) => gapUsd))).toBe(0)
        expect(total.gapUsd).toBe(pillars.reduce((sum, { gapUsd }) => sum + gapUsd, 0))
        const beyond = pillars.reduce((sum, line) => sum + surplusOf(gap, line), unassignedIn(gap))
        expect(total.needUsd - total.paidUsd - total.committedUsd).toBe(total.gapUsd - beyond)
      }),
    )
  })

  it('is set against each source by itself, and against nothing where nobody knows of money in these months', () => {
    const stated = { ...on('2026-08-01', 'disbursement', 900, 'a'), source: 'government' as const }
    const gaps = gapsOf([on('2026-08-01', 'disbursement', 300, 'a'), stated])
    expect(gaps.map(({ source, total }) => [source, total.gapUsd])).toEqual([
      ['government', 100],
      ['donor', 700],
    ])
    expect(gapsOf([on('2020-01-01', 'disbursement', 300, 'a')]).map(({ source, total }) => [source, total])).toEqual([
      ['', { pillar: '', needUsd: 1000, paidUsd: 0, committedUsd: 0, pledgedUsd: 0, gapUsd: 1000 }],
    ])
  })

  it('is what the latest report that states one says, by pillar, for the twelve months after its quarter', () => {
    const need = (amount: unknown, pillar = 'survey-clearance') => ({ kind: 'need', pillar, amount })
    const report = (round: string, rows: readonly object[]) => {
      const some = surveyReport([])
      return { ...some, round, twg: NEED_TWG, content: { ...some.content, rows } } as TwgReport
    }
    const unknown = { notAvailable: 'the budget is not approved' }
    const stated = report('2026-Q1', [need(1000), need(500), need(unknown, 'risk-education'), { kind: 'topic' }])
    expect(needIn([undefined, report('2026-Q2', [{ kind: 'topic' }]), stated, report('2025-Q4', [need(1)])])).toEqual({
      report: `2026-Q1/${NEED_TWG}/v1`,
      from: '2026-04-01',
      usdCents: new Map([['Survey and clearance', 150_000]]),
      unknown: ['Risk education'],
    })
    expect(needIn([undefined])).toBeUndefined()
  })

  it('knows a pillar by what else it is called', () => {
    const called = {
      'Survey and clearance': ['clearance', 'Survey', 'survey & clearance', 'Survey and Clearance', 'Land release'],
      'Victim assistance': ['Victim Assistance', 'victim-assistance'],
      'Risk education': ['EORE', 'MRE', 'mine risk education', 'risk-education'],
      'Information management': ['information management'],
      'Coordination and capacity': ['coordination', 'capacity-building', 'coordination and capacity'],
      // What nobody knows stays as it was called.
      'Advocacy, gender': ['Advocacy, gender'],
      constructor: ['constructor'],
    }
    for (const [pillar, names] of Object.entries(called))
      expect(names.map(pillarNamed)).toEqual(names.map(() => pillar))
  })
})
