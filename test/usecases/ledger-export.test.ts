import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import type { TypedContribution } from '#shared/domain/ledger/read-contribution.ts'
import type { TypedFacts } from '#shared/domain/ledger/read-facts.ts'
import { typeOut } from '#shared/domain/ledger/type-out.ts'
import { checkImport, readImportOf } from '#shared/usecases/ledger/check-import.ts'
import { startImport } from '#shared/usecases/ledger/continue-import.ts'
import { correctContribution } from '#shared/usecases/ledger/correct-contribution.ts'
import { enterContribution } from '#shared/usecases/ledger/enter-contribution.ts'
import { exportLedger } from '#shared/usecases/ledger/export-ledger.ts'
import { readContribution } from '#shared/usecases/ledger/read-contribution.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { typedContribution, typedMovement } from '../fixtures/typed-contribution.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const NOW = at('2026-05-01')
const EVERYTHING = { year: '2026', donor: '', source: '', type: '', pillar: '', format: 'csv' as const }

describeInMemory('a year of the ledger taken away', (fresh) => {
  it('names in IATI who passes money on by the contribution that it comes from', async () => {
    const { deps, contactAt } = await worldOn(await fresh())
    const secretariat = await contactAt(SECRETARIAT)
    const enter = (form: string, facts: Partial<TypedFacts>) =>
      enterContribution(deps)({ form, typed: typedContribution(facts), newDonor: '' }, secretariat, NOW)
    const parent = await enter('form-1', { recipient: 'UNDP' })
    await enter('form-2', { recipient: 'UXO Lao', parent })
    const { bytes } = await exportLedger(deps)({ ...EVERYTHING, format: 'xml' }, secretariat, NOW)
    const providers = [
      ...Buffer.from(bytes)
        .toString()
        .matchAll(/<provider-org.*?<narrative>(.*?)</g),
    ]
    expect(providers.map(([, name]) => name).toSorted()).toEqual(['Ireland', 'UNDP'])
  })

  it('carries as CSV evidence, note and rate of each movement under the names that the template of an import has', async () => {
    const { deps, contactAt } = await worldOn(await fresh())
    const secretariat = await contactAt(SECRETARIAT)
    const facts = { evidence: 'https://example.org/agreement', note: 'two lines,\nລາວ' }
    const rate = { rate: '1.0534', rate_direction: 'usd-per-unit', rate_source: 'ECB', rate_date: '2026-03-02' }
    const typed = typedContribution(facts, [
      typedMovement({ ...rate, usd: '' }),
      typedMovement({ type: 'commitment', date: '2026' }),
    ])
    await enterContribution(deps)({ form: 'form-1', typed, newDonor: '' }, secretariat, NOW)
    const { bytes } = await exportLedger(deps)(EVERYTHING, secretariat, NOW)
    const rows = parse(Buffer.from(bytes), { bom: true, columns: true })
    expect(rows).toMatchObject([
      { ...facts, ...rate, usd: '526700.00', usd_published_by: '' },
      { ...facts, rate: '', rate_direction: '', rate_source: '', rate_date: '', usd_published_by: 'donor' },
    ])
  })

  /** Two contributions, one corrected, with all that is easily lost on the way. */
  const withTwo = async () => {
    const { deps, contactAt } = await worldOn(await fresh())
    const secretariat = await contactAt(SECRETARIAT)
    const rate = { rate: '21000', rate_direction: 'units-per-usd', rate_source: 'BoL', rate_date: '2026-03-02' }
    const lak = typedMovement({ ...rate, amount: '2100000000', currency: 'LAK', usd: '' })
    const facts = {
      title: '=SUM(A1), “ສ”',
      note: 'two\nlines',
      evidence: 'https://example.org',
      provinces: 'Khammouane',
    }
    const enter = (form: string, typed: TypedContribution) =>
      enterContribution(deps)({ form, typed, newDonor: '' }, secretariat, NOW)
    const ids = [
      await enter('form-1', typedContribution({ ...facts, pillars: 'clearance 60; "risk; education" 40' }, [lak])),
      await enter('form-2', typedContribution({ implementers: '"A; B"; C' }, [typedMovement({ date: '2026-03-01' })])),
    ]
    const corrected = typedContribution({ recipient: 'HALO' }, [
      typedMovement(),
      typedMovement({ type: 'commitment', date: '2026' }),
    ])
    await correctContribution(deps)(
      { id: ids[1] ?? '', version: 1, reason: 'wrong day', typed: corrected, newDonor: '' },
      secretariat,
      NOW,
    )
    const take = async (asked = {}) =>
      Buffer.from((await exportLedger(deps)({ ...EVERYTHING, ...asked }, secretariat, NOW)).bytes).toString()
    return { deps, secretariat, ids, take }
  }
  const check = (
    { deps, secretariat }: Pick<Awaited<ReturnType<typeof withTwo>>, 'deps' | 'secretariat'>,
    csv: string,
    source = 'donor',
  ) => checkImport(deps)({ name: 'export.csv', csv, source }, secretariat, NOW)

  it('as CSV holds nothing new for the ledger that it comes from', async () => {
    const own = await withTwo()
    const checked = await check(own, await own.take())
    const id = 'file' in checked ? checked.file.id : ''
    const { file, preview } = await readImportOf(own.deps)(id, own.secretariat, NOW)
    expect([file.contributions, preview?.recorded]).toEqual([2, 2])
  })

  it('as CSV brings another ledger what stands, to the last word and cent', async () => {
    const own = await withTwo()
    const other = await worldOn(await fresh())
    const secretariat = await other.contactAt(SECRETARIAT)
    const checked = await check({ deps: other.deps, secretariat }, await own.take())
    await startImport(other.deps)('file' in checked ? checked.file.id : '', secretariat, NOW)
    for (const id of own.ids) {
      const [there, here] = await Promise.all(
        [own.deps, other.deps].map((deps) => readContribution(deps)(id, secretariat, NOW)),
      )
      expect(here && typeOut(here.contribution, here.movements)).toEqual(
        there && typeOut(there.contribution, there.movements),
      )
    }
  })

  it('in part is refused with the column that says so, and says its own source', async () => {
    const own = await withTwo()
    expect(await check(own, await own.take({ type: 'commitment' }))).toMatchObject({
      mistakes: [{ line: 2, column: 'movements', message: expect.stringContaining('export the contribution whole') }],
    })
    expect(await check(own, await own.take(), 'government')).toHaveProperty('file')
  })
})
