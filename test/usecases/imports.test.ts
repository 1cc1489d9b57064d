import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fundingYear, LedgerTally } from '#shared/domain/ledger/analysis/funding.ts'
import type { FundingSource } from '#shared/domain/ledger/contribution.ts'
import { readContributionTable } from '#shared/domain/ledger/import/yearly-table.ts'
import { recorded } from '#shared/domain/ledger/new-contribution.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import { checkImport, readImportOf } from '#shared/usecases/ledger/check-import.ts'
import { resumeImport, startImport } from '#shared/usecases/ledger/continue-import.ts'
import { listMovements } from '#shared/usecases/ledger/list-movements.ts'
import { readContribution } from '#shared/usecases/ledger/read-contribution.ts'
import { readFunding } from '#shared/usecases/ledger/read-funding.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at, dyingAt, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const published = (year: 2019 | 2022) =>
  readFileSync(new URL(`../fixtures/contributions-${year}.csv`, import.meta.url), 'utf8')

/** A file of several chunks: one row a contribution, 30 to a chunk. */
const ROWS = 100
const long = [
  'year,donor,sectors,currency,amount,amount_usd_reported',
  ...Array.from({ length: ROWS }, (_, row) => `2021,Donor ${row % 7},clearance,EUR,${1000 + row},${1100 + row}`),
].join('\n')

/** What the ledger tells of that file once all of it is there. */
const wantedOf = (source: FundingSource) => {
  const read = readContributionTable(long, source)
  const tally = new LedgerTally()
  if ('contributions' in read)
    for (const { id, contribution } of read.contributions)
      for (const movement of recorded(id, contribution, { at: '', by: { actor: '', name: '' } }).movements)
        tally.add(movement)
  return tally.result().map((told) => fundingYear(told))
}

