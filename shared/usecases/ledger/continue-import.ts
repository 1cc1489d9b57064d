import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { chunksOf, type ImportFile } from '#shared/domain/ledger/import/import-file.ts'
import type { IdentifiedContribution } from '#shared/domain/ledger/import/yearly-table.ts'
import { recorded } from '#shared/domain/ledger/new-contribution.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { type Cause, dataOf, type EventFacts, eventOf } from '#shared/events/event.ts'
import { contributionWrite } from '#shared/records/contributions.ts'
import { donorWrite } from '#shared/records/donors.ts'
import { eventWrites } from '#shared/records/events.ts'
import { importCompleteWrite, importWrite, readImportFile } from '#shared/records/imports.ts'
import { movementWrites, yearWrites } from '#shared/records/ledger.ts'
import type { Stored } from '#shared/records/record.ts'
import { ConflictError, transactOnce, type Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { onlySecretariat } from './check-import.ts'
import { contributionsIn } from './contributions-in.ts'
import { importMistakes } from './import-mistakes.ts'
import { knownDonors, named } from './known-donors.ts'

/** Written while somebody waits, or the reminders of a sweep do: a few seconds. A chunk holds some thirty rows. */
const CHUNKS_AT_ONCE = 30
/** Written after an event, when nobody waits: a quarter of the time that keep-calendar has, on a slow day. */
const CHUNKS_A_PART = 200

/**
 * Records a checked file: begins, and writes what fits into a request; the event of that part has the next one written.
 * Begun again it goes on where it is.
 * @throws UserError `forbidden`, `not-found`; `changed` where the ledger speaks against it since it was checked
 */
export const startImport =
  (deps: Deps) =>
  async (id: string, actor: Actor, now: Instant): Promise<ImportFile> => {
    onlySecretariat(deps, actor, now)
    const stored = await readImportFile(deps.records, id)
    if (!stored) throw new UserError('not-found', say`There is no such import`)
    if (stored.value.status === 'checked') {
      await onlyAsChecked(deps, stored.value)
      const by = { actor: `contact/${actor.contact.id}`, name: actor.contact.name }
      await transactOnce(deps.records, [importWrite({ ...stored.value, status: 'writing', at: now, by }, stored, now)])
    }
    await writeChunks(deps, id, CHUNKS_AT_ONCE, { now, actor: `contact/${actor.contact.id}` })
    return (await readImportFile(deps.records, id))?.value ?? stored.value
  }

/** That nothing happened since which the check would have refused, such as a parent that was withdrawn. */
const onlyAsChecked = async (deps: Deps, file: ImportFile): Promise<void> => {
  const [first, ...others] = await importMistakes(deps.records, await contributionsIn(deps, file))
  if (!first) return
  const mistake = say`row ${first.line}, column ${first.column}: ${first.message}`
  throw new UserError(
    'changed',
    others.length === 0
      ? say`The ledger changed since this file was checked, so nothing was recorded: ${mistake}`
      : say`The ledger changed since this file was checked, so nothing was recorded: ${mistake}, and ${others.length} more`,
  )
}

/** After a part of an import was recorded: writes the next one. */
export const continueImport =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> =>
    writeChunks(deps, dataOf(event, 'ImportPartRecorded').import, CHUNKS_A_PART, {
      now: event.time,
      actor: 'system',
      causedBy: event,
    })

/** In the hourly sweep: sets an import going again that was broken off. */
export const resumeImport =
  (deps: Deps) =>
  async (id: string, now: Instant): Promise<void> =>
    writeChunks(deps, id, CHUNKS_AT_ONCE, { now, actor: 'system' })

const writeChunks = async (deps: Deps, id: string, most: number, cause: Cause): Promise<void> => {
  const { records } = deps
  let stored = await readImportFile(records, id)
  if (stored?.value.status !== 'writing') return
  const chunks = chunksOf(await underKnownNames(deps, await contributionsIn(deps, stored.value)))
  for (let count = 1; count <= most && stored?.value.status === 'writing'; count++) {
    stored = await writeChunk(deps, stored, chunks, { cause, endsPart: count === most })
  }
}

const DONORS_A_TRANSACTION = 50

/**
 * The rows with their donors under the names that are known; of a new donor the first row says it. New donors are noted before
 * any row: that may be repeated, and tells nothing but a name.
 */
const underKnownNames = async (
  deps: Deps,
  rows: readonly IdentifiedContribution[],
): Promise<IdentifiedContribution[]> => {
  const names = new Map(await knownDonors(deps))
  const donors = rows.map(({ contribution }) => contribution.contribution.donor)
  const fresh = donors.filter(({ id, name }) => !names.has(id) && names.set(id, name))
  for (let from = 0; from < fresh.length; from += DONORS_A_TRANSACTION) {
    await deps.records.transact(fresh.slice(from, from + DONORS_A_TRANSACTION).map(donorWrite))
  }
  return rows.map((row) => ({
    ...row,
    contribution: named(row.contribution, names.get(row.contribution.contribution.donor.id)),
  }))
}

/** Writes the next chunk in one transaction with the count of chunks and what follows. @returns undefined when someone else did */
const writeChunk = async (
  deps: Deps,
  stored: Stored<ImportFile>,
  chunks: readonly (readonly IdentifiedContribution[])[],
  { cause, endsPart }: { readonly cause: Cause; readonly endsPart: boolean },
): Promise<Stored<ImportFile> | undefined> => {
  const file = stored.value
  const chunk = chunks[file.written] ?? []
  let rows = chunk
  for (;;) {
    const last = file.written + 1 >= chunks.length
    const next: ImportFile = {
      ...file,
      written: file.written + 1,
      existing: file.existing + chunk.length - rows.length,
      status: last ? 'complete' : 'writing',
    }
    const heads = rows.map((row) => recorded(row.id, row.contribution, { at: file.at, by: file.by, import: file.id }))
    const writes: Write[] = [
      importWrite(next, stored, cause.now),
      ...heads.map(({ contribution }) => contributionWrite(contribution, undefined)),
      ...heads.flatMap(({ movements }) => movementWrites(movements)),
      ...yearWrites(heads.flatMap(({ contribution }) => contribution.years)),
      ...(last ? completion(deps, next, cause) : []),
      ...(endsPart && !last ? partRecorded(deps, next, cause) : []),
    ]
    try {
      await deps.records.transact(writes)
      return { value: next, version: stored.version + 1 }
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error
      if (error.failed.includes(0)) return undefined
      const there = new Set(error.failed.map((index) => rows[index - 1]?.id))
      const left = rows.filter(({ id }) => !there.has(id))
      if (left.length === rows.length) throw error
      rows = left
    }
  }
}

const completion = (deps: Deps, file: ImportFile, cause: Cause): Write[] => {
  const data = { import: file.id, source: file.source, years: file.years }
  return [
    importCompleteWrite(file.id),
    ...told(deps, file, { type: 'ContributionsImported', data }, { ...cause, actor: file.by.actor }),
  ]
}

const partRecorded = (deps: Deps, file: ImportFile, cause: Cause): Write[] => {
  const data = { import: file.id, written: file.written, chunks: file.chunks }
  return told(deps, file, { type: 'ImportPartRecorded', data }, cause)
}

/** The event that tells how far a file is. */
const told = <N extends 'ContributionsImported' | 'ImportPartRecorded'>(
  { platform }: Deps,
  { id, written }: ImportFile,
  fact: Pick<EventFacts<N>, 'type' | 'data'>,
  cause: Cause,
): Write[] =>
  eventWrites(eventOf({ ...fact, id: platform.newId(cause.now), subject: `import/${id}`, sequence: written }, cause))
