import { describe, expect, it } from 'vitest'
import { EXPORT_COLUMNS } from '#shared/domain/ledger/export-columns.ts'
import { MOVEMENT_COLUMNS } from '#shared/domain/ledger/import/movement-table.ts'
import { readImport } from '#shared/domain/ledger/import/read-import.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'

const about = { source: 'donor', sector: laoUxo, today: '2026-06-01' } as const
const rows = (...own: Record<string, string>[]) =>
  [
    MOVEMENT_COLUMNS.join(','),
    ...own.map((row) => MOVEMENT_COLUMNS.map((column) => `"${row[column] ?? ''}"`).join(',')),
  ].join('\n')
const paid = {
  key: 'A',
  donor: 'Ireland',
  title: 'Clearance',
  type: 'disbursement',
  date: '2026-03-02',
  amount: '500000',
  currency: 'EUR',
  rate: '1.0534',
  rate_direction: 'usd-per-unit',
  rate_source: 'ECB',
  rate_date: '2026-03-02',
}
const mistakesIn = (csv: string) => {
  const read = readImport(csv, about)
  return 'mistakes' in read ? read.mistakes.map(({ line, column, message }) => `${line} ${column}: ${message}`) : []
}

describe('a file of dated movements', () => {
  it('makes one contribution of the rows with one key; the first states the facts', () => {
    const tranches = ['2026', '2027'].map((year) => ({
      ...paid,
      type: 'commitment',
      date: `${year}-01-15`,
      total: '1,000,000',
    }))
    const read = readImport(
      rows(
        { ...tranches[0], pillars: 'clearance 60; risk education 40', provinces: 'Xiengkhuang; 01' },
        { key: 'A', ...{ ...tranches[1], donor: '', title: '' } },
      ),
      about,
    )
    if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
    expect(read.contributions).toHaveLength(1)
    const [one] = read.contributions
    expect(one?.contribution.contribution).toMatchObject({
      donor: { id: 'ireland' },
      pillars: [
        { pillar: 'clearance', percent: 60 },
        { pillar: 'risk education', percent: 40 },
      ],
    })
    expect(one?.contribution.movements.map(({ date, usdCents, usdBasis }) => [date, usdCents, usdBasis])).toEqual(
      ['2026', '2027'].map((year) => [
        `${year}-01-15`,
        52_670_000,
        { rate: '1.0534', direction: 'usd-per-unit', source: 'ECB', date: '2026-03-02' },
      ]),
    )
  })

  it('lists every mistake by row and column', () => {
    expect(
      mistakesIn(
        rows(
          { ...paid, date: '2569-03-02', pillars: 'clearance 60; risk education 30' },
          { ...paid, key: 'B', amount: '12.345', currency: 'EUR', type: 'gift', rate_direction: 'upwards' },
          {
            ...paid,
            key: 'C',
            date: '2026-06-02',
            donor: 'Ire\u202eland',
            provinces: 'Atlantis',
            evidence: 'javascript:alert(1)',
          },
          { ...paid, key: 'D', total: '9' },
          { ...paid, key: 'D', title: 'Something else', amount: '-1' },
          { ...paid, key: '', donor: '', type: 'gift', evidence: 'x' },
          { ...paid, key: 'E', total: 'much', date: '2026-13-01' },
        ),
      ),
    ).toEqual([
      '2 pillars: The percentages do not add up to 100',
      '2 date: 2569 is a year of the Buddhist era: enter 2 March 2026 if that is the day you mean',
      '3 type: Choose pledge, commitment or disbursement',
      '3 amount: “12.345” is not an amount in EUR: write thousands with commas or not at all, and decimals after a point, such as 1,000.50 or 1000.50',
      '3 rate_direction: Choose usd-per-unit or units-per-usd',
      '4 donor: Holds control characters',
      '4 evidence: Enter a web address such as https://example.org/page',
      '4 provinces: “Atlantis” is not a province',
      '4 date: Nothing was disbursed in a time to come: 2026-06-02',
      '6 title: differs from row 5, which has the same key',
      '6 amount: “-1” is not an amount in EUR: it is negative',
      '7 key: is empty',
      '7 evidence: Enter a web address such as https://example.org/page',
      '7 type: Choose pledge, commitment or disbursement',
      expect.stringMatching(/^8 date: /),
      '8 total: “much” is not an amount',
    ])
  })

  it('names the row that a spreadsheet shows: a cell of several lines is one row, an empty line is one too', () => {
    const csv = rows(
      { ...paid, note: 'one\ntwo\nthree' },
      { ...paid, key: 'B', note: 'one\ntwo', amount: '-1' },
      { ...paid, key: 'C', amount: '-1' },
    )
    expect(mistakesIn(csv).map((mistake) => mistake.split(':')[0])).toEqual(['3 amount', '4 amount'])
    expect(mistakesIn(csv.replace('\n', '\n\n'))).toEqual([
      expect.stringMatching(/^4 amount/),
      expect.stringMatching(/^5 amount/),
    ])
    expect(mistakesIn(`${csv},one too many`)).toContainEqual(expect.stringMatching(/^4 : has \d+ columns/))
    expect(mistakesIn(`${csv}\n"open\nand\nnever closed`)).toEqual([expect.stringMatching(/^5 : has a quotation mark/)])
  })

  it('tells of a day how it may be written, and refuses one that can be read in two ways', () => {
    const paidOn = (date: string, rate_date = date) => mistakesIn(rows({ ...paid, date, rate_date }))
    for (const day of ['2026-03-31', '31 March 2026', '31/3/2026', '3/3/2026', '4.3.2026'])
      expect(paidOn(day)).toEqual([])
    expect(paidOn('2025', '2025-12-31')).toEqual([])
    const twice = (message: string) => [`2 date: ${message}`, `2 rate_date: ${message}`]
    expect(paidOn('3/4/2026')).toEqual(
      twice('“3/4/2026” can be 3 April 2026 or 4 March 2026: enter 2026-04-03 or 2026-03-04'),
    )
    for (const typed of ['3/4/26', '03-04-2569', '3/4/69', '໓/໔/໒໕໖໙'])
      expect(paidOn(typed)[0]).toContain('can be 3 April 2026 or 4 March 2026: enter 2026-04-03 or 2026-03-04')
    expect(paidOn('໒໐໒໕', '2025-12-31')).toEqual([])
    expect(paidOn('໒໕໖໘', '2025-12-31')[0]).toContain('enter 2025 if that is the year you mean')
    for (const none of ['', '45747', '2026-03-31 00:00'])
      expect(paidOn(none)).toEqual(twice('Enter a day such as 2026-03-31 or 31 March 2026'))
    expect(paidOn('31/3/26')).toEqual(
      twice('Write the year with four digits: enter 31 March 2026 if that is the day you mean'),
    )
    expect(paidOn('3/31/2026')).toEqual(
      twice('There is no such day as 3/31/2026: enter a day such as 2026-03-31 or 31 March 2026'),
    )
  })

  it('needs US$ or a rate, and takes both only where they agree', () => {
    expect(mistakesIn(rows({ ...paid, rate: '' }))).toEqual(['2 usd: Enter the amount in US$, or an exchange rate'])
    expect(mistakesIn(rows({ ...paid, usd: '5267000' }))).toEqual([
      '2 usd: Does not agree with the rate, which gives USD 526,700.00',
    ])
    expect(mistakesIn(rows({ ...paid, usd: '526,712.40' }))).toEqual([])
    expect(mistakesIn(rows({ ...paid, rate: '໑.໐໕໓໔' }))).toEqual([])
  })

  it('is refused by its first line when a column is missing or stands twice', () => {
    expect(mistakesIn('key,donor,title\nA,Ireland,x')).toEqual([
      '1 : columns type, date, amount, currency are missing: begin with a line of their names, cut by commas, semicolons or tabs',
    ])
    expect(mistakesIn('year,donor,donor,sectors,currency,amount,amount_usd_reported\n')).toEqual([
      '1 : column donor stands twice',
    ])
    expect(mistakesIn('')).toHaveLength(1)
    expect(mistakesIn('key,"donor\nA')).toHaveLength(1)
  })

  it('loses no column to the case of its heading: what is passed on stays out of totals', () => {
    const read = readImport(
      'key,Donor,title,type,date,amount,currency,Parent\nA,Japan,x,disbursement,2022-05-01,5,USD,above',
      about,
    )
    expect('contributions' in read && read.contributions[0]?.contribution.contribution.parent).toBe('above')
  })

  it('is told by its content: the same rows have the same ids, whatever else stands in the file', () => {
    const ids = (csv: string) => {
      const read = readImport(csv, about)
      return 'contributions' in read ? read.contributions.map(({ id }) => id) : []
    }
    const both = ids(rows(paid, { ...paid, key: 'B' }))
    expect(ids(rows({ ...paid, key: 'B' }))).toEqual([both[1]])
    expect(new Set(both).size).toBe(2)
  })
})

describe('an exported file', () => {
  it('lists every mistake in its cells, also where it is not whole', () => {
    const cells: Partial<Record<(typeof EXPORT_COLUMNS)[number], string>> = {
      type: 'gift',
      date: '2026-03-02',
      precision: 'day',
      donor: 'Ireland',
      title: '',
      currency: 'EUR',
      amount: '-5',
      usd: 'x',
      source: 'nobody',
      contribution: 'a1',
      movement: '1',
      movements: '2',
    }
    const csv = [EXPORT_COLUMNS.join(','), EXPORT_COLUMNS.map((column) => cells[column] ?? '').join(',')].join('\n')
    expect(mistakesIn(csv).map((one) => one.split(':')[0])).toEqual(
      ['movements', 'title', 'source', 'type', 'amount', 'usd'].map((column) => `2 ${column}`),
    )
  })
})
