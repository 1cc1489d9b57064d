import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { hasLostCharacters } from '#shared/domain/file-text.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { FundingSource } from '#shared/domain/ledger/contribution.ts'
import { asNumber } from '#shared/domain/ledger/exact.ts'
import type { CellMistake } from '#shared/domain/ledger/import/csv-table.ts'
import { chunksOf, type ImportFile } from '#shared/domain/ledger/import/import-file.ts'
import { readImport } from '#shared/domain/ledger/import/read-import.ts'
import { yearsOf } from '#shared/domain/ledger/new-contribution.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { importPartWrites, importWrite, latestImports, readImportFile } from '#shared/records/imports.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { byLine, importMistakes, namedParentMistakes } from './import-mistakes.ts'
import { type ImportPreview, previewImport } from './preview-import.ts'

/** Read whole within a request: some 50,000 rows, far more than a sector's yearly tables. */
const LARGEST_FILE_BYTES = 2_000_000
/** More than anybody mends by hand; the rest is counted. */
const MOST_MISTAKES = 5000
const IMPORTS_SHOWN = 20

/** `found` counts all mistakes, the first of which are listed. */
export type CheckedImport =
  | { readonly file: ImportFile }
  | { readonly mistakes: readonly CellMistake[]; readonly found: number }

/** A file, and while it is not recorded what recording it would do. */
export interface ImportSheet {
  readonly file: ImportFile
  readonly preview?: ImportPreview
}

/** @throws UserError `forbidden` */
export const onlySecretariat = ({ sector }: Pick<Deps, 'sector'>, actor: Actor, now: Instant): void => {
  if (!isSecretariat(actor.roles, dayAt(now, sector.timeZone)))
    throw new UserError('forbidden', say`Files are imported by the secretariat`)
}

/**
 * The dry run: reads a file whole. A file with mistakes is not kept, and all of them are listed; one without is kept under
 * its content, to be recorded with `startImport`. The same file again is the same import.
 * @throws UserError `forbidden`, `invalid` with its field
 */
export const checkImport =
  (deps: Deps) =>
  async (
    command: { name: string; csv: string; source: string },
    actor: Actor,
    now: Instant,
  ): Promise<CheckedImport> => {
    const { records, sector } = deps
    onlySecretariat(deps, actor, now)
    const { csv } = command
    const source = FundingSource.safeParse(command.source)
    if (!source.success) throw new UserError('invalid', say`Choose where the figures come from`, 'source')
    if (csv.trim() === '') throw new UserError('invalid', say`Choose a file`, 'file')
    if (Buffer.byteLength(csv) > LARGEST_FILE_BYTES) {
      throw new UserError(
        'invalid',
        say`The file is larger than ${LARGEST_FILE_BYTES / 1_000_000} MB: split it by years, or by donors`,
        'file',
      )
    }
    if (hasLostCharacters(csv))
      throw new UserError(
        'invalid',
        say`Characters of this file were lost when it was saved (�): save it again as “CSV UTF-8”`,
        'file',
      )
    const id = fingerprint(source.data, csv).slice(0, 32)
    const known = await readImportFile(records, id)
    if (known) return { file: known.value }
    const today = dayAt(now, sector.timeZone)
    const read = readImport(csv, { source: source.data, sector, today })
    const mistakes =
      'mistakes' in read
        ? [...read.mistakes, ...(await namedParentMistakes(records, read.parents ?? []))].toSorted(byLine)
        : await importMistakes(records, read.contributions)
    if ('mistakes' in read || mistakes.length > 0)
      return { mistakes: mistakes.slice(0, MOST_MISTAKES), found: mistakes.length }
    const movements = read.contributions.flatMap(({ contribution }) => contribution.movements)
    const parts = importPartWrites(id, csv)
    const file: ImportFile = {
      id,
      name: command.name.slice(0, 200),
      source: source.data,
      status: 'checked',
      at: now,
      by: { actor: `contact/${actor.contact.id}`, name: actor.contact.name },
      today,
      parts: parts.length,
      contributions: read.contributions.length,
      movements: movements.length,
      years: yearsOf(movements),
      paidUsd: asNumber(
        read.contributions
          .filter(({ contribution }) => contribution.contribution.parent === '')
          .flatMap(({ contribution }) => contribution.movements)
          .reduce((sum, { type, usdCents }) => sum + (type === 'disbursement' ? BigInt(usdCents) : 0n), 0n),
      ),
      chunks: chunksOf(read.contributions).length,
      written: 0,
      existing: 0,
    }
    for (const part of parts) await records.transact([part])
    await transactOnce(records, [importWrite(file, undefined, now)])
    return { file }
  }

/** The latest imports, and one by its id. @throws UserError `forbidden`, `not-found` */
export const listImports =
  (deps: Deps) =>
  async (actor: Actor, now: Instant): Promise<readonly ImportFile[]> => {
    onlySecretariat(deps, actor, now)
    return latestImports(deps.records, IMPORTS_SHOWN)
  }

export const readImportOf =
  (deps: Deps) =>
  async (id: string, actor: Actor, now: Instant): Promise<ImportSheet> => {
    onlySecretariat(deps, actor, now)
    const stored = await readImportFile(deps.records, id)
    if (!stored) throw new UserError('not-found', say`There is no such import`)
    const file = stored.value
    return file.status === 'checked' ? { file, preview: await previewImport(deps)(file) } : { file }
  }
