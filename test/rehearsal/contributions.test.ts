import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readContributions } from '#infra/rehearsal/contributions.ts'

const TABLE = "year,donor,sectors,currency,amount,amount_usd_reported\n2022,Côte d'Ivoire,clearance,USD,10,10\n"

const read = (bytes: Uint8Array, lastDay = '2026-12-31') => {
  const folder = mkdtempSync(join(tmpdir(), 'contributions-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'table.csv')
  writeFileSync(file, bytes)
  return readContributions([file], lastDay)?.map(({ contribution }) => contribution.contribution.donor.name)
}

describe('the contributions of a rehearsal', () => {
  it('are read as spreadsheets save them', () => {
    expect(read(Buffer.from(TABLE))).toEqual(["Côte d'Ivoire"])
    expect(read(Buffer.from(`\ufeff${TABLE}`, 'utf16le'))).toEqual(["Côte d'Ivoire"])
  })

  it('are refused where a name would be damaged, in a workbook, and in a year that is not played yet', () => {
    expect(() => read(Buffer.from(TABLE, 'latin1'))).toThrow(/is not saved as UTF-8/)
    expect(() => read(Buffer.from('PK\u0003\u0004'))).toThrow(/is a workbook/)
    expect(() => read(Buffer.from(TABLE), '2021-12-31')).toThrow(/line 2: year: nothing was disbursed/)
  })
})
