import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import type { TypedFacts } from '#shared/domain/ledger/read-facts.ts'
import { enterContribution } from '#shared/usecases/ledger/enter-contribution.ts'
import { exportLedger } from '#shared/usecases/ledger/export-ledger.ts'
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
})
