import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#infra/texts.ts'

const ROOT = join(import.meta.dirname, '..')
const CORE = ['sector', 'domain', 'events', 'records', 'usecases', 'render', 'web'].map((folder) => `shared/${folder}`)

const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

describe('the tree', () => {
  it('reads no clock and draws no lots in its core: time is data', () => {
    const offences = CORE.flatMap(filesBelow).filter((file) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|Temporal\.Now/.test(readFileSync(file, 'utf8')),
    )
    expect(offences).toEqual([])
  })

  it('keeps its files short: median 60 lines, nine tenths 160, none over 300', () => {
    const lengths = ['shared', 'functions', 'infra']
      .flatMap(filesBelow)
      .filter((file) => file !== CATALOGUE)
      .map((file) => readFileSync(file, 'utf8').split('\n').length - 1)
      .toSorted((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60)
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(160)
    expect(lengths.at(-1)).toBeLessThanOrEqual(300)
  })
})
