import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LedgerTally } from '#shared/domain/ledger/analysis/funding.ts'
import { analyseYear } from '#shared/domain/ledger/analysis/year.ts'
import { correctionOf, withdrawalOf } from '#shared/domain/ledger/correct.ts'
import { isKnownAt, type Movement, standing } from '#shared/domain/ledger/movement.ts'
import { type NewContribution, type NewMovement, recorded } from '#shared/domain/ledger/new-contribution.ts'
import { readContribution } from '#shared/domain/ledger/read-contribution.ts'
import { typeOut } from '#shared/domain/ledger/type-out.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'

const by = { actor: 'contact/aoife', name: 'Aoife' }
const recording = { at: '2026-05-02T01:00:00.000Z', by }
const why = { reason: 'the bank had the wrong rate', at: '2026-06-01T01:00:00.000Z', by }

const contributionOf = (usd: readonly number[], donor = 'ireland'): NewContribution => ({
  contribution: {
    donor: { id: donor, name: donor },
    title: 'Clearance',
    recipient: 'MAG',
    implementers: [],
    pillars: { notDisaggregated: [] },
    form: 'financial',
    provinces: [],
    earmarking: 'not-stated',
    reference: '',
    evidence: '',
    parent: '',
    source: 'donor',
    note: '',
  },
  movements: usd.map((minor) => ({
    type: 'disbursement',
    date: '2026-05-01',
    precision: 'day',
    amount: { minor, currency: 'USD' },
    usdCents: minor,
    usdBasis: { published: 'donor' },
  })),
})

const analysed = (movements: Parameters<typeof analyseYear>[1]) => analyseYear(2026, movements)

describe('the form of a contribution', () => {
  it('read again unchanged is the same contribution, published and computed US$ alike', () => {
    const { contribution, movements } = contributionOf([100])
    const rate = { rate: '1.0534', direction: 'usd-per-unit', source: 'ECB', date: '2026-05-01' } as const
    const full: NewContribution = {
      contribution: {
        ...contribution,
        implementers: ['UXO Lao', 'HI'],
        pillars: [
          { pillar: 'clearance', percent: 66.67 },
          { pillar: 'risk education', percent: 33.33 },
        ],
        provinces: ['01', '09'],
        earmarking: 'earmarked',
        evidence: 'https://example.org/a?b=1',
      },
      movements: [
        ...movements,
        {
          type: 'commitment',
          date: '2026-12-31',
          precision: 'year',
          amount: { minor: 12_345, currency: 'EUR' },
          usdCents: 13_004,
          usdBasis: rate,
        },
      ],
    }
    const again = readContribution(typeOut(full.contribution, full.movements), laoUxo, '2026-06-01')
    expect(again).toEqual({ contribution: full })
  })

  it('leaves the US$ of an amount in US$ empty, so that one figure is to be corrected', () => {
    const { contribution, movements } = contributionOf([100])
    expect(typeOut(contribution, movements).movements.map(({ amount, usd }) => [amount, usd])).toEqual([['1.00', '']])
  })

  it('keeps names with semicolons, quotes and numbers in them', () => {
    const word = fc
      .string({ unit: fc.constantFrom('a', 'Ž', ' ', ';', '"', '2', '0', '%', ':'), minLength: 1, maxLength: 12 })
      .map((text) => text.trim())
      .filter((text) => text !== '')
    const split = fc.tuple(word, word).map(([a, b]) => [
      { pillar: a, percent: 12.5 },
      { pillar: b, percent: 87.5 },
    ])
    const pillars = fc.oneof(
      split,
      fc.array(word, { maxLength: 3 }).map((names) => ({ notDisaggregated: names })),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 3 }), pillars, (implementers, pillars) => {
        const { contribution, movements } = contributionOf([100])
        const again = readContribution(
          typeOut({ ...contribution, implementers, pillars }, movements),
          laoUxo,
          '2026-06-01',
        )
        expect(again).toMatchObject({ contribution: { contribution: { implementers, pillars } } })
      }),
    )
  })
})

