import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field } from '#shared/domain/forms/form.ts'
import { invisibleIn } from '#shared/domain/forms/invisible.ts'
import { carriedOver, rowsToCopy } from '#shared/domain/forms/last-quarter.ts'
import { coordinationPolicyFunding } from '#shared/domain/forms/of-twgs/coordination-policy-funding.ts'
import { riskEducation } from '#shared/domain/forms/of-twgs/risk-education.ts'
import { surveyClearance } from '#shared/domain/forms/of-twgs/survey-clearance.ts'
import { readTable } from '#shared/domain/forms/read-table.ts'
import { isFigure, tableColumns, writeTable } from '#shared/domain/forms/table.ts'
import { changeBy } from '#shared/domain/forms/table-change.ts'
import type { Typed } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { consistentRow } from '../../fixtures/survey-clearance.ts'
import { surveyRow } from '../../fixtures/survey-report.ts'

const form = surveyClearance.rows ?? expect.fail('the form has rows')
const columns = tableColumns(form)
const read = (text: string) => readTable(form, text, laoUxo)
const rowsIn = (text: string) => {
  const table = read(text)
  return 'rows' in table ? table.rows : expect.fail(JSON.stringify(table.mistakes))
}
const mistakesIn = (text: string) => {
  const table = read(text)
  return 'mistakes' in table ? table.mistakes : []
}

/** A table as cells, so that a test can move and change them. */
const cellsOf = (...rows: Typed[]): string[][] => [
  columns.map(({ heading }) => heading),
  ...rows.map((row) => columns.map(({ field }) => row[field.path] ?? '')),
]
const pasted = (cells: readonly (readonly string[])[]) => cells.map((line) => line.join('\t')).join('\n')

const seen = (maxLength: number) =>
  fc.string({ unit: 'grapheme', maxLength }).filter((text) => invisibleIn(text) === undefined)
const figure = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000_000 }).map(String),
  fc.integer({ min: 1, max: 9_999 }).map((n) => `${n}.5 ha`),
  seen(40).map((reason) => `n/a why ${reason}`),
  fc.constantFrom('', '໑໒໕', '1,250', '+12', 'n/a "quoted", ກ\nsecond line'),
)
const words = fc.oneof(
  seen(30),
  fc.constantFrom('=cmd|x', '+1', '-2', '@a', "'=a", "''=a", '\t=a', '"', 'a;b,c\td', '＝1', ' spaced '),
)
const textFor = (field: Field) => {
  if (!isFigure(field)) return words
  if (field.kind === 'adjustment')
    return fc.constantFrom('', '0', '7', '1,250', '1.5 ha', '-7', '-1,000', '-2 ha', '−3')
  return field.kind === 'area' ? figure : figure.filter((typed) => !typed.endsWith(' ha'))
}
/** Rows of different names, every field filled with anything a person may have typed. */
const tables = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...laoUxo.provinces), fc.constantFrom(...laoUxo.operators)), {
    minLength: 1,
    maxLength: 6,
    selector: ([province, operator]) => province.code + operator,
  })
  .chain((names) =>
    fc.tuple(
      ...names.map(([province, operator]) =>
        fc
          .record(Object.fromEntries(columns.map(({ field }) => [field.path, textFor(field)] as const)))
          .map((row): Typed => ({ ...row, province: province.code, operator })),
      ),
    ),
  )

describe('the template of a table', () => {
  it('written and read back is the same rows, whatever stands in them', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const again = rowsIn(writeTable(form, rows, laoUxo))
        expect(changeBy(form, rows, again, laoUxo)).toMatchObject({ added: [], replaced: [], rows })
        for (const [index, row] of again.entries())
          for (const { field } of columns) if (!isFigure(field)) expect(row[field.path]).toBe(rows[index]?.[field.path])
      }),
      { numRuns: 25 },
    )
  })

  it('holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const csv = writeTable(form, rows, laoUxo)
        const cells = csv.slice(1).match(/"(?:[^"]|"")*"|[^,\r\n]+/g) ?? []
        for (const cell of cells.map((quoted) => quoted.replace(/^"/, '')))
          expect(cell).toMatch(/^(?![=+@\t\r＝＋－＠|])(?!-(?!\d+(\.\d+)?$))/)
      }),
      { numRuns: 15 },
    )
  })

  it('has one column a field, each with a heading of its own that names group and unit', () => {
    const headings = columns.map(({ heading }) => heading)
    expect(new Set(headings).size).toBe(headings.length)
    expect(headings).toContain('Land release – Area cleared (m²)')
    expect(headings).toContain('Province')
  })

  it('names provinces in words, and figures in whole square metres', () => {
    const csv = writeTable(form, [consistentRow()], laoUxo)
    expect(csv).toContain('Xiengkhuang,UXO Lao,')
    expect(csv).toContain(',4070000,')
  })
})

