import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleForNode } from '#infra/bundle.ts'
import { compileTwgBrief } from '#shared/domain/briefs/compile-twg-brief.ts'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { fieldsOf } from '#shared/domain/forms/form.ts'
import { formJsonSchema } from '#shared/domain/forms/json-schema.ts'
import { saddCells } from '#shared/domain/forms/people.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import type { TwgReport, Typed } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { brokenRules, consistentRows } from '../../fixtures/consistent-rows.ts'
import { completeDraft } from '../../fixtures/survey-clearance.ts'
import { treePlanting } from '../../fixtures/tree-planting.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const twg = { id: 'tree-planting', name: 'Tree Planting', number: 6 }
const sector = { ...laoUxo, twgs: [...laoUxo.twgs, twg] }

const rows = treePlanting.rows ?? expect.fail('no rows')
const row = (own: Typed = {}): Typed => ({
  ...Object.fromEntries(
    saddCells('planters').flatMap((cell) => [
      [cell, '9'],
      [`${cell}WithDisabilities`, '0'],
    ]),
  ),
  province: '09',
  planted: '3 ha',
  'trees.teak': '2 ha',
  'trees.fruit': '1 ha',
  lastVisit: '15 March 2026',
  nurseries: '4',
  ...own,
})
const read = (typed: Typed[], id = '2026-Q1', earlier: (TwgReport | undefined)[] = []) => {
  const round = roundOf(id, sector)
  return readDraft(treePlanting, completeDraft({ rows: typed }), { round, sector, earlier })
}
const report = (round: string, own: Typed = {}): TwgReport => {
  const { content } = read([row(own)])
  if (!content) throw new Error('not complete')
  const at = '2026-04-10T03:00:00.000Z'
  const submittedBy = { contact: 'c', name: 'C', onBehalf: false }
  return {
    round,
    twg: twg.id,
    version: 1,
    status: 'submitted',
    firstSubmittedAt: at,
    submittedAt: at,
    submittedBy,
    content,
  }
}

describe('a sixth form is one file', () => {
  let tree: string
  beforeAll(async () => {
    tree = await mkdtemp(join(tmpdir(), 'sixth-form-'))
    for (const path of ['shared', 'package.json', 'tsconfig.json'])
      await cp(join(ROOT, path), join(tree, path), { recursive: true })
    await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
    await cp(join(ROOT, 'test/fixtures/tree-planting.ts'), join(tree, 'shared/domain/forms/of-twgs/tree-planting.ts'))
    await writeFile(
      join(tree, 'ask.ts'),
      `import { formOf } from '#shared/domain/forms/index.ts'
       for (const twg of ${JSON.stringify([...laoUxo.twgs.map(({ id }) => id), 'tree-planting', 'none'])})
         console.log(twg, formOf(twg)?.version, formOf(twg)?.rows?.noun)`,
    )
  })
  afterAll(() => rm(tree, { recursive: true }))
  const ALL = [...laoUxo.twgs.map(({ id }) => `${id} 1`), 'tree-planting 3 province', 'none undefined undefined']
  const saidBy = async (...program: string[]) => {
    const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: tree })
    return stdout.trim().split('\n')
  }

  it('that is found where the sources run', async () => {
    const lines = await saidBy('--import', 'tsx', 'ask.ts')
    expect(lines).toEqual(ALL.map((line) => expect.stringContaining(line)))
  })

  it('that is in every bundle, which reads no folder', async () => {
    const chunks = await bundleForNode('ask', join(tree, 'ask.ts'))
    for (const { fileName, code } of chunks) await writeFile(join(tree, fileName), code)
    await rm(join(tree, 'shared'), { recursive: true })
    expect(await saidBy('ask.mjs')).toEqual(ALL.map((line) => expect.stringContaining(line)))
  })

  it('that is read, checked and versioned like the others', () => {
    expect(read([row()])).toMatchObject({ problems: [], content: { formVersion: 3, rows: [{ planted: 30_000 }] } })
    const wrong = row({ 'trees.fruit': '2 ha', 'planters.menWithDisabilities': '10', lastVisit: '1/4/2026' })
    expect(read([wrong]).problems.map(({ field }) => field)).toEqual([
      'planted',
      'planters.menWithDisabilities',
      'lastVisit',
    ])
    expect(read([row({ planted: '9 ha', 'trees.teak': '8 ha' })], '2026-Q1', [report('2025-Q4')]).problems).toEqual([
      expect.objectContaining({ level: 'warn', field: 'planted' }),
    ])
    expect(read([row({ lastVisit: '2026-12-01' })], '2026-Q4').problems.map(({ field }) => field)).toContain('survival')
  })

  it('whose declared rules make consistent reports and find what breaks them', () => {
    fc.assert(
      fc.property(
        consistentRows(rows, roundOf('2026-Q1', sector), sector),
        fc.integer({ min: 1, max: 99 }),
        (typed, more) => {
          expect(read([typed]).problems).toEqual([])
          const corrupted = { ...typed, 'trees.teak': String(Number(typed['trees.teak']) + more) }
          expect(brokenRules(rows.checks, corrupted).map(({ id }) => id)).toEqual(['trees'])
          expect(read([corrupted]).problems).toHaveLength(1)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('with columns, and a JSON Schema that tells what they are', () => {
    expect(
      fieldsOf(rows.schema)
        .map(({ path }) => path)
        .slice(0, 4),
    ).toEqual(['province', 'planted', 'trees.teak', 'trees.fruit'])
    expect(JSON.stringify(formJsonSchema(treePlanting, sector))).toContain('"title":"Area planted"')
  })

  it('whose figures stand in a brief: quarter, year to date, provinces, leading lines', () => {
    const round = roundOf('2026-Q2', sector)
    const brief = compileTwgBrief({
      sector,
      round,
      twg,
      form: rows,
      chair: 'Somchai',
      reports: [
        { round: '2026-Q2', report: report('2026-Q2') },
        { round: '2026-Q1', report: report('2026-Q1', { planted: '2 ha', 'trees.teak': '1 ha', nurseries: '7' }) },
        { round: '2025-Q4', report: report('2025-Q4') },
      ],
      meetings: [],
      actionPoints: [],
      released: undefined,
      cutOff: '2026-07-20T03:00:00.000Z',
    })
    expect(brief.indicators.map(({ id, quarter, yearToDate }) => [id, quarter.value, yearToDate.value])).toEqual([
      ['planted', 30_000, 50_000],
      ['planters', 45, 90],
      ['nurseries', 4, 4],
    ])
    expect(brief.provinces).toEqual({
      columns: ['Area planted (m²)'],
      rows: [
        { province: 'Xiengkhuang', cells: [{ value: 30_000, leftOut: 0, sources: ['2026-Q2/tree-planting/v1'] }] },
      ],
    })
    expect(brief.summary).toContainEqual('Area planted: 3 ha (+50 % on the quarter before).')
  })
})
