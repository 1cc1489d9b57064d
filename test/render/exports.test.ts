import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
    const opening = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', ' =', '\n@', '')
    fc.assert(
      fc.property(opening, fc.string(), (sign, rest) => {
        const title = `${sign}${rest}`
        const [row] = rowsOf(ledgerCsv([exportedOf({ title, recipient: title, reason: title })]))
        expect(row?.title).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/)
        expect([title, `'${title}`]).toContain(row?.title)
      }),
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

  it('writes money with two decimals, and no cell where nothing is known', async () => {
    const zip = await ledgerXlsx([exportedOf({ amount: { minor: 12_345, currency: 'EUR' } })])
    const [cell = '', style = ''] =
      /<c r="\w+2" s="(\d+)"><v>123.45<\/v>/.exec(entry(zip, 'xl/worksheets/sheet1.xml')) ?? []
    expect(cell).not.toBe('')
    const styles = entry(zip, 'xl/styles.xml')
    const [, format] = /numFmtId="(\d+)" formatCode="#,##0.00"/.exec(styles) ?? []
    const formats = [...styles.matchAll(/<xf\b([^>]*)>/g)].map(([, attributes = '']) => attributes)
    expect(formats[Number(style)]).toContain(`numFmtId="${format}"`)
    const row = /<row r="2">.*?<\/row>/.exec(entry(zip, 'xl/worksheets/sheet1.xml'))?.[0] ?? ''
    const known = Object.values(movementRow(exportedOf())).filter((value) => value !== '')
    expect(row.match(/<c /g)).toHaveLength(known.length)
  })
})

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
    Buffer.from(ledgerIati(movements, laoUxo, '2026-06-01T01:00:00.000Z')).toString('utf8')
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
    expect(codes('c1')).toEqual(['13', '2', '3'])
    expect(xmlOf(movementOf(), correction)).toContain(
      '<transaction-type code="1"/><transaction-date iso-date="2026-05-01"/><value currency="EUR" value-date="2026-05-01">-123.45</value>',
    )
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