describe('a correction', () => {
  it('appends: one movement is taken back, another stands in for it, the rest stays', () => {
    const { contribution, movements } = recorded('c', contributionOf([100, 200]), recording)
    const { append, reversed, added, facts } = correctionOf(contribution, movements, contributionOf([100, 250]), why)
    expect([reversed, added, facts]).toEqual([1, 1, []])
    expect(append).toEqual([
      expect.objectContaining({ seq: 3, type: 'correction', usdCents: -200, reverses: 2, reason: why.reason }),
      expect.objectContaining({ seq: 4, type: 'disbursement', usdCents: 250, replaces: 2, recordedBy: by.actor }),
    ])
  })

  it('of a fact that movements repeat takes all of them back and records them anew', () => {
    const { contribution, movements } = recorded('c', contributionOf([100, 200]), recording)
    const { append, facts } = correctionOf(contribution, movements, contributionOf([100, 200], 'canada'), why)
    expect(facts).toEqual([{ fact: 'donor', from: 'ireland', to: 'canada' }])
    expect(append.map(({ donor, usdCents }) => [donor.id, usdCents])).toEqual([
      ['ireland', -100],
      ['ireland', -200],
      ['canada', 100],
      ['canada', 200],
    ])
  })

  it('of a note touches no money', () => {
    const { contribution, movements } = recorded('c', contributionOf([100]), recording)
    const wanted = contributionOf([100])
    const noted = { ...wanted, contribution: { ...wanted.contribution, note: 'agreed in Vientiane' } }
    expect(correctionOf(contribution, movements, noted, why)).toMatchObject({ append: [], reversed: 0, added: 0 })
  })

  it('that only adds takes nothing back', () => {
    const { contribution, movements } = recorded('c', contributionOf([100]), recording)
    const { reversed, added } = correctionOf(contribution, movements, contributionOf([100, 50]), why)
    expect([reversed, added]).toEqual([0, 1])
  })

  it('restates what stands when a further tranche makes the agreement one of several years, and withdraws nothing', () => {
    const tranche = (year: string) => ({
      ...contributionOf([100]).movements[0],
      type: 'commitment',
      date: `${year}-01-15`,
    })
    const agreed = (...years: string[]) => ({ ...contributionOf([]), movements: years.map(tranche) }) as NewContribution
    const { contribution, movements } = recorded('c', agreed('2026'), recording)
    const { append, withdrawn } = correctionOf(contribution, movements, agreed('2026', '2027'), { ...why, reason: '' })
    expect(withdrawn).toBe(0)
    expect(append.map(({ type, multiYear }) => [type, multiYear])).toEqual([
      ['correction', false],
      ['commitment', true],
      ['commitment', true],
    ])
    expect(append[0]?.reason).toContain('more than one year')
  })

  it('of any movements in any currencies returns the totals to what they were, with what is committed and not paid', () => {
    const step = fc.record({
      type: fc.constantFrom('commitment', 'disbursement', 'pledge'),
      year: fc.constantFrom('2025', '2026'),
      currency: fc.constantFrom('EUR', 'USD', 'JPY'),
      minor: fc.integer({ min: 1, max: 900 }),
      usdCents: fc.integer({ min: 1, max: 900 }),
    })
    type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
    const agreed: Step = { type: 'commitment', year: '2025', currency: 'EUR', minor: 100, usdCents: 120 }
    const inDollars: Step = { type: 'disbursement', year: '2025', currency: 'USD', minor: 10, usdCents: 10 }
    const inEuros: Step = { type: 'disbursement', year: '2025', currency: 'EUR', minor: 50, usdCents: 50 }
    const kept = fc.array(step, { minLength: 1, maxLength: 4 })
    const others = fc.array(step, { maxLength: 2 })
    const contributionIn = (steps: readonly Step[]) =>
      ({
        ...contributionOf([]),
        movements: steps.map(({ type, year, currency, minor, usdCents }) => ({
          type,
          date: `${year}-05-01`,
          precision: 'day',
          amount: { minor, currency },
          usdCents: currency === 'USD' ? minor : usdCents,
          usdBasis: { published: 'donor' },
        })),
      }) as NewContribution
    const totals = (movements: readonly Movement[]) => {
      const tally = new LedgerTally()
      for (const movement of movements) tally.add(movement)
      return tally.result()
    }
    fc.assert(
      fc.property(kept, others, others, (stays, goes, comes) => {
        const [first, second] = [
          [...stays, ...goes],
          [...stays, ...comes],
        ]
        const was = recorded('c', contributionIn(first), recording)
        const once = correctionOf(was.contribution, was.movements, contributionIn(second), why)
        const movements = [...was.movements, ...once.append]
        expect(totals(movements)).toEqual(totals(recorded('c', contributionIn(second), recording).movements))
        const back = correctionOf(once.contribution, movements, contributionIn(first), why)
        expect(totals([...movements, ...back.append])).toEqual(totals(was.movements))
      }),
      { examples: [[[agreed, inEuros], [inDollars], []]] },
    )
  })

  it('leaves the ledger as if the corrected contribution had been recorded at once, and can itself be corrected', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 })
    const donors = fc.constantFrom('ireland', 'canada')
    fc.assert(
      fc.property(amounts, amounts, donors, (first, second, donor) => {
        const was = recorded('c', contributionOf(first), recording)
        const once = correctionOf(was.contribution, was.movements, contributionOf(second, donor), why)
        const movements = [...was.movements, ...once.append]
        const wanted = recorded('c', contributionOf(second, donor), recording).movements
        expect(analysed(movements)).toEqual(analysed(wanted))
        expect(new Set(movements.map(({ seq }) => seq)).size).toBe(movements.length)
        expect(
          standing(movements)
            .map(({ usdCents }) => usdCents)
            .toSorted(),
        ).toEqual([...second].toSorted())
        const back = correctionOf(once.contribution, movements, contributionOf(first), why)
        expect(analysed([...movements, ...back.append])).toEqual(analysed(was.movements))
      }),
    )
  })
})