describe('a table from a spreadsheet', () => {
  it('is read in any order of rows and columns, with tabs, semicolons or commas', () => {
    const rows = [consistentRow(), consistentRow({ operator: 'MAG' }), consistentRow({ province: '13' })]
    const cells = cellsOf(...rows)
    const order = fc.shuffledSubarray([...columns.keys()], { minLength: columns.length })
    const lines = fc.shuffledSubarray([1, 2, 3], { minLength: 3 })
    fc.assert(
      fc.property(order, lines, fc.constantFrom('\t', ';', ','), (places, rowOrder, delimiter) => {
        const text = [0, ...rowOrder].map((line) =>
          places.map((place) => `"${cells[line]?.[place] ?? ''}"`).join(delimiter),
        )
        expect(rowsIn(text.join('\r\n'))).toEqual(rowOrder.map((line) => rows[line - 1]))
      }),
      { numRuns: 15 },
    )
  })

  it('takes a province by name, code or code without its zero, and numbers in Lao digits', () => {
    const named = (province: string) => rowsIn(pasted(cellsOf(consistentRow({ province, teams: '໑໒' }))))[0]
    for (const province of ['xiengkhuang ', '09', '9', '໙', 'ແຂວງຊຽງຂວາງ', 'Xieng Khouang'])
      expect(named(province)?.province).toBe('09')
    expect(named('09')?.teams).toBe('໑໒')
  })

  it('takes a column in hectares where its heading says so', () => {
    const cells = cellsOf(consistentRow({ 'released.cleared': '407', 'landUse.agriculture': '400' }))
    cells[0] = (cells[0] ?? []).map((heading) => heading.replace('Area cleared (m²)', 'Area cleared (ha)'))
    expect(rowsIn(pasted(cells))[0]).toMatchObject({ 'released.cleared': '407 ha', 'landUse.agriculture': '400' })
  })

  it('lists every cell that cannot be read by its row and column, and takes nothing', () => {
    const wrong = consistentRow({ operator: 'MAG', teams: 'many', accidents: '1.5', province: 'Atlantis' })
    expect(mistakesIn(pasted(cellsOf(consistentRow(), wrong)))).toEqual([
      { row: 3, column: 'Province', message: '“Atlantis” is not in the list: choose one of it' },
      { row: 3, column: 'Teams deployed', message: expect.stringContaining('“many” is not a number') },
      { row: 3, column: 'Demining accidents', message: 'Enter a whole number' },
    ])
  })

  it('names columns that are missing, unknown or stand twice', () => {
    const cells = cellsOf(consistentRow())
    cells[0] = (cells[0] ?? []).map((heading) =>
      heading === 'Teams deployed' ? 'Team members' : heading === 'EOD spot tasks' ? 'Province' : heading,
    )
    expect(mistakesIn(pasted(cells)).map(({ row, column }) => `${row} ${column}`)).toEqual([
      '1 Province',
      '1 Team members',
      '1 EOD spot tasks',
      '1 Teams deployed',
    ])
  })

  it('says in one line that a table lacks most columns', () => {
    expect(mistakesIn('Province\tOperator\nXiengkhuang\tMAG')).toEqual([
      {
        row: 1,
        column: expect.stringMatching(/^Villages surveyed.* and \d+ more$/),
        message: expect.stringMatching(/^\d+ columns are missing: take the headings from the template$/),
      },
    ])
  })

  it('says that the line of headings is missing', () => {
    expect(mistakesIn(pasted(cellsOf(consistentRow()).slice(1)))).toEqual([
      { row: 1, message: expect.stringContaining('headings') },
    ])
    expect(mistakesIn('')).toHaveLength(1)
    expect(mistakesIn(pasted(cellsOf()))).toEqual([{ row: 1, message: 'There are no rows below the headings' }])
  })

  it('reads several of a list by their names or codes', () => {
    const education = riskEducation.rows ?? expect.fail('the form has rows')
    const headings = tableColumns(education).map(({ heading }) => heading)
    const cells = (languages: string) => {
      const named: Typed = { languages, operator: 'MAG' }
      return tableColumns(education).map(({ field }) => named[field.path] ?? '1')
    }
    const languagesIn = (typed: string) => {
      const table = readTable(education, pasted([headings, cells(typed)]), laoUxo)
      return 'rows' in table ? table.rows[0]?.languages : table.mistakes
    }
    expect(languagesIn('Lao; Brou (Bru or Makong)')).toBe('lao, brou')
    expect(languagesIn('lao, khmu')).toBe('lao, khmu')
  })

  it('refuses a row without its names, and two rows of the same names', () => {
    const rows = [consistentRow(), consistentRow({ operator: '' }), consistentRow({ province: 'Xiengkhuang' })]
    expect(mistakesIn(pasted(cellsOf(...rows)))).toEqual([
      { row: 3, column: 'Operator', message: 'Fill this in: it names the row' },
      { row: 4, message: 'Xiengkhuang · UXO Lao stands in row 2 already: keep one' },
    ])
  })

  it('counts rows as the spreadsheet does, over blank lines and cells of two lines', () => {
    const cells = cellsOf(consistentRow({ 'inventory.adjustmentReason': '"two\nlines"' }))
    const blank = columns.map(() => '')
    const text = pasted([...cells, blank, ...cellsOf(consistentRow({ operator: 'MAG', teams: 'x' })).slice(1)])
    expect(mistakesIn(text).map(({ row }) => row)).toEqual([4])
  })

  it('lets cells be empty, and counts them', () => {
    const table = read(pasted(cellsOf(consistentRow({ teams: '', accidents: ' ' }))))
    expect(table).toMatchObject({ empty: 2 })
  })

  it('names the row of a quotation mark that is never closed', () => {
    const opened = pasted([...cellsOf(consistentRow()), ['"09', 'MAG'], ...cellsOf(consistentRow()).slice(1)])
    expect(mistakesIn(opened)).toEqual([{ row: 3, message: expect.stringContaining('quotation mark') }])
  })

  it('may end in any number of blank lines', () => {
    const text = pasted(cellsOf(consistentRow()))
    for (const blank of ['\n', '\r\n', ',,,\n', '\t\t\n', ' ;;\n'])
      expect(rowsIn(`${text}\n${blank.repeat(1500)}`)).toEqual([consistentRow()])
  })

  it('may begin with any number of blank lines, which count as rows', () => {
    const cells = cellsOf(consistentRow())
    for (const blank of ['\n', '\r\n', ',,,\r\n', '\t\t\n', '\ufeff\n', ' ;;\n\n'])
      expect(rowsIn(blank + pasted(cells))).toEqual([consistentRow()])
    const wrong = pasted(cellsOf(consistentRow({ teams: 'x' })))
    expect(mistakesIn(`\n\t\t\n${wrong}`)).toMatchObject([{ row: 4, column: 'Teams deployed' }])
    expect(mistakesIn('\n\nno headings')).toMatchObject([{ row: 3 }])
  })

  it('makes a space of a line break where the page asks for one line, and keeps it where it asks for more', () => {
    const [row] = rowsIn(
      pasted(
        cellsOf(
          consistentRow({
            teams: '"n/a: returns of the north\r\nnot yet in"',
            'inventory.adjustmentReason': '"first\nsecond"',
          }),
        ),
      ),
    )
    expect(row).toMatchObject({
      teams: 'n/a: returns of the north not yet in',
      'inventory.adjustmentReason': 'first\nsecond',
    })
  })

  it('reads no column from the prototype', () => {
    expect(mistakesIn('Province\t__proto__\tconstructor\n09\tx\ty').map(({ column }) => column)).toEqual(
      expect.arrayContaining(['__proto__', 'constructor']),
    )
  })
})

