import { spellEntry } from '#shared/domain/ledger/entries.ts'
import { spellAmount } from '#shared/domain/ledger/money.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { spellPillars } from '#shared/domain/ledger/read-facts.ts'

/** The columns of an export, a row a movement. Amounts are numbers in plain digits, everything else is text. */
export const EXPORT_COLUMNS = [
  'date',
  'precision',
  'type',
  'donor',
  'recipient',
  'title',
  'implementers',
  'pillars',
  'form',
  'provinces',
  'earmarking',
  'currency',
  'amount',
  'usd',
  'usd_basis',
  'source',
  'reference',
  'contribution',
  'movement',
  'reverses',
  'replaces',
  'reason',
  'passed_on_from',
  'recorded_at',
] as const
export type ExportColumn = (typeof EXPORT_COLUMNS)[number]

/** Columns that hold numbers; they are written as numbers and never quoted. */
export const NUMBERS: ReadonlySet<ExportColumn> = new Set(['amount', 'usd', 'movement', 'reverses', 'replaces'])

export const movementRow = (movement: Movement): Record<ExportColumn, string> => ({
  date: movement.date,
  precision: movement.precision,
  type: movement.type,
  donor: movement.donor.name,
  recipient: movement.recipient,
  title: movement.title,
  implementers: movement.implementers.map((name) => spellEntry(name)).join('; '),
  pillars: spellPillars(movement.pillars),
  form: movement.form,
  provinces: movement.provinces.join('; '),
  earmarking: movement.earmarking,
  currency: movement.amount.currency,
  amount: spellAmount(movement.amount.minor, movement.amount.currency),
  usd: spellAmount(movement.usdCents, 'USD'),
  usd_basis: basisInWords(movement.usdBasis),
  source: movement.source,
  reference: movement.reference,
  contribution: movement.contribution,
  movement: String(movement.seq),
  reverses: String(movement.reverses ?? ''),
  replaces: String(movement.replaces ?? ''),
  reason: movement.reason ?? '',
  passed_on_from: movement.parent,
  recorded_at: movement.recordedAt,
})

const basisInWords = (basis: Movement['usdBasis']): string =>
  'published' in basis
    ? `published: ${basis.published}`
    : `${basis.rate} ${basis.direction}, ${basis.source}, ${basis.date}`
