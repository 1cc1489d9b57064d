import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { expect, it } from 'vitest'
import { readExportedTable } from '#shared/domain/ledger/import/exported-table.ts'
import type { TypedContribution } from '#shared/domain/ledger/read-contribution.ts'
import type { TypedFacts } from '#shared/domain/ledger/read-facts.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { checkImport, readImportOf } from '#shared/usecases/ledger/check-import.ts'
import { startImport } from '#shared/usecases/ledger/continue-import.ts'
import { correctContribution } from '#shared/usecases/ledger/correct-contribution.ts'
import { enterContribution } from '#shared/usecases/ledger/enter-contribution.ts'
import { exportLedger } from '#shared/usecases/ledger/export-ledger.ts'
import { readContribution } from '#shared/usecases/ledger/read-contribution.ts'
import { readFunding } from '#shared/usecases/ledger/read-funding.ts'
import { withdrawContribution } from '#shared/usecases/ledger/withdraw-contribution.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { typedContribution, typedMovement } from '../fixtures/typed-contribution.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const NOW = at('2026-05-01')
const LATER = at('2026-05-02')
const EVERYTHING = { year: '2026', donor: '', source: '', type: '', pillar: '', format: 'csv' as const }

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })
const csvOf = (rows: readonly object[]): string => stringify([...rows], { header: true })