describeOnTable('an import', (fresh) => {
  const open = async () => {
    const world = await worldOn(await fresh())
    const actor = await world.contactAt(SECRETARIAT)
    const check = (csv: string, source: FundingSource = 'landmine-monitor') =>
      checkImport(world.deps)({ name: 'file.csv', csv, source }, actor, at('2026-01-02'))
    const start = (id: string, records: RecordStore = world.deps.records) =>
      startImport({ ...world.deps, records })(id, actor, at('2026-01-02', '09:00'))
    const load = async (csv: string) => {
      const checked = await check(csv)
      if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
      return start(checked.file.id)
    }
    const funding = () => readFunding(world.deps)()
    const movements = async () =>
      (
        await listMovements(world.deps)(
          { year: '', donor: '', source: '', type: '', pillar: '', page: 1 },
          actor,
          at('2026-01-03'),
        )
      ).total
    return { world, actor, check, start, load, funding, movements }
  }

  it('says before it is recorded what is there already, stands twice, adds to a year that is told, and who is new', async () => {
    const { world, actor, check, load } = await open()
    const rows = ['2022,Ireland,clearance,EUR,1000,1100', '2022,Japan,clearance,USD,7,7']
    await load([long.split('\n')[0], ...rows].join('\n'))
    const more = ['2022, Ireland ,clearance,EUR,"1,000",1100', '2022,Ireland,clearance,EUR,2000,2200']
    const others = ['2023,Irland,clearance,EUR,5000,5500', '2023,Irland,clearance,EUR,5000,5500']
    const checked = await check([long.split('\n')[0], ...more, ...others].join('\n'))
    const preview = async (source = checked) =>
      'file' in source ? (await readImportOf(world.deps)(source.file.id, actor, at('2026-01-02'))).preview : undefined
    expect(await preview()).toEqual({
      recorded: 1,
      equal: { first: [[4, 5]], more: 0 },
      added: { first: [{ donor: 'Ireland', year: 2022, lines: [3] }], more: 0 },
      newDonors: { first: [{ name: 'Irland', near: ['Ireland'] }], more: 0 },
    })
    const byOthers = await check([long.split('\n')[0], ...more].join('\n'), 'government')
    expect(await preview(byOthers)).toMatchObject({ recorded: 0, added: { first: [] }, newDonors: { first: [] } })
  })

  it('of any length is looked up, and says the first of much; rows of an unfinished import are recorded too', async () => {
    const { world, actor, check, start } = await open()
    const [head, ...rows] = long.split('\n')
    const unfinished = await check([head, ...rows.slice(0, 40)].join('\n'))
    const killed = start('file' in unfinished ? unfinished.file.id : '', dyingAt(world.deps.records, 4))
    await expect(killed).rejects.toThrow('killed')
    const others = Array.from({ length: 6_000 }, (_, row) => `2021,New ${row},clearance,EUR,${row + 1},${row + 1}`)
    const checked = await check([head, ...rows, ...others, ...others.slice(0, 30)].join('\n'))
    const { preview } = await readImportOf(world.deps)(
      'file' in checked ? checked.file.id : '',
      actor,
      at('2026-01-02'),
    )
    expect(preview).toMatchObject({ recorded: 30, equal: { more: 10 }, newDonors: { more: 5_980 } })
    expect(preview?.equal.first).toHaveLength(20)
    expect(preview?.equal.first[0]).toEqual([102, 6_102])
    expect(preview?.newDonors.first[0]).toEqual({ name: 'New 0', near: expect.any(Array) })
  })

  it.each([
    [2019, 42_006_818, 0.762, 0.6036],
    [2022, 51_421_114, 0.875, 0.7704],
  ] as const)('of the published table of %i gives its total to the dollar', async (year, total, largest, hhi) => {
    const { load, funding, world } = await open()
    const file = await load(published(year))
    expect(file).toMatchObject({ status: 'complete', years: [year], paidUsd: total * 100, existing: 0 })
    const [one, ...others] = await funding()
    expect(others).toEqual([])
    expect(one?.paidUsd).toBe(total * 100)
    expect(one?.largestShare).toBeCloseTo(largest, 3)
    expect(one?.hhi).toBeCloseTo(hhi, 4)
    expect((await world.events(`import/${file.id}`)).map(({ type, data }) => [type, data.years])).toEqual([
      ['ContributionsImported', [year]],
    ])
  })

  it('is a dry run first: nothing is recorded before someone says so', async () => {
    const { check, funding } = await open()
    expect(await check(published(2022))).toMatchObject({
      file: { status: 'checked', contributions: 6, movements: 6, paidUsd: 5_142_111_400 },
    })
    expect(await funding()).toEqual([])
  })

  it('of the same file twice changes nothing, nor do its rows in another file', async () => {
    const { load, funding, movements } = await open()
    await load(published(2022))
    const once = await funding()
    expect(await load(published(2022))).toMatchObject({ status: 'complete' })
    const again = await load(`${published(2022)}2022,Germany,clearance,EUR,100,110\n`)
    expect(again).toMatchObject({ status: 'complete', existing: 6 })
    expect(await movements()).toBe(7)
    expect((await funding())[0]?.paidUsd).toBe((once[0]?.paidUsd ?? 0) + 11_000)
  })

  it('of a file with one bad row changes nothing and names the row and the column', async () => {
    const { check, funding } = await open()
    expect(await check(published(2022).replace('GBP,1332374', 'GBP,1332374.123'))).toEqual({
      mistakes: [{ line: 4, column: 'amount', message: '“1332374.123” is not an amount in GBP, which has 2 decimals' }],
      found: 1,
    })
    expect(await funding()).toEqual([])
  })

  it('passes on what is recorded alone, named by its id: no money leaves the totals unseen', async () => {
    const { check, load, movements, world, actor } = await open()
    const head = 'key,donor,title,type,date,amount,currency,parent'
    const row = (key: string, parent: string) => `${key},Japan,Clearance,disbursement,2022-05-01,100,USD,${parent}`
    expect(await check([head, row('a', ''), row('b', 'nope'), row('c', 'a')].join('\n'))).toMatchObject({
      mistakes: [
        { line: 3, column: 'parent', message: 'There is no contribution with this id' },
        { line: 4, column: 'parent', message: expect.stringContaining('is a key of this file') },
      ],
      found: 2,
    })
    const bad = row('d', '').replace('100', '-1')
    const beside = await check([head, bad, row('a', ''), row('b', 'nope'), row('', 'a')].join('\n'))
    const listed = 'mistakes' in beside ? beside.mistakes.map(({ line, column }) => [line, column]) : []
    expect(listed).toEqual([
      [2, 'amount'],
      [4, 'parent'],
      [5, 'key'],
      [5, 'parent'],
    ])
    await load([head, row('a', '')].join('\n'))
    const all = { year: '', donor: '', source: '', type: '', pillar: '', page: 1 }
    const [first] = (await listMovements(world.deps)(all, actor, at('2026-01-03'))).movements
    const onward = await check([head, row('b', first?.contribution ?? '')].join('\n'))
    expect(onward).toMatchObject({ file: { movements: 1, paidUsd: 0 } })
    expect(await movements()).toBe(1)
  })

  it('of a file that is wrong throughout lists the first mistakes, and counts all', async () => {
    const { check } = await open()
    const checked = await check(
      [long.split('\n')[0], ...Array(5100).fill('2021,Ireland,clearance,EUR,none,1')].join('\n'),
    )
    expect(checked).toMatchObject({ found: 5100 })
    expect('mistakes' in checked && checked.mistakes).toHaveLength(5000)
  })

  it('killed between any two chunks is unseen, and resumed comes to the same end', async () => {
    const { world, check, start, funding } = await open()
    for (const [chunk, source] of (['government', 'donor', 'fts', 'iati'] as const).entries()) {
      const checked = await check(long, source)
      const id = 'file' in checked ? checked.file.id : ''
      const seen = async () => (await funding()).filter(({ sources }) => sources.includes(source))
      const resume = (records: RecordStore) => resumeImport({ ...world.deps, records })(id, at('2026-01-02', '10:00'))
      // The first write of a start marks the file, then comes one write a chunk.
      await expect(start(id, dyingAt(world.deps.records, 2 + chunk))).rejects.toThrow('killed')
      await expect(resume(dyingAt(world.deps.records, 1))).rejects.toThrow('killed')
      expect(await seen()).toEqual([])
      await resume(world.deps.records)
      expect(await seen()).toEqual(wantedOf(source))
      await resume(dyingAt(world.deps.records, 1))
    }
  })

  it('that is broken off is resumed by the hourly sweep', async () => {
    const { world, check, start, movements } = await open()
    const checked = await check(published(2022))
    const id = 'file' in checked ? checked.file.id : ''
    await expect(start(id, dyingAt(world.deps.records, 2))).rejects.toThrow('killed')
    expect(await movements()).toBe(0)
    await world.sweepAt(at('2026-01-02', '10:00'))
    expect(await movements()).toBe(6)
  })

  it('written by two at once is written once', async () => {
    const { check, start, movements } = await open()
    const checked = await check(long)
    const id = 'file' in checked ? checked.file.id : ''
    await Promise.allSettled([start(id), start(id), start(id)])
    await start(id)
    expect(await movements()).toBe(ROWS)
  })

  it('shows where a contribution came from, and is for the secretariat', async () => {
    const { world, actor, check, load } = await open()
    const file = await load(published(2022))
    const ledger = await listMovements(world.deps)(
      { year: '', donor: 'ireland', source: '', type: '', pillar: '', page: 1 },
      actor,
      at('2026-01-03'),
    )
    const view = await readContribution(world.deps)(ledger.movements[0]?.contribution ?? '', actor, at('2026-01-03'))
    expect(view.contribution.import).toBe(file.id)
    expect(view.history.map(({ what, who }) => [what, who])).toEqual([['imported', 'Secretariat']])
    const chair = await world.contactAt('chair@risk-education.example')
    const byChair = checkImport(world.deps)({ name: '', csv: long, source: 'fts' }, chair, at('2026-01-03'))
    await expect(byChair).rejects.toMatchObject({ code: 'forbidden' })
    await expect(check('\ufffd')).rejects.toMatchObject({ field: 'file' })
  })
})
