import { readFileSync } from 'node:fs'
import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { donorsOf } from '#shared/domain/ledger/access.ts'
import { LedgerTally } from '#shared/domain/ledger/analysis/funding.ts'
import { GapTally } from '#shared/domain/ledger/analysis/gap.ts'
import { reconcileAll, reconciled } from '#shared/domain/ledger/analysis/reconcile.ts'
import { historyOf } from '#shared/domain/ledger/history.ts'
import type { ImportFile } from '#shared/domain/ledger/import/import-file.ts'
import { readImport } from '#shared/domain/ledger/import/read-import.ts'
import { readContributionTable } from '#shared/domain/ledger/import/yearly-table.ts'
import { kindOf, type Movement } from '#shared/domain/ledger/movement.ts'
import { recorded } from '#shared/domain/ledger/new-contribution.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { ledgerCsv } from '#shared/render/exports/ledger-csv.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { publishedSchema } from '#shared/usecases/intake/published-schema.ts'
import type { ImportPreview } from '#shared/usecases/ledger/preview-import.ts'
import type { LedgerServices } from '#shared/web/ledger-services.ts'
import { exportedOf } from '../fixtures/movements.ts'

const DAY = '2026-04-10'
const AT = '2026-04-01T03:00:00.000Z'
const by = { actor: 'contact/noy', name: 'Noy Sisouk' }

const csv = readFileSync(new URL('../fixtures/contributions-2022.csv', import.meta.url), 'utf8')
const table = readContributionTable(csv, 'landmine-monitor')
const ledger = ('contributions' in table ? table.contributions : []).map(({ id, contribution }) =>
  recorded(id, contribution, { at: AT, by }),
)
/** The ledger of the fake: the published table of 2022, and what the government says of Ireland. */
const ireland = ledger.find(({ contribution }) => contribution.donor.id === 'ireland') ?? ledger[0]
if (!ireland) throw new Error('the table is empty')
/** What the government says of the same donor. */
export const STATED = 'stated'
const stated = ireland.movements.map((movement) => ({
  ...movement,
  contribution: STATED,
  source: 'government' as const,
  usdCents: 50_000_000,
}))
/** One that was recorded twice by mistake, and taken back. */
const mistaken = stated.slice(0, 1).flatMap((movement): Movement[] => [
  { ...movement, contribution: 'mistaken' },
  {
    ...movement,
    contribution: 'mistaken',
    seq: 2,
    type: 'correction',
    amount: { ...movement.amount, minor: -movement.amount.minor },
    usdCents: -movement.usdCents,
    reverses: 1,
    reversesType: 'disbursement',
    reason: 'recorded twice',
  },
])
/** What MAG passes on of it, at a rate. */
const passedOn = recorded(
  'passed-on',
  {
    contribution: {
      ...ireland.contribution,
      title: 'Clearance of one village',
      recipient: 'UXO Lao',
      parent: ireland.contribution.id,
      source: 'government',
      evidence: 'https://example.org/agreement?a=1&b=2',
      note: 'agreed <orally>',
    },
    movements: [
      {
        type: 'disbursement',
        date: '2022-06-30',
        precision: 'day',
        amount: { minor: 210_000_000_000, currency: 'LAK' },
        usdCents: 10_000_000,
        usdBasis: { rate: '21000', direction: 'units-per-usd', source: 'Bank of the Lao PDR', date: '2022-06-29' },
      },
    ],
  },
  { at: AT, by },
)
export const PASSED_ON = passedOn.contribution.id
const movements = [...ledger.flatMap((one) => one.movements), ...stated, ...mistaken, ...passedOn.movements]
/** What is only promised, of a year in which nothing else is known. */
const pledged = ireland.movements.map(
  (movement): Movement => ({ ...movement, contribution: 'pledged', type: 'pledge', date: '2023-12-31' }),
)
export const IRELAND = ireland.contribution.id
/** The same, withdrawn. */
export const WITHDRAWN = 'withdrawn'

