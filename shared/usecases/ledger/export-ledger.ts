import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { type ExportFormat, LEDGER_PARTS, MOVEMENTS_A_FILE } from '#shared/domain/ledger/export-limits.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { readContributions } from '#shared/records/contributions.ts'
import { movementsInOrder, withoutWithdrawn } from '#shared/records/ledger.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import type { ExportedMovement } from '#shared/render/exports/movement-row.ts'
import type { Deps } from '../deps.ts'
import { knownIn, type LedgerFilter, matches } from './list-movements.ts'
import { onlyReaders } from './read-contribution.ts'

const CONTENT_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml; charset=utf-8',
}

export interface ExportLedger extends LedgerFilter {
  readonly format: ExportFormat
  /** 1 to `LEDGER_PARTS`; left out: everything in one file. */
  readonly part?: number
}

export interface ExportFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array
  readonly movements: number
}

/**
 * The movements of a year as a file for spreadsheets, or for IATI; contributions that were withdrawn are left out.
 * @throws UserError `forbidden`; `not-found` where there is nothing to export; `too-long` for one file
 */
export const exportLedger =
  (deps: Deps) =>
  async (wanted: ExportLedger, actor: Actor, now: Instant): Promise<ExportFile> => {
    onlyReaders(deps, actor, now)
    const { year, format, part } = wanted
    if (!/^\d{4}$/.test(year) || (part !== undefined && !(part >= 1 && part <= LEDGER_PARTS))) {
      throw new UserError('not-found', say`There is no such part of the ledger`)
    }
    const isWanted = matches(wanted)
    const movements: Movement[] = []
    const stored = movementsInOrder(deps.records, Number(year), part === undefined ? undefined : part - 1)
    for await (const movement of withoutWithdrawn(only(stored, knownIn(wanted)))) {
      if (!isWanted(movement)) continue
      movements.push(movement)
      if (movements.length > MOVEMENTS_A_FILE) {
        throw new UserError(
          'too-long',
          say`More than ${MOVEMENTS_A_FILE} movements do not fit into one file: take it in parts, or ask for one donor`,
        )
      }
    }
    if (movements.length === 0) throw new UserError('not-found', say`There is nothing to export`)
    return {
      name: `ledger-${[year, wanted.donor, wanted.source, wanted.type, wanted.pillar, wanted.from, wanted.until, wanted.asOf && `as-of-${wanted.asOf.slice(0, 10)}`, part && `part-${part}`].filter(Boolean).join('-')}.${format}`,
      contentType: CONTENT_TYPES[format],
      bytes: await render(deps, format, movements, now),
      movements: movements.length,
    }
  }

/** Each format is loaded when someone asks for it. */
const render = async (
  { records, sector }: Deps,
  format: ExportFormat,
  movements: readonly Movement[],
  now: Instant,
): Promise<Uint8Array> => {
  switch (format) {
    case 'csv':
      return (await import('#shared/render/exports/ledger-csv.ts')).ledgerCsv(await withEvidence(records, movements))
    case 'xlsx':
      return (await import('#shared/render/exports/ledger-xlsx.ts')).ledgerXlsx(await withEvidence(records, movements))
    case 'xml':
      return (await import('#shared/render/exports/ledger-iati.ts')).ledgerIati(movements, {
        sector,
        generated: now,
        firstRecipients: await firstRecipients(records, movements),
      })
  }
}

/** Evidence, note and the number of movements stand with the contribution alone: movements do not repeat them. */
const withEvidence = async (records: RecordStore, all: readonly Movement[]): Promise<ExportedMovement[]> => {
  const said = new Map<string, Pick<ExportedMovement, 'evidence' | 'note' | 'movements'>>()
  const ids = new Set(all.map(({ contribution }) => contribution))
  for await (const { id, evidence, note, movements } of readContributions(records, [...ids]))
    said.set(id, { evidence, note, movements })
  return all.map((movement) => ({
    ...movement,
    ...(said.get(movement.contribution) ?? { evidence: '', note: '', movements: movement.seq }),
  }))
}

/** Who hands on what is passed on: the first recipient of the contribution that it comes from. */
const firstRecipients = async (records: RecordStore, movements: readonly Movement[]): Promise<Map<string, string>> => {
  const recipients = new Map<string, string>()
  const parents = new Set(movements.map(({ parent }) => parent).filter(Boolean))
  for await (const { id, recipient } of readContributions(records, [...parents])) recipients.set(id, recipient)
  return recipients
}

async function* only(
  movements: AsyncIterable<Movement>,
  wanted: (movement: Movement) => boolean,
): AsyncIterable<Movement> {
  for await (const movement of movements) if (wanted(movement)) yield movement
}
