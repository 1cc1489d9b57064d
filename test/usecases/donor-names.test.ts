import { expect, it } from 'vitest'
import { ContributionMistakes } from '#shared/domain/ledger/mistakes.ts'
import { typeOut } from '#shared/domain/ledger/type-out.ts'
import { takeInEvent } from '#shared/usecases/intake/take-in-event.ts'
import { checkImport } from '#shared/usecases/ledger/check-import.ts'
import { startImport } from '#shared/usecases/ledger/continue-import.ts'
import { correctContribution } from '#shared/usecases/ledger/correct-contribution.ts'
import { enterContribution } from '#shared/usecases/ledger/enter-contribution.ts'
import { readContribution } from '#shared/usecases/ledger/read-contribution.ts'
import { readDonor } from '#shared/usecases/ledger/read-donor.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { typedContribution, typedMovement } from '../fixtures/typed-contribution.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

describeOnTable('a donor', (fresh) => {
  const open = async () => {
    const world = await worldOn(await fresh())
    const { deps } = world
    const secretariat = await world.contactAt(SECRETARIAT)
    let forms = 0
    const enter = (typed = typedContribution(), newDonor = '', form = `form-${++forms}`) =>
      enterContribution(deps)({ form, typed, newDonor }, secretariat, at('2026-03-03'))
    const mistakesOf = async (entering: Promise<unknown>) => {
      const error: unknown = await entering.catch((thrown: unknown) => thrown)
      return error instanceof ContributionMistakes
        ? error.mistakes.map(({ field, message }) => `${field}: ${message}`)
        : []
    }
    const load = async (...donors: string[]) => {
      const rows = donors.map((donor, index) => `2026,${donor},clearance,EUR,${1000 + index},1100`)
      const csv = ['year,donor,sectors,currency,amount,amount_usd_reported', ...rows].join('\n')
      const checked = await checkImport(deps)({ name: 'f.csv', csv, source: 'fts' }, secretariat, at('2026-03-03'))
      if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
      return startImport(deps)(checked.file.id, secretariat, at('2026-03-03'))
    }
    const namesOf = async (donor: string) => {
      const view = await readDonor(deps)({ donor, page: 1 }, secretariat, at('2026-05-01'))
      return [view.donor.name, ...new Set(view.contributions.map(({ contribution }) => contribution.donor.name))]
    }
    return { world, deps, secretariat, enter, mistakesOf, load, namesOf }
  }
  const mines = typedContribution({ donor: 'Mines Advisory Fund' })

  it('that nothing is recorded for is asked about first, with names that may be meant, beside all other mistakes', async () => {
    const { enter, mistakesOf } = await open()
    expect(await mistakesOf(enter(typedContribution({ donor: 'Irland', title: '' })))).toEqual([
      'title: Enter a title',
      'new_donor: No donor of this name is recorded yet: “Irland”. Is it “Ireland”? Mend the name, or say that this donor is new',
    ])
    expect(await mistakesOf(enter(typedContribution({ donor: 'Korea' })))).toEqual([
      expect.stringContaining('Is it “Republic of Korea”?'),
    ])
    expect(await mistakesOf(enter(mines, 'another-fund'))).toEqual([
      expect.stringContaining('“Mines Advisory Fund”. Mend'),
    ])
    await enter(mines, 'mines-advisory-fund')
    await enter(mines)
    expect(await mistakesOf(enter(typedContribution({ donor: 'Mines Advisery Fund' })))).toEqual([
      expect.stringContaining('Is it “Mines Advisory Fund”?'),
    ])
  })

  it('keeps the name it was recorded under first, however it is spelt in a form, a file or an event later', async () => {
    const { deps, enter, load, namesOf } = await open()
    await load('Mines Advisory Fund', 'MINES ADVISORY FUND', 'IRELAND')
    const id = await enter(typedContribution({ donor: 'mines advisory FUND' }))
    const data = {
      donor: 'Mines-Advisory-Fund',
      title: 'x',
      source: 'donor',
      pillars: { notDisaggregated: [] },
      movements: [{ type: 'disbursement', date: '2026-03-02', amount: '5', currency: 'USD' }],
    }
    const event = { id: 'e', source: 'odamis', 'detail-type': 'ContributionRecorded', detail: { id: 'A', data } }
    await takeInEvent(deps)(event, at('2026-03-03'))
    expect(await namesOf('mines-advisory-fund')).toEqual(['Mines Advisory Fund', 'Mines Advisory Fund'])
    expect(await namesOf('ireland')).toEqual(['Ireland', 'Ireland'])
    const { secretariat } = await open()
    const typed = typedContribution({ donor: 'MINES ADVISORY FUND' })
    const command = { id, version: 1, reason: 'capitals', typed, newDonor: '' }
    await expect(correctContribution(deps)(command, secretariat, at('2026-04-03'))).rejects.toMatchObject({
      code: 'nothing-changed',
      message: expect.stringContaining('is recorded as “Mines Advisory Fund”'),
    })
  })

  it('has a form recorded once: the same again is done, other content is refused and names what was recorded', async () => {
    const { deps, secretariat, enter } = await open()
    const id = await enter(typedContribution(), '', 'one opening')
    expect(await enter(typedContribution(), '', 'one opening')).toBe(id)
    const other = typedContribution({}, [typedMovement({ amount: '1', usd: '1' })])
    await expect(enter(other, '', 'one opening')).rejects.toMatchObject({ code: 'recorded-before', contribution: id })
    const { movements } = await readContribution(deps)(id, secretariat, at('2026-05-01'))
    expect(movements.map(({ usdCents }) => usdCents)).toEqual([52_670_050])
    expect(await enter(other, '', 'another opening')).not.toBe(id)
  })

  it('sees all mistakes of a correction at once: the missing reason too, and one that is too long', async () => {
    const { deps, secretariat, enter, mistakesOf } = await open()
    const id = await enter()
    const correct = (reason: string, typed = typedContribution({ title: '', recipient: 'HI' })) =>
      mistakesOf(
        correctContribution(deps)({ id, version: 1, reason, typed, newDonor: '' }, secretariat, at('2026-04-03')),
      )
    expect(await correct('')).toEqual(['reason: Say why', 'title: Enter a title'])
    expect(await correct('x'.repeat(501))).toEqual([
      expect.stringContaining('reason: Shorten the text to 500'),
      'title: Enter a title',
    ])
    expect(await correct('x'.repeat(501), typedContribution({ recipient: 'HI' }))).toHaveLength(1)
    const { contribution, movements } = await readContribution(deps)(id, secretariat, at('2026-04-03'))
    const asShown = typeOut(contribution, movements)
    const further = { ...asShown, movements: [...asShown.movements, typedMovement({ date: 'soon' })] }
    expect(await correct('', further)).toEqual([expect.stringContaining('movements.1.date')])
  })
})