describe('what a correction records anew', () => {
  type Step = readonly [date: string, minor: number, type?: NewMovement['type'], currency?: string]
  const steps = (of: readonly Step[], donor?: string): NewContribution => ({
    ...contributionOf([], donor),
    movements: of.map(([date, minor, type = 'disbursement', currency = 'USD']) => ({
      type,
      date,
      precision: 'day',
      amount: { minor, currency },
      usdCents: minor,
      usdBasis: { published: 'donor' },
    })),
  })
  const january: Step = ['2026-01-10', 100]
  const may: Step = ['2026-05-10', 900]
  const on = (day: string) => ({ at: `${day}T01:00:00.000Z`, by, reason: why.reason })

  /** Recorded on 1 February, with more on 11 May, and corrected in June; its movements and those that are recorded anew. */
  const corrected = (first: readonly Step[], more: readonly Step[], wanted: readonly Step[], donor?: string) => {
    const begun = recorded('c', steps(first), on('2026-02-01'))
    const grown = correctionOf(begun.contribution, begun.movements, steps([...first, ...more]), on('2026-05-11'))
    const all = [...begun.movements, ...grown.append]
    const { append } = correctionOf(grown.contribution, all, steps(wanted, donor), on('2026-06-01'))
    return { movements: [...all, ...append], anew: append.filter(({ type }) => type !== 'correction') }
  }
  const replaced = ({ anew }: ReturnType<typeof corrected>) =>
    anew.map(({ usdCents, replaces }) => [usdCents, replaces])
  /** What a brief of 1 March says once it is corrected. */
  const paidAsOfMarch = ({ movements }: { readonly movements: readonly Movement[] }) => {
    const moment = { asOf: '2026-03-01T00:00:00.000Z', correctedUntil: '2026-12-01T00:00:00.000Z' }
    return analysed(movements.filter((movement) => isKnownAt(movement, moment))).paidUsd
  }

  it('stands in for what it is like: a payment recorded later puts nothing into a brief from before it', () => {
    const dropped = corrected([january], [may], [['2026-05-10', 950]])
    expect([replaced(dropped), paidAsOfMarch(dropped)]).toEqual([[[950, 2]], 0])
    const toCanada = corrected([january], [may], [may], 'canada')
    expect([replaced(toCanada), paidAsOfMarch(toCanada)]).toEqual([[[900, 2]], 0])
    const inAnotherOrder = corrected([january], [may], [may, january], 'canada')
    expect([replaced(inAnotherOrder), paidAsOfMarch(inAnotherOrder)]).toEqual([
      [
        [900, 2],
        [100, 1],
      ],
      100,
    ])
  })

  it('is known by its amount where days were wrong, and by its day where the amount was', () => {
    const moved = corrected(
      [january],
      [may],
      [
        ['2026-05-10', 100],
        ['2026-06-10', 900],
      ],
    )
    expect(replaced(moved)).toEqual([
      [100, 1],
      [900, 2],
    ])
    expect(
      replaced(
        corrected(
          [january],
          [may],
          [
            ['2026-05-10', 800],
            ['2026-01-10', 90],
          ],
        ),
      ),
    ).toEqual([
      [800, 2],
      [90, 1],
    ])
  })

  it('is new where nothing was wrong that it could stand in for', () => {
    const further = corrected([january], [], [['2026-01-10', 110], may])
    expect([replaced(further), paidAsOfMarch(further)]).toEqual([
      [
        [110, 1],
        [900, undefined],
      ],
      110,
    ])
    const committed = corrected([['2026-01-10', 100, 'commitment']], [], [may])
    expect(replaced(committed)).toEqual([[900, undefined]])
  })

  it('corrects what it counted as, where the day or the amount tells that it is the same money', () => {
    expect(replaced(corrected([['2026-01-10', 100, 'commitment']], [], [['2026-02-10', 100]]))).toEqual([[100, 1]])
    expect(replaced(corrected([['2026-01-10', 100, 'commitment']], [], [['2026-01-10', 90]]))).toEqual([[90, 1]])
  })

  it('is part of what was wrong where one payment was several, none of them later', () => {
    const split = corrected(
      [['2026-01-31', 100]],
      [],
      [
        ['2026-01-31', 60],
        ['2026-01-15', 40],
      ],
    )
    expect([replaced(split), paidAsOfMarch(split)]).toEqual([
      [
        [60, 1],
        [40, 1],
      ],
      100,
    ])
  })

  it('after a withdrawal stands in for what was taken back, known since that was recorded', () => {
    const { movements } = corrected([january], [may], [january, may])
    const { contribution } = recorded('c', steps([january, may]), on('2026-02-01'))
    const withdrawn = withdrawalOf(contribution, movements, on('2026-06-01'))
    const all = [...movements, ...withdrawn.append]
    const wanted = steps([may, january, ['2026-06-10', 7]])
    const { append, contribution: restored } = correctionOf(withdrawn.contribution, all, wanted, on('2026-07-01'))
    expect(append.map(({ usdCents, replaces, reason, restores }) => [usdCents, replaces, reason, restores])).toEqual([
      [900, 2, why.reason, true],
      [100, 1, why.reason, true],
      [7, undefined, why.reason, true],
    ])
    expect(paidAsOfMarch({ movements: [...all, ...append] })).toBe(100)
    const later = correctionOf(restored, [...all, ...append], steps([january]), on('2026-08-01'))
    expect(later.append.map(({ restores }) => restores)).toEqual([undefined, undefined])
  })
})
