import { expect, it } from 'vitest'
import type { Actor } from '#shared/domain/contact.ts'
import { EXPORT_FORMATS } from '#shared/domain/ledger/export-limits.ts'
import { checkImport } from '#shared/usecases/ledger/check-import.ts'
import { startImport } from '#shared/usecases/ledger/continue-import.ts'
import { correctContribution } from '#shared/usecases/ledger/correct-contribution.ts'
import { enterContribution } from '#shared/usecases/ledger/enter-contribution.ts'
import { exportLedger } from '#shared/usecases/ledger/export-ledger.ts'
import { listMovements } from '#shared/usecases/ledger/list-movements.ts'
import { readContribution } from '#shared/usecases/ledger/read-contribution.ts'
import { readDonor } from '#shared/usecases/ledger/read-donor.ts'
import { readLedger } from '#shared/usecases/ledger/read-ledger.ts'
import { type WithdrawContribution, withdrawContribution } from '#shared/usecases/ledger/withdraw-contribution.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { typedContribution, typedMovement } from '../fixtures/typed-contribution.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const TWO_YEARS = [
  typedMovement({ type: 'commitment', date: '2026' }),
  typedMovement({ type: 'commitment', date: '2027' }),
  typedMovement(),
]

describeOnTable('a contribution that was recorded by mistake', (fresh) => {
  const open = async () => {
    const world = await worldOn(await fresh())
    const { deps } = world
    const ireland = await world.contactAt('embassy@ireland.example')
    const secretariat = await world.contactAt(SECRETARIAT)
    const enter = (typed = typedContribution(), form = 'a form') =>
      enterContribution(deps)({ form, typed, newDonor: '' }, ireland, at('2026-03-03'))
    const withdraw = (
      command: Partial<WithdrawContribution> & { id: string },
      actor: Actor = ireland,
      day = '2026-04-03',
    ) => withdrawContribution(deps)({ version: 1, reason: 'it is of another sector', ...command }, actor, at(day))
    const view = (id: string) => readContribution(deps)(id, ireland, at('2026-05-01'))
    const sums = async () =>
      (await readLedger(deps)(ireland, at('2026-05-01'))).years.flatMap(({ sources }) =>
        sources.map(({ year, paidUsd, committedUsd, donors }) => [year, paidUsd, committedUsd, donors.length]),
      )
    return { world, deps, ireland, secretariat, enter, withdraw, view, sums }
  }

  it('is withdrawn with a reason: it is in no total, and its history says who, when, what and why', async () => {
    const { world, enter, withdraw, view, sums } = await open()
    const id = await enter(typedContribution({}, TWO_YEARS))
    await withdraw({ id })
    expect(await sums()).toEqual([])
    const { contribution, movements, takenBack, history } = await view(id)
    expect(movements).toEqual([])
    expect(takenBack.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(contribution.withdrawn).toMatchObject({
      reason: 'it is of another sector',
      by: { name: 'Embassy of Ireland' },
    })
    expect(history.map(({ what, who, why, movements: of }) => [what, who, why, of.length])).toEqual([
      ['withdrawn', 'Embassy of Ireland', 'it is of another sector', 3],
      ['recorded', 'Embassy of Ireland', '', 3],
    ])
    expect((await world.events(`contribution/${id}`)).map(({ type, sequence }) => [type, sequence])).toEqual([
      ['ContributionRecorded', 1],
      ['ContributionCorrected', 2],
    ])
  })

  it('is withdrawn only with a reason, as it was looked at, by whoever may correct it, and once', async () => {
    const { world, secretariat, enter, withdraw, view } = await open()
    const id = await enter()
    const chair = await world.contactAt('chair@risk-education.example')
    await expect(withdraw({ id }, chair)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(withdraw({ id, reason: ' ' })).rejects.toMatchObject({ field: 'reason' })
    await expect(withdraw({ id, reason: 'x'.repeat(501) })).rejects.toMatchObject({ field: 'reason' })
    await expect(withdraw({ id, version: 7 })).rejects.toMatchObject({ code: 'changed' })
    expect((await view(id)).movements).toHaveLength(1)
    await withdraw({ id }, secretariat)
    await withdraw({ id }, secretariat)
    expect((await view(id)).history).toHaveLength(2)
  })

  it('is in no file to take away, beside others that are', async () => {
    const { deps, ireland, enter, withdraw } = await open()
    const files = () =>
      Promise.all(
        EXPORT_FORMATS.map(async (format) => {
          const asked = { year: '2026', donor: '', source: '', type: '', pillar: '', format }
          const { movements, bytes } = await exportLedger(deps)(asked, ireland, at('2026-05-01'))
          return [movements, format === 'xlsx' ? '' : Buffer.from(bytes).toString().includes('mistaken')]
        }),
      )
    const ids = [await enter(typedContribution({ title: 'mistaken' }), 'first'), await enter(undefined, 'second')]
    expect(await files()).toEqual([
      [2, true],
      [2, ''],
      [2, true],
    ])
    await withdraw({ id: ids[0] ?? '' })
    expect(await files()).toEqual([
      [1, false],
      [1, ''],
      [1, false],
    ])
    await withdraw({ id: ids[1] ?? '' })
    await expect(files()).rejects.toMatchObject({ code: 'not-found' })
  })

  it('stays withdrawn when its file is recorded again', async () => {
    const { deps, secretariat, withdraw, sums } = await open()
    const header = 'year,donor,sectors,currency,amount,amount_usd_reported'
    const load = async (rows: string) => {
      const csv = `${header}\n${rows}\n`
      const checked = await checkImport(deps)({ name: 'f.csv', csv, source: 'fts' }, secretariat, at('2026-03-03'))
      if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
      await startImport(deps)(checked.file.id, secretariat, at('2026-03-03'))
    }
    await load('2026,Ireland,clearance,EUR,1000,1100')
    const all = { year: '', donor: '', source: '', type: '', pillar: '', page: 1 }
    const [row] = (await listMovements(deps)(all, secretariat, at('2026-05-01'))).movements
    await withdraw({ id: row?.contribution ?? '' }, secretariat)
    await load('2026,Ireland,clearance,EUR,1000,1100')
    await load('2026,Ireland,clearance,EUR,1000,1100\n2026,Japan,clearance,USD,5,5')
    expect(await sums()).toEqual([[2026, 500, 0, 1]])
  })

  it('and was right after all is recorded again from what was withdrawn, with a reason', async () => {
    const { deps, ireland, enter, withdraw, view, sums } = await open()
    const id = await enter()
    await withdraw({ id })
    const again = (reason: string) =>
      correctContribution(deps)(
        { id, version: 2, reason, typed: typedContribution(), newDonor: '' },
        ireland,
        at('2026-04-09'),
      )
    await expect(again('')).rejects.toMatchObject({ field: 'reason' })
    await again('it was of this sector')
    expect(await sums()).toEqual([[2026, 52_670_050, 0, 1]])
    const { contribution, history } = await view(id)
    expect(contribution.withdrawn).toBeUndefined()
    expect(history.map(({ what }) => what)).toEqual(['restored', 'withdrawn', 'recorded'])
    await withdraw({ id, version: 3 }, ireland, '2026-04-10')
    expect((await view(id)).takenBack.map(({ seq }) => seq)).toEqual([3])
  })

  it('leaves what was passed on of it, which says on its page that it is withdrawn', async () => {
    const { enter, withdraw, view } = await open()
    const id = await enter()
    const passedOn = await enter(typedContribution({ parent: id }), 'another')
    expect((await view(passedOn)).parent).toMatchObject({ id, title: 'Clearance in Khammouane' })
    expect((await view(passedOn)).parent?.withdrawn).toBeUndefined()
    await withdraw({ id })
    expect((await view(passedOn)).parent?.withdrawn).toMatchObject({ reason: 'it is of another sector' })
  })

  it('shows on the page of its donor as withdrawn, and passes nothing on any more', async () => {
    const { deps, ireland, enter, withdraw } = await open()
    const id = await enter()
    await withdraw({ id })
    const { contributions } = await readDonor(deps)({ donor: 'ireland', page: 1 }, ireland, at('2026-05-01'))
    expect(contributions.map(({ contribution, movements }) => [contribution.withdrawn?.reason, movements])).toEqual([
      ['it is of another sector', []],
    ])
    await expect(enter(typedContribution({ parent: id }), 'another')).rejects.toMatchObject({
      field: 'parent',
      message: expect.stringContaining('was withdrawn'),
    })
  })
})
