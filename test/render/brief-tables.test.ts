import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FundingYear } from '#shared/domain/briefs/model.ts'
import { fundingTable, gapTable } from '#shared/render/pdf/funding-table.ts'
import { indicatorTable } from '#shared/render/pdf/indicator-table.ts'
import { ledgerAnnex } from '#shared/render/pdf/ledger-annex.ts'
import { twgSheet } from '#shared/render/pdf/twg-sheet.ts'
import { figure, indicators, swgModel, twgModel } from '../fixtures/briefs.ts'

const line = indicators[0]
if (!line) throw new Error('the sample has no indicators')
const year = swgModel.funding[0]
if (!year) throw new Error('the sample has no funding')
const texts = (row: { cells: readonly { text: string }[] } | undefined) => row?.cells.map(({ text }) => text)

describe('the table of indicators', () => {
  it('shows a line in hectares as soon as one of its areas reaches a hectare', () => {
    const area = {
      ...line,
      unit: 'm²',
      quarter: figure(9_999),
      previous: figure(25_000),
      lastYear: figure(100),
      yearToDate: figure(0),
    }
    const { rows } = indicatorTable([area, { ...area, previous: figure(9_000) }])
    expect(rows[0]).toMatchObject({ unit: 'ha' })
    expect(texts(rows[0])).toEqual(['1.0', '2.5', '< 0.1', '0.0', '–', '–'])
    expect(rows[1]).toMatchObject({ unit: 'm²' })
    expect(texts(rows[1])?.slice(0, 2)).toEqual(['9,999', '9,000'])
  })

  it('keeps a figure that is not available apart from zero', () => {
    const { rows } = indicatorTable([
      { ...line, quarter: figure(undefined, 3), yearToDate: figure(undefined), target: 100 },
    ])
    expect(texts(rows[0])).toEqual(['n/a', '198', '187', 'n/a', '100', 'n/a'])
  })

  it('says below the table what a sum leaves out, also where it is measured against the target', () => {
    const { rows, notes } = indicatorTable([{ ...line, quarter: figure(5, 2), yearToDate: figure(50, 1), target: 200 }])
    expect(rows[0]?.cells.map(({ text, mark }) => text + mark)).toEqual(['5b', '198', '187', '50a', '200', '25.0 %a'])
    expect(notes).toEqual([
      { mark: 'a', text: 'leaves out 1 figure not available' },
      { mark: 'b', text: 'leaves out 2 figures not available' },
    ])
  })
})

describe('the table of provinces', () => {
  it('draws the last area column, each bar a share of the longest', () => {
    const [table] = twgSheet({ version: 1 }, twgModel, 'Asia/Vientiane').provinces
    expect(table?.barred).toBe('Area cleared')
    expect(table?.rows.map(({ bar }) => bar.toFixed(2))).toEqual(['1.00', '0.74', '0.39', '0.30', '0.17', '0.00'])
    expect(table?.columns[1]).toEqual({ label: 'Area cleared', unit: 'ha' })
  })
})