/** A file that was checked. */
export const importedFile: ImportFile = {
  id: 'file-1',
  name: 'contributions-2022.csv',
  source: 'landmine-monitor',
  status: 'checked',
  at: AT,
  by,
  today: DAY,
  parts: 1,
  contributions: 6,
  movements: 6,
  years: [2022],
  paidUsd: 5_142_111_400,
  chunks: 1,
  written: 0,
  existing: 0,
}

/** One whose every row is recorded already. */
export const KNOWN = 'file-3'
/** The ledger speaks against this file since it was checked. */
export const OVERTAKEN = 'file-4'

/** One that is being recorded. */
export const WRITING = 'file-2'

const importPreview: ImportPreview = {
  recorded: 2,
  equal: { first: [[3, 5]], more: 1 },
  added: { first: [{ donor: 'Ireland', year: 2022, lines: [4] }], more: 0 },
  newDonors: { first: [{ name: 'Irland', near: ['Ireland'] }], more: 0 },
}

const NEED = {
  report: '2021-Q4/coordination-policy-funding/v1',
  from: '2022-01-01',
  unknown: ['Risk education'],
  usdCents: new Map([['Survey and clearance', 6_000_000_000]]),
}

const onlySecretariat = (actor: Actor) => {
  if (!isSecretariat(actor.roles, DAY))
    throw new UserError(
      'forbidden',
      say`Contributions are recorded by the secretariat and by the focal point of their donor`,
    )
}