describe('a table laid over a draft', () => {
  it('adds, replaces and leaves rows by their names; what it does not name stays', () => {
    const [a, b, c] = [consistentRow(), consistentRow({ operator: 'MAG' }), consistentRow({ operator: 'HI' })]
    const change = changeBy(
      form,
      [a, b, c],
      [consistentRow({ operator: 'JMAS' }), { ...b, teams: '7' }, { ...a, 'released.cleared': '4,070,000' }],
      laoUxo,
    )
    expect(change.added.map(({ operator }) => operator)).toEqual(['JMAS'])
    expect(change.replaced.map(({ operator }) => operator)).toEqual(['MAG'])
    expect(change.unchanged).toEqual([a])
    expect(change.kept).toEqual([c])
    expect(change.rows.map(({ operator, teams }) => `${operator} ${teams}`)).toEqual([
      'UXO Lao 0',
      'MAG 7',
      'HI 0',
      'JMAS 0',
    ])
  })
})

describe('rows copied from last quarter', () => {
  it('are their names and what carries over, and only those the draft does not have', () => {
    expect(carriedOver(form).map(({ opening }) => opening)).toEqual(['inventory.opening', 'handover.waiting'])
    const past = [surveyRow('09', 'UXO Lao'), surveyRow('13', 'MAG')]
    expect(rowsToCopy(form, [consistentRow()], past)).toEqual([
      { province: '13', operator: 'MAG', 'inventory.opening': '52,255,000', 'handover.waiting': '910,000' },
    ])
  })

  it('leave out what told of its own quarter alone: no topic is proposed, and no policy adopted, a second time by itself', () => {
    const items = coordinationPolicyFunding.rows ?? expect.fail('the form has rows')
    const past = [
      { kind: 'topic', subject: 'Multi-year funding' },
      { kind: 'policy', subject: 'Land release', adopted: '2026-02-01' },
      { kind: 'gender', subject: 'Women in survey teams', status: 'done' },
    ]
    expect(rowsToCopy(items, [], past).map(({ kind, status }) => [kind, status])).toEqual([['gender', undefined]])
  })

  it('invent no figure where the closing one was not available', () => {
    const missing = { notAvailable: 'being reconciled' }
    const past = { ...surveyRow('13', 'MAG'), inventory: { closing: missing }, handover: { handedOver: missing } }
    expect(rowsToCopy(form, [], [past])).toEqual([{ province: '13', operator: 'MAG' }])
  })
})