describe('the table of funding', () => {
  it('shows whole dollars, shares, and pledges apart from the totals', () => {
    const table = fundingTable(year)
    expect(table.rows[0]).toMatchObject({ donor: 'United States', paid: '45,004,000', share: '87.5 %', committed: '–' })
    expect(table.total).toEqual({ paid: '51,421,114', committed: '1,200,000' })
    expect(table.pledged).toBe('Pledged and in no total: US$ 3,000,000.')
  })

  it('reads the concentration out in one sentence', () => {
    expect(fundingTable(year).concentration).toBe(
      '6 donors; the largest, United States, paid 87.5 %. HHI 0.7704: as concentrated as if 1.3 donors of equal size had paid everything.',
    )
  })

  it('says whether the money is predictable, and sets the need against what is secured', () => {
    expect(fundingTable(year).predictability).toBe(
      'US$ 9,414,296 (22.4 %) more than in 2021. Agreements of more than one year: 35.0 % of what is paid and committed.',
    )
    expect(fundingTable({ ...year, change: { usdCents: -100 } }).predictability).toMatch(/^US\$ 1 less than in 2021\./)
    const { change: _, ...unknown } = year
    expect(fundingTable(unknown).predictability).toMatch(/^What was paid in 2021 is not known\./)
    const [gap] = swgModel.gaps
    if (!gap) throw new Error('the sample has no gap')
    expect(gapTable(gap).total).toMatchObject({ need: '45,000,000', gap: '25,000,000', pledged: '3,000,000' })
  })

  it('names what nobody stated, and leaves a share of nothing open', () => {
    expect(fundingTable(year).pillars.map(({ pillar, share }) => [pillar, share])).toEqual([
      ['Survey and clearance', '77.8 %'],
      ['Not stated or not disaggregated', '22.2 %'],
    ])
    const [pillar] = year.pillars
    if (!pillar) throw new Error('the sample has no pillar')
    const unpaid = fundingTable({ ...year, pillars: [{ ...pillar, paidUsd: 0, share: 0 }] })
    expect(unpaid.pillars[0]).toMatchObject({ paid: '–', share: '–', committed: '1,200,000' })
    const [gap] = swgModel.gaps
    if (!gap) throw new Error('the sample has no gap')
    expect(gapTable(gap).source).toBe('Secured, as stated by the Landmine Monitor')
    const unstated = gapTable({ ...gap, source: '', pillars: [{ ...gap.total, pillar: '' }] })
    expect(unstated.source).toBe('Nothing is recorded for these months')
    expect(unstated.rows[0]).toMatchObject({ pillar: 'Not stated or not disaggregated', need: '45,000,000' })
  })

  it('says of one donor that it paid everything, and counts none that only promised', () => {
    const [largest, second] = year.donors
    if (!largest || !second) throw new Error('the sample has no donors')
    const promised = { ...second, paidUsd: 0, share: 0 }
    const one = fundingTable({ ...year, donors: [largest, promised], hhi: 1, largestShare: 1 })
    expect(one.concentration).toBe('One donor, United States, paid everything (HHI 1.0000).')
    expect(one.rows[1]).toMatchObject({ paid: '–', share: '–', committed: '1,200,000' })
  })

  it('says that nothing changed', () => {
    expect(fundingTable({ ...year, change: { usdCents: 0, share: 0 } }).predictability).toMatch(/^As much as in 2021\./)
  })

  it('does not invent a concentration where nothing was paid', () => {
    const { hhi: _, largestShare: __, multiYearShare: ___, ...stated } = year
    const none: FundingYear = { ...stated, paidUsd: 0, donors: [] }
    expect(fundingTable(none).concentration).toBe('No payment of 2022 is recorded.')
    expect(fundingTable(none).predictability).not.toContain('more than one year')
  })

  it('never loses a dollar in print', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), (dollars) => {
        const { total } = fundingTable({ ...year, paidUsd: dollars * 100 })
        expect(Number(total.paid.replaceAll(',', ''))).toBe(dollars)
      }),
    )
  })
})

const WEB = 'https://secretariat.example'

describe('the annex of movements', () => {
  it('tells a day from a year alone, money from what is given in kind, and how many smaller ones there are; a movement leads to its contribution', () => {
    const [annexed] = swgModel.ledger
    if (!annexed) throw new Error('the sample has no annex')
    const { rows, others } = ledgerAnnex(annexed, WEB)
    expect(rows.map(({ date, kind, recipient }) => [date, kind, recipient.slice(0, 8)])).toEqual([
      ['2022', 'Paid', 'Ministry'],
      ['30 June 2022', 'Committed, in kind', '–'],
    ])
    expect(others).toBe('The largest 2; 12 smaller ones stand in the ledger.')
    expect(ledgerAnnex({ ...annexed, others: 0 }, WEB).others).toBe('')
    expect(rows.map(({ link }) => link)).toEqual([`${WEB}/funding/contributions/01JX0000000000000000000001`, ''])
  })
})