describeInMemory('an exported file that is brought in', (fresh) => {
  const ledger = async () => {
    const { deps, contactAt } = await worldOn(await fresh())
    const secretariat = await contactAt(SECRETARIAT)
    const check = (csv: string) => checkImport(deps)({ name: 'export.csv', csv, source: 'donor' }, secretariat, NOW)
    const checked = async (csv: string) => {
      const answer = await check(csv)
      if ('mistakes' in answer) throw new Error(JSON.stringify(answer.mistakes))
      return answer.file.id
    }
    const start = (id: string) => startImport(deps)(id, secretariat, LATER)
    return {
      check,
      checked,
      start,
      enter: (facts: Partial<TypedFacts>, movements?: TypedContribution['movements']) =>
        enterContribution(deps)(
          { form: JSON.stringify(facts), typed: typedContribution(facts, movements), newDonor: '' },
          secretariat,
          NOW,
        ),
      correct: (id: string, version: number, typed: TypedContribution) =>
        correctContribution(deps)({ id, version, reason: 'wrong', typed, newDonor: '' }, secretariat, LATER),
      withdraw: (id: string) => withdrawContribution(deps)({ id, version: 1, reason: 'mistake' }, secretariat, LATER),
      take: async (year = EVERYTHING.year) =>
        Buffer.from((await exportLedger(deps)({ ...EVERYTHING, year }, secretariat, LATER)).bytes).toString(),
      load: async (csv: string) => start(await checked(csv)),
      read: (id: string) => readContribution(deps)(id, secretariat, LATER),
      paidUsd: async () => (await readFunding(deps)()).map(({ paidUsd }) => paidUsd),
      fresh: async (csv: string) => {
        const { file, preview } = await readImportOf(deps)(await checked(csv), secretariat, LATER)
        return file.contributions - (preview?.recorded ?? 0)
      },
    }
  }

  /** What was given, what of it was passed on, and that again. */
  const passedOn = async () => {
    const own = await ledger()
    const parent = await own.enter({ recipient: 'UNDP' })
    const child = await own.enter({ recipient: 'UXO Lao', parent })
    const grandchild = await own.enter({ recipient: 'A village', parent: child })
    return { own, parent, child, grandchild }
  }

  it.each([
    ['as it left', (csv: string) => csv],
    ['with its rows turned round', (csv: string) => csvOf(rowsOf(csv).toReversed())],
  ])(
    'holds what it passes on beside where that came from, %s: both are recorded and counted once',
    async (_, order) => {
      const { own, parent, child, grandchild } = await passedOn()
      const other = await ledger()
      expect(await other.load(order(await own.take()))).toMatchObject({ status: 'complete', contributions: 3 })
      expect((await other.read(child)).contribution.parent).toBe(parent)
      expect((await other.read(grandchild)).contribution.parent).toBe(child)
      expect(await other.paidUsd()).toEqual(await own.paidUsd())
    },
  )

  it('of many contributions is written with each parent before what it passes on', async () => {
    const own = await ledger()
    const ids = [await own.enter({ title: 'first' })]
    for (let step = 1; step <= 5; step++) ids.push(await own.enter({ title: `step ${step}`, parent: ids.at(-1) ?? '' }))
    const rows = rowsOf(await own.take())
    const others = Array.from({ length: 60 }, (_, n) => ({ ...rows[0], contribution: `other${n}`, parent: '' }))
    const child = { ...rows.find(({ contribution }) => contribution === ids[5]), parent: 'other59' }
    const before = rows.filter(({ contribution }) => contribution !== ids[5])
    const read = readExportedTable(csvOf([child, ...before.toReversed(), ...others]), {
      sector: laoUxo,
      today: '2026-05-02',
    })
    const order = 'contributions' in read ? read.contributions.map(({ id }) => id) : []
    expect(order.slice(0, 61)).toEqual([ids[0], ...others.map(({ contribution }) => contribution)])
    expect(order.slice(61)).toEqual([ids[5], ...ids.slice(1, 5)])
  })

  it('asks nothing of a parent for what is recorded already, also once that was withdrawn', async () => {
    const { own, parent } = await passedOn()
    await own.withdraw(parent)
    expect(await own.fresh(await own.take())).toBe(0)
  })

  it('that passes money on in a circle, or too often, is refused', async () => {
    const { own, parent, child, grandchild } = await passedOn()
    const rows = rowsOf(await own.take())
    const other = await ledger()
    const circle = rows.map((row) => (row.contribution === parent ? { ...row, parent: child } : row))
    const closed = { column: 'parent', message: expect.stringContaining('itself passed on') }
    expect(await other.check(csvOf(circle))).toMatchObject({ mistakes: [closed, closed, closed] })
    const long = [4, 5, 6, 7].map((step) => ({
      ...rows[0],
      contribution: `step${step}`,
      parent: step === 4 ? grandchild : `step${step - 1}`,
    }))
    expect(await other.check(csvOf([...rows, ...long]))).toMatchObject({
      mistakes: [{ line: 8, column: 'parent', message: expect.stringContaining('more than 5 times') }],
    })
  })

  it('checked before its parent was withdrawn says so when it is recorded, and records nothing', async () => {
    const { own, parent, child } = await passedOn()
    const other = await ledger()
    const rows = rowsOf(await own.take())
    await other.load(csvOf(rows.filter(({ contribution }) => contribution === parent)))
    const id = await other.checked(csvOf(rows.filter(({ contribution }) => contribution !== parent)))
    await other.withdraw(parent)
    await expect(other.start(id)).rejects.toMatchObject({
      code: 'changed',
      message: expect.stringMatching(/row 2, column parent: The contribution with this id was withdrawn/),
    })
    await expect(other.read(child)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('whose source was corrected comes in with the source that stands, whatever is chosen for the file', async () => {
    const [own, other] = [await ledger(), await ledger()]
    const id = await own.enter({ title: 'moved' })
    await own.enter({ title: 'stays' })
    await own.correct(id, 1, typedContribution({ title: 'moved', source: 'iati' }))
    const csv = await own.take()
    await other.load(csv)
    expect((await other.read(id)).contribution.source).toBe('iati')
    expect(await own.fresh(csv)).toBe(0)
  })

  it.each([
    ['precision', 'month', 'is neither day nor year'],
    ['movement', 'x', 'is not the number of a movement'],
    ['movements', '', 'is empty: export the contribution again'],
    ['usd', '900.00', 'Differs from the amount, which is in USD already'],
  ])('with another %s than a ledger writes is refused', async (column, cell, says) => {
    const own = await ledger()
    await own.enter({ title: 'one' }, [typedMovement({ currency: 'USD', amount: '5', usd: '' })])
    const [row] = rowsOf(await own.take())
    const answer = await (await ledger()).check(csvOf([{ ...row, [column]: cell }]))
    expect('mistakes' in answer && answer.mistakes).toMatchObject([
      { line: 2, column, message: expect.stringContaining(says) },
    ])
  })

  it.each([
    ['2003-06-15', 'is not the last day of a year'],
    ['2003-99-99', 'is not the last day of a year'],
    ['31/12/2025', undefined],
    ['31 December 2025', undefined],
  ])('with the year alone as %j is taken as its last day only, however that is spelt', async (date, says) => {
    const own = await ledger()
    await own.enter({ title: 'one' }, [typedMovement({ date: '2025' })])
    const [row] = rowsOf(await own.take('2025'))
    expect(row).toMatchObject({ date: '2025-12-31', precision: 'year' })
    const answer = await (await ledger()).check(csvOf([{ ...row, date }]))
    if (says === undefined) expect(answer).toHaveProperty('file')
    else expect('mistakes' in answer && answer.mistakes[0]?.message).toContain(says)
  })

  it('that was edited is refused with the cell and what is recorded there', async () => {
    const own = await ledger()
    await own.enter({ title: 'as it stands' })
    await own.enter({ title: 'edited' }, [typedMovement(), typedMovement({ type: 'commitment', date: '2026' })])
    const csv = await own.take()
    const edited = (from: string, to: string) => {
      const rows = csv.split('\r\n')
      const place = rows.findLastIndex((row) => row.includes(',edited,'))
      rows[place] = rows[place]?.replace(from, to) ?? ''
      return { csv: rows.join('\r\n'), line: place + 1 }
    }
    const amount = edited('500000.00', '550000.00')
    expect(await own.check(amount.csv)).toEqual({
      mistakes: [
        {
          line: amount.line,
          column: 'amount',
          message: expect.stringMatching(/is recorded as “500000.00”: correct it on the page of the contribution/),
        },
      ],
      found: 1,
    })
    expect(await own.check(edited(',edited,', ',other,').csv)).toMatchObject({
      mistakes: [{ column: 'title', message: expect.stringContaining('“edited”') }],
    })
    expect(await own.check(edited('commitment', 'pledge').csv)).toMatchObject({ mistakes: [{ column: 'type' }] })
  })

  it('that a spreadsheet saved again in its own spelling holds nothing new', async () => {
    const own = await ledger()
    const rate = { rate: '1.0530', rate_direction: 'usd-per-unit', rate_source: 'ECB', rate_date: '2026-03-02' }
    await own.enter({}, [typedMovement({ ...rate, usd: '' })])
    const csv = (await own.take()).replace('500000.00', '500000').replace('1.0530', '1.053')
    expect(await own.fresh(csv.replaceAll('2026-03-02', '2 March 2026'))).toBe(0)
  })

  it('as old as an earlier state of what was corrected or withdrawn since holds nothing new', async () => {
    const own = await ledger()
    const corrected = await own.enter({ title: 'corrected' })
    const withdrawn = await own.enter({ title: 'withdrawn' })
    const old = await own.take()
    const typed = typedContribution({ title: 'corrected' }, [typedMovement({ amount: '510,000' })])
    await own.correct(corrected, 1, typed)
    await own.withdraw(withdrawn)
    expect(await own.fresh(old)).toBe(0)
    expect(await own.fresh(await own.take())).toBe(0)
  })

  it('into another ledger, corrected there since, is still the same file', async () => {
    const own = await ledger()
    const id = await own.enter({ title: 'first' })
    const typed = (amount: string) => typedContribution({ title: 'first' }, [typedMovement({ amount })])
    await own.correct(id, 1, typed('510,000'))
    const other = await ledger()
    await other.load(await own.take())
    await other.correct(id, 1, typed('520,000'))
    await own.enter({ title: 'second' })
    expect(await other.fresh(await own.take())).toBe(1)
  })
})
