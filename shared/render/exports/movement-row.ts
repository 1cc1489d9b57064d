import type { Contribution } from '#shared/domain/ledger/contribution.ts'
import { spellEntry } from '#shared/domain/ledger/entries.ts'
import type { ExportColumn } from '#shared/domain/ledger/export-columns.ts'
import { spellAmount } from '#shared/domain/ledger/money.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { spellPillars } from '#shared/domain/ledger/read-pillars.ts'

/** A movement with what its contribution says besides. */
export type ExportedMovement = Movement & Pick<Contribution, 'evidence' | 'note' | 'movements'>

/** Columns that hold numbers; they are written as numbers and never quoted. */
export const NUMBERS: ReadonlySet<ExportColumn> = new Set([
  'amount',
  'usd',
  'rate',
  'movement',
  'movements',
  'reverses',
  'replaces',
])

export const movementRow = (movement: ExportedMovement): Record<ExportColumn, string> => ({
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
  ...basisOf(movement.usdBasis),
  source: movement.source,
  reference: movement.reference,
  contribution: movement.contribution,
  movement: String(movement.seq),
  movements: String(movement.movements),
  reverses: String(movement.reverses ?? ''),
  replaces: String(movement.replaces ?? ''),
  reason: movement.reason ?? '',
  parent: movement.parent,
  evidence: movement.evidence,
  note: movement.note,
  recorded_at: movement.recordedAt,
})

const basisOf = (basis: Movement['usdBasis']) =>
  'published' in basis
    ? { rate: '', rate_direction: '', rate_source: '', rate_date: '', usd_published_by: basis.published }
    : {
        rate: basis.rate,
        rate_direction: basis.direction,
        rate_source: basis.source,
        rate_date: basis.date,
        usd_published_by: '',
      }