/** The ledger's use cases in memory; what they change they only note. */
export const fakeLedger = (called: (name: string, command: unknown) => void): LedgerServices => ({
  listMovements: async ({ donor, year, type }) => {
    const found = movements.filter(
      (movement) =>
        (donor === '' || movement.donor.id === donor) &&
        (year === '' || year === '2022') &&
        (type === '' || kindOf(movement) === type),
    )
    const donors = ledger.map(({ contribution }) => contribution.donor)
    return { years: [2022], donors, movements: found, total: found.length, page: 1, pages: 1 }
  },
  reconcileYear: async ({ year, first, second }) => {
    const tally = new LedgerTally()
    for (const movement of movements) tally.add(movement)
    const sources = 'government+landmine-monitor'
    const explanations = [{ sources, donor: 'ireland', text: 'the <fiscal> year', difference: 100_000_000 }]
    const sides = reconciled(reconcileAll(tally.result(), explanations), first, second)
    if (year !== 2022 || !sides) throw new UserError('not-found', say`There are no two such sources`)
    const explained = { year, sources, donor: 'ireland', at: AT, by }
    return { ...sides, explained: ['', 'the <fiscal> year'].map((text) => ({ ...explained, text })) }
  },
  readLedger: async () => {
    const tally = new LedgerTally()
    const gap = new GapTally(NEED)
    for (const movement of [...movements, ...pledged]) {
      tally.add(movement)
      gap.add(movement)
    }
    const told = tally.result()
    const sources = told.filter(({ year }) => year === 2022)
    return {
      years: [
        { year: 2023, sources: told.filter(({ year }) => year === 2023), reconciliations: [], changes: new Map() },
        {
          year: 2022,
          sources,
          reconciliations: reconcileAll(sources, []),
          changes: new Map([['landmine-monitor', { usdCents: 941_429_600, share: 0.224 }]]),
        },
      ],
      gaps: gap.result(),
    }
  },
  exportLedger: async ({ year, format, part }) => {
    if (year !== '2022') throw new UserError('not-found', say`There is nothing to export`)
    const contentType = format === 'xlsx' ? 'application/octet-stream' : 'text/csv; charset=utf-8'
    const size = part === 16 ? 500 : 1
    const bytes = ledgerCsv(
      Array.from({ length: size }, () => exportedOf({ ...ireland.movements[0], reason: 'x'.repeat(10_000) })),
    )
    return { name: `ledger-${year}.${format}`, contentType, bytes, movements: size }
  },
  readContribution: async (id, actor) => {
    if (id === PASSED_ON)
      return {
        ...passedOn,
        parent: { ...ireland.contribution, withdrawn: { at: AT, by, reason: 'twice' } },
        version: 1,
        takenBack: [],
        history: historyOf(passedOn.contribution, passedOn.movements, [], []),
        mayCorrect: false,
        mayExplain: false,
      }
    if (![IRELAND, WITHDRAWN, STATED].includes(id)) throw new UserError('not-found', say`There is no such contribution`)
    const withdrawn = id === WITHDRAWN && { at: AT, by, reason: 'the <donor> took it back' }
    const source = id === STATED ? ('government' as const) : ('donor' as const)
    const contribution = { ...ireland.contribution, id, source, ...(withdrawn ? { withdrawn } : {}) }
    const own = donorsOf(actor.roles, DAY).includes('ireland')
    const change = {
      at: '2026-04-05T03:00:00.000Z',
      by: { actor: 'contact/aoife', name: 'Aoife' },
      what: 'corrected' as const,
      reason: 'the <bank> had the wrong rate',
      facts: [{ fact: 'recipient', from: '', to: 'MAG' }],
      movements: [],
    }
    return {
      contribution,
      version: 2,
      movements: withdrawn ? [] : ireland.movements,
      takenBack: withdrawn ? ireland.movements : [],
      history: historyOf(contribution, ireland.movements, [change], []),
      mayCorrect: isSecretariat(actor.roles, DAY) || (own && source === 'donor'),
      mayExplain: own && source !== 'donor',
    }
  },
  enterContribution: async (command) => {
    called('enterContribution', command)
    return IRELAND
  },
  withdrawContribution: async (command) => called('withdrawContribution', command),
  correctContribution: async (command) => called('correctContribution', command),
  readDonor: async ({ donor }, actor) => {
    if (donor !== 'ireland') throw new UserError('not-found', say`Nothing is recorded for this donor`)
    const own = donorsOf(actor.roles, DAY).includes(donor)
    const tally = new LedgerTally()
    for (const movement of ireland.movements) tally.add(movement)
    return {
      donor: ireland.contribution.donor,
      years: tally.result().map((told) => ({ year: told.year, source: told.source, line: told.donors[0] as never })),
      contributions: [ireland, passedOn, { ...passedOn, contribution: { ...passedOn.contribution, id: 'again' } }],
      total: 3,
      page: 1,
      pages: 1,
      seen: 'as-shown',
      confirmed: false,
      mayConfirm: own,
      mayRecord: own || isSecretariat(actor.roles, DAY),
    }
  },
  confirmDonor: async (command) => called('confirmDonor', command),
  explainDifference: async (command) => called('explainDifference', command),
  checkImport: async (command, actor) => {
    onlySecretariat(actor)
    called('checkImport', command)
    const read = readImport(command.csv, { source: 'donor', sector: laoUxo, today: DAY })
    return 'mistakes' in read
      ? { mistakes: read.mistakes.slice(0, 2), found: read.mistakes.length }
      : { file: importedFile }
  },
  startImport: async (id, actor) => {
    onlySecretariat(actor)
    if (id === OVERTAKEN) throw new UserError('changed', say`The ledger changed: row 2`)
    called('startImport', id)
    return { ...importedFile, status: 'complete' }
  },
  readImport: async (id, actor) => {
    onlySecretariat(actor)
    if (id === WRITING) return { file: { ...importedFile, id, status: 'writing', chunks: 4, written: 1 } }
    const known = id === KNOWN ? { ...importPreview, recorded: importedFile.contributions } : importPreview
    return { file: { ...importedFile, id }, preview: known }
  },
  listImports: async (actor) => {
    onlySecretariat(actor)
    return [importedFile]
  },
  jsonSchema: async (name) => publishedSchema(name),
})
