import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asWritten, EXPORT_COLUMNS, type ExportColumn } from '#shared/domain/ledger/export-columns.ts'
import { ledgerCsv } from '#shared/render/exports/ledger-csv.ts'
import { ledgerIati } from '#shared/render/exports/ledger-iati.ts'
import { ledgerXlsx } from '#shared/render/exports/ledger-xlsx.ts'
import { movementRow } from '#shared/render/exports/movement-row.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { exportedOf, movementOf } from '../fixtures/movements.ts'

const correction = exportedOf({
  seq: 2,
  type: 'correction',
  reverses: 1,
  reversesType: 'disbursement',
  reason: 'entered twice',
  amount: { minor: -12_345, currency: 'EUR' },
  usdCents: -13_000,
})
const full = exportedOf({
  contribution: 'c2',
  type: 'commitment',
  implementers: ['UXO Lao', 'HI'],
  pillars: [
    { pillar: 'clearance', percent: 60 },
    { pillar: 'risk education', percent: 40 },
  ],
  provinces: ['09'],
  reference: 'XI-IATI-1',
  parent: 'c1',
})

describe('the CSV export', () => {
  const rowsOf = (bytes: Uint8Array) =>
    parse(Buffer.from(bytes).toString('utf8'), { bom: true, columns: true }) as Record<string, string>[]

  it('keeps amounts as plain numbers, with the decimals of their currency and their sign', () => {
    const yen = exportedOf({ amount: { minor: 337_379_396, currency: 'JPY' }, usdCents: 256_642_800 })
    expect(rowsOf(ledgerCsv([correction, yen])).map(({ amount, usd }) => [amount, usd])).toEqual([
      ['-123.45', '-130.00'],
      ['337379396', '2566428.00'],
    ])
  })

  it('never begins a cell of text with what a spreadsheet takes for a formula, and loses nothing of it', () => {
    const part = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '－', ' ', "'", '"', ';', ',', 'x', '1')
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: part, maxLength: 12 })), (title) => {
        const [row] = rowsOf(ledgerCsv([exportedOf({ title, recipient: title, reason: title })]))
        expect(row?.title).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/)
        expect(asWritten(row?.title ?? '')).toBe(title)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ["Clearance;=cmd|'/C calc'!A0;x", "Clearance;'=cmd|'/C calc'!A0;x"],
    ['x\t=1', "x\t'=1"],
    ['x;"=1"', `x;"'=1"`],
    ["'=1", "''=1"],
    ['x - 1; y = 2', 'x - 1; y = 2'],
  ])('quotes text that a spreadsheet could separate, and defuses each formula in it: %j', (title, defused) => {
    const csv = Buffer.from(ledgerCsv([exportedOf({ title })])).toString('utf8')
    const quoted = defused.replaceAll('"', '""')
    expect(csv).toContain(/[;\t"]/.test(title) ? `,"${quoted}",` : `,${quoted},`)
    expect(asWritten(defused)).toBe(title)
  })

  it('has no formula in it wherever it is cut into cells, whatever becomes of the quotes', () => {
    const part = fc.constantFrom('=', '@', '\t', '\n', ' ', "'", '"', ';', ',', 'x')
    fc.assert(
      fc.property(fc.string({ unit: part, maxLength: 12 }), (title) => {
        const csv = Buffer.from(ledgerCsv([exportedOf({ title, note: title })])).toString('utf8')
        const cells = csv.split(/[,;\t\r\n]/).map((cell) => cell.replace(/^["\s]+/, ''))
        expect(cells.filter((cell) => /^[=@]/.test(cell))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the XLSX export', () => {
  it('types numbers as numbers and everything that was written as text', async () => {
    const title = '=HYPERLINK("http://evil.example")'
    const sheet = entry(await ledgerXlsx([exportedOf({ title }), correction]), 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<v>-123.45</v>')
    expect(sheet).not.toContain('<f>')
  })

  it('writes days as dates, and money with the decimals of its currency, exact to the last of them', async () => {
    const of = (currency: string, minor: number) => exportedOf({ amount: { minor, currency }, recordedAt: MIDDAY })
    const amounts = [of('EUR', 12_345), of('JPY', -337_379_396), of('BHD', 1), of('LAK', 123_456_789_012_345)]
    const { cells, formatOf } = sheetOf(await ledgerXlsx(amounts))
    const money = [2, 3, 4, 5].map((row) => cells(row, 'amount'))
    expect(money.map(({ value }) => value)).toEqual(['123.45', '-337379396', '0.001', '1234567890123.45'])
    expect(money.map(formatOf)).toEqual(['#,##0.00', '#,##0', '#,##0.000', '#,##0.00'])
    const [day, moment] = [cells(2, 'date'), cells(2, 'recorded_at')]
    // Days since 30 December 1899.
    expect([day.value, formatOf(day)]).toEqual(['46143', 'yyyy-mm-dd'])
    expect([moment.value, formatOf(moment)]).toEqual(['46144.5', 'yyyy-mm-dd hh:mm &quot;UTC&quot;'])
  })

  it('leaves an amount of more digits than a spreadsheet keeps as text, to the cent', async () => {
    const { cells } = sheetOf(
      await ledgerXlsx([exportedOf({ amount: { minor: 9_007_199_254_740_991, currency: 'LAK' } })]),
    )
    expect(cells(2, 'amount')).toMatchObject({ text: true, value: '90071992547409.91' })
  })

  it('keeps its first row in sight, columns as wide as what they hold, and no cell where nothing is known', async () => {
    const title = 'Clearance of the old airfield and its villages'
    const zip = await ledgerXlsx([exportedOf(), exportedOf({ title, note: 'long '.repeat(100) })])
    const { sheet, widthOf } = sheetOf(zip)
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(widthOf('title')).toBeGreaterThan(title.length)
    expect(widthOf('date')).toBeGreaterThan('yyyy-mm-dd'.length)
    expect(widthOf('note')).toBe(60)
    const row = /<row r="2">.*?<\/row>/.exec(sheet)?.[0] ?? ''
    const known = Object.values(movementRow(exportedOf())).filter((value) => value !== '')
    expect(row.match(/<c /g)).toHaveLength(known.length)
  })
})

const MIDDAY = '2026-05-02T12:00:00.000Z'

/** The workbook's sheet, its cells by row and column with their formats. */
const sheetOf = (zip: Uint8Array) => {
  const sheet = entry(zip, 'xl/worksheets/sheet1.xml')
  const styles = entry(zip, 'xl/styles.xml')
  const shared = [...entry(zip, 'xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map(
    ([, text = '']) => text,
  )
  const formats = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  )
  const [, used = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles) ?? []
  const formatIds = [...used.matchAll(/<xf\b([^>]*)>/g)].map(([, about = '']) => /numFmtId="(\d+)"/.exec(about)?.[1])
  const numberOf = (column: ExportColumn) => EXPORT_COLUMNS.indexOf(column) + 1
  const letters = (number: number): string =>
    number > 26 ? `A${letters(number - 26)}` : String.fromCharCode(64 + number)
  return {
    sheet,
    cells: (row: number, column: ExportColumn) => {
      const cell = new RegExp(`<c r="${letters(numberOf(column))}${row}"([^>]*)><v>([^<]*)</v>`).exec(sheet)
      const [, about = '', raw = ''] = cell ?? []
      const text = about.includes('t="s"')
      return { text, style: Number(/ s="(\d+)"/.exec(about)?.[1]), value: text ? shared[Number(raw)] : raw }
    },
    formatOf: ({ style }: { style: number }) => formats.get(formatIds[style]),
    widthOf: (column: ExportColumn) =>
      Number(new RegExp(`<col min="${numberOf(column)}"[^>]* width="(\\d+)"`).exec(sheet)?.[1]),
  }
}

/** One file of a ZIP archive, found through its directory. */
const entry = (zip: Uint8Array, name: string): string => {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    const length = bytes.readUInt16LE(at + 28)
    if (bytes.subarray(at + 46, at + 46 + length).toString() !== name) continue
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    return (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8')
  }
  throw new Error(`${name} is not in the archive`)
}

describe('the IATI export', () => {
  const xmlOf = (...movements: Parameters<typeof ledgerIati>[0]) =>
    Buffer.from(
      ledgerIati(movements, {
        sector: laoUxo,
        generated: '2026-06-01T01:00:00.000Z',
        firstRecipients: new Map([['c1', 'UNDP <Lao PDR>']]),
      }),
    ).toString('utf8')
  const childrenOf = (xml: string, parent: string) => {
    const names: string[] = []
    let depth = -1
    for (const [, close, name = '', self] of xml.matchAll(/<(\/?)([a-z-]+)(?:\s[^>]*?)?(\/?)>/g)) {
      if (close) {
        if (depth === 0 && name === parent) return names
        if (depth > -1) depth--
      } else {
        if (depth === 0) names.push(name)
        if (name === parent && depth === -1) depth = 0
        else if (depth > -1 && !self) depth++
      }
    }
    return names
  }
  /** IATI 2.03, iati-activity and transaction: what may stand in them, in this order. */
  const ORDER = [
    'iati-identifier',
    'reporting-org',
    'title',
    'description',
    'participating-org',
    'other-identifier',
    'activity-status',
    'activity-date',
    'recipient-country',
    'location',
    'sector',
    'transaction',
    'related-activity',
  ]
  const MANDATORY = [
    'iati-identifier',
    'reporting-org',
    'title',
    'description',
    'participating-org',
    'activity-status',
    'activity-date',
  ]

  it('calls a start that lies in the future planned, and one that was actual', () => {
    const startOf = (date: string) =>
      /activity-date type="(\d)" iso-date="([^"]*)"/.exec(xmlOf({ ...full, date }))?.slice(1)
    expect(startOf('2027-12-31')).toEqual(['1', '2027-12-31'])
    expect(startOf('2026-06-01')).toEqual(['2', '2026-06-01'])
  })

  it('has the mandatory elements, in the order of the schema', () => {
    const names = childrenOf(xmlOf(full), 'iati-activity')
    expect(names).toEqual(names.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)))
    expect(names.filter((name) => !ORDER.includes(name))).toEqual([])
    for (const name of MANDATORY) expect(names).toContain(name)
    expect([...new Set(names)]).toEqual(ORDER)
    expect(childrenOf(xmlOf(full), 'transaction')).toEqual([
      'transaction-type',
      'transaction-date',
      'value',
      'description',
      'provider-org',
      'receiver-org',
    ])
  })

  it('codes what comes in and what is passed on, corrections with a minus', () => {
    const codes = (parent: string) =>
      (['pledge', 'commitment', 'disbursement'] as const).map(
        (type) => /<transaction-type code="(\d+)"/.exec(xmlOf(movementOf({ type, parent })))?.[1],
      )
    expect(codes('')).toEqual(['13', '11', '1'])
    expect(codes('c1')).toEqual(['12', '2', '3'])
    expect(xmlOf(movementOf(), correction)).toContain(
      '<transaction-type code="1"/><transaction-date iso-date="2026-05-01"/><value currency="EUR" value-date="2026-05-01">-123.45</value>',
    )
  })

  it('names whoever passes money on as its provider, with the activity it comes from, and the donor as the one who funds', () => {
    const activity = `${laoUxo.iati.reference}-c1`
    const xml = xmlOf(full)
    expect(xml).toContain(
      `<provider-org provider-activity-id="${activity}"><narrative>UNDP &lt;Lao PDR&gt;</narrative></provider-org><receiver-org>`,
    )
    expect(xml).toContain(`<related-activity ref="${activity}" type="1"/>`)
    expect(xml).toContain('<participating-org role="1"><narrative>Ireland</narrative></participating-org>')
    expect(xml).toContain('<participating-org role="3"><narrative>UNDP &lt;Lao PDR&gt;</narrative></participating-org>')
    expect(xmlOf(movementOf({ parent: 'unnamed' }))).toContain(
      '<narrative>First recipient of Ireland, not named</narrative>',
    )
    expect(xmlOf(movementOf())).toContain('<provider-org><narrative>Ireland</narrative></provider-org>')
  })

  it('names the sector in the OECD-DAC vocabulary, SDG 18 in its own, and pillars that add up to 100', () => {
    const xml = xmlOf(full)
    expect(xml).toContain('<sector vocabulary="1" code="15250"/>')
    expect(xml).toContain('<sector vocabulary="99" code="SDG-18">')
    expect([...xml.matchAll(/percentage="(\d+)"/g)].map(([, percent]) => Number(percent))).toEqual([60, 40])
  })

  it('makes one activity of a contribution, and is XML whatever someone typed', () => {
    const title = '<script>&"\'\u0000\ud800 ລາວ'
    const xml = xmlOf(movementOf({ title }), { ...correction, title }, full)
    expect(xml.match(/<iati-activity /g)).toHaveLength(2)
    expect(xml).toContain('<narrative>&lt;script&gt;&amp;&quot;&apos; ລາວ</narrative>')
  })

  const SCHEMA = process.env.IATI_SCHEMA ?? ''
  it.skipIf(!existsSync(SCHEMA))('is valid against the published schema, where IATI_SCHEMA names it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'iati-'))
    try {
      const file = join(folder, 'ledger.xml')
      writeFileSync(file, xmlOf(movementOf({ title: '<&>' }), correction, full))
      execFileSync('xmllint', ['--noout', '--schema', SCHEMA, file], { stdio: 'pipe' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
