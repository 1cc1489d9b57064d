import { describe, expect, it } from 'vitest'
import { readContributionTable } from '#shared/domain/ledger/import/yearly-table.ts'

const HEAD = 'year,donor,sectors,currency,amount,amount_usd_reported'
const read = (rows: string, source: 'fts' | 'iati' = 'fts') => readContributionTable(`${HEAD}\n${rows}`, source)
const idsOf = (rows: string, source?: 'fts' | 'iati') => {
  const table = read(rows, source)
  if ('mistakes' in table) throw new Error(JSON.stringify(table.mistakes))
  return table.contributions.map(({ id }) => id)
}
const mistakesIn = (csv: string) => {
  const table = readContributionTable(csv, 'fts')
  return 'mistakes' in table ? table.mistakes.map(({ line, column, message }) => `${line} ${column}: ${message}`) : []
}
const ROW = '2022,New Zealand,"clearance; risk education",EUR,1000,1050'

describe('a row of a yearly table', () => {
  it.each([
    ['a blank after the semicolon less', '2022,New Zealand,"clearance;risk education",EUR,1000,1050'],
    ['its sectors in another order', '2022,New Zealand,"Risk education; clearance",EUR,1000,1050'],
    ['thousands set apart', '2022,New Zealand,"clearance; risk education",EUR,"1,000.00",1050.00'],
    ['a currency in lower case', '2022,New Zealand,"clearance; risk education",eur,1000,1050'],
    ['a donor in capitals, with blanks', '2022, NEW  ZEALAND ,"clearance; risk education",EUR,1000,1050'],
  ])('with %s is the same contribution', (_, row) => {
    expect(idsOf(row)).toEqual(idsOf(ROW))
  })

  it('of a year to come is refused where the day is known', () => {
    const table = `${HEAD}\n${ROW}`
    expect(readContributionTable(table, 'fts', '2022-01-01')).toHaveProperty('contributions')
    expect(readContributionTable(table, 'fts', '2021-12-31')).toEqual({
      mistakes: [{ line: 2, column: 'year', message: 'nothing was disbursed in a year to come: 2022' }],
    })
  })

  it('with another amount, year, sector or source is another contribution; the same twice is two', () => {
    const others = ['EUR,1001,1050', 'EUR,1000,1051', 'GBP,1000,1050'].map((money) =>
      idsOf(`2022,New Zealand,"clearance; risk education",${money}`),
    )
    const ids = [
      idsOf(ROW),
      idsOf(ROW, 'iati'),
      idsOf(ROW.replace('2022', '2021')),
      idsOf(ROW.replace('risk', 'mine')),
      ...others,
    ]
    expect(new Set(ids.flat()).size).toBe(7)
    expect(new Set(idsOf(`${ROW}\n${ROW}`)).size).toBe(2)
  })

  it('is refused where US$ contradict the amount, by row and column', () => {
    expect(mistakesIn(`${HEAD}\n2022,Japan,,USD,1000,1001`)).toEqual([
      '2 amount_usd_reported: Differs from the amount, which is in USD already: USD 1,000.00',
    ])
    expect(mistakesIn(`${HEAD}\n2022,Japan,,EUR,1000,1050\n2022,Norway,,EUR,1000,105000`)).toEqual([
      '3 amount_usd_reported: USD 105,000.00 for EUR 1,000.00 would be US$ 105 for one EUR, which is usually about 1.15: look for a misplaced point or a swapped column',
    ])
  })

  it('that is wrong in several cells is refused with every one of them', () => {
    expect(mistakesIn(`${HEAD}\n22,,,EURO,minus five,-1`).map((one) => one.split(':')[0])).toEqual(
      ['year', 'donor', 'currency', 'amount', 'amount_usd_reported'].map((column) => `2 ${column}`),
    )
  })

  it('of a year of the Buddhist era, or of none, is refused', () => {
    expect(mistakesIn(`${HEAD}\n2565,Japan,,USD,5,5\n22,Japan,,USD,5,5`)).toEqual([
      '2 year: 2565 is a year of the Buddhist era: enter 2022 if that is the year you mean',
      '3 year: “22” is not a year such as 2022',
    ])
  })

  it.each(['60% clearance; 40% risk education', 'clearance 60; risk education 40', 'clearance ໕໐', 'clearance 33.333'])(
    'takes no percentage for the name of a sector: %s',
    (sectors) => {
      expect(mistakesIn(`${HEAD}\n2022,Japan,${sectors},USD,5,5`)).toEqual([
        expect.stringContaining('2 sectors: holds a number, and a yearly table knows no percentages'),
      ])
    },
  )

  it('of nothing is refused', () => {
    expect(mistakesIn(`${HEAD}\n2022,Japan,,USD,0,0`)).toEqual([
      expect.stringContaining('2 amount: “0”'),
      expect.stringContaining('2 amount_usd_reported: “0”'),
    ])
  })

  it('is read from a file with semicolons or tabs, with quotes, Lao digits and rows of empty cells', () => {
    const idsOf = (csv: string) => {
      const read = readContributionTable(csv, 'landmine-monitor')
      return 'contributions' in read ? read.contributions.map(({ id }) => id) : read.mistakes
    }
    const commas = idsOf(`${HEAD}\n2022,"Korea, Republic of",clearance;education,USD,"1,000","1,000"`)
    const cells = ['໒໐໒໒', '"Korea, Republic of"', '"clearance;education"', 'USD', '"1,000"', '1000']
    for (const delimiter of [';', '\t'])
      expect(
        idsOf([HEAD.split(','), cells, ['', '', ' ', '', '', '']].map((line) => line.join(delimiter)).join('\r\n')),
      ).toEqual(commas)
  })

  it('is read behind the line in which Excel names the separator', () => {
    for (const bom of ['', '\ufeff'])
      expect(mistakesIn(`${bom}sep=;\r\n${HEAD.replaceAll(',', ';')}\r\n2022;Japan;;USD;5;none`)).toEqual([
        expect.stringContaining('2 amount_usd_reported: “none”'),
      ])
  })

  it('is found whatever the case and the blanks of its headings; one that nobody knows is refused by its name', () => {
    expect(mistakesIn('Year, DONOR ,Sectors,currency,Amount,Amount USD reported,\n2022,Japan,,USD,5,5,')).toEqual([])
    expect(mistakesIn(`${HEAD},Passed on\n2022,Japan,,USD,5,5,x`)).toEqual([
      expect.stringContaining('1 : column “Passed on” is not known: the columns are year, donor,'),
    ])
    expect(mistakesIn(`${HEAD},\n2022,Japan,,USD,5,5,x`)).toEqual(['2 : holds something in a column without a name'])
  })

  it('with a quotation mark that is not closed is refused, and says that the rest was not read', () => {
    expect(mistakesIn(`${HEAD}\n2022,"Japan,,USD,5,5\n20,Japan,,USD,5,5`)).toEqual([
      expect.stringContaining('The rest of the file was not read'),
    ])
  })

  it('with commas or semicolons in too many places is refused with what to do', () => {
    expect(mistakesIn(`${HEAD}\n2022;Japan;;USD;5;5\n2022,Japan,,USD,1,000,1,000`)).toEqual([
      '2 : has 1 column, the first line 6: separate them by commas as in the first line, not by semicolons',
      '3 : has 8 columns, the first line 6: put what holds a comma itself into double quotes, such as "1,000"',
    ])
  })
})
