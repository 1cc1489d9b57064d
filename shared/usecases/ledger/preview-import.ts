import type { FundingSource } from '#shared/domain/ledger/contribution.ts'
import { contentOf } from '#shared/domain/ledger/import/content.ts'
import type { ImportFile } from '#shared/domain/ledger/import/import-file.ts'
import { readImport } from '#shared/domain/ledger/import/read-import.ts'
import type { IdentifiedContribution } from '#shared/domain/ledger/import/yearly-table.ts'
import { nearNames } from '#shared/domain/ledger/near-names.ts'
import { yearsOf } from '#shared/domain/ledger/new-contribution.ts'
import { readContributionRecord } from '#shared/records/contributions.ts'
import { readImportCsv } from '#shared/records/imports.ts'
import { eachMovementOf } from '#shared/records/ledger.ts'
import { readOnce } from '#shared/records/read-once.ts'
import type { Deps } from '../deps.ts'
import { knownDonors } from './known-donors.ts'

/** What recording a checked file would do, beyond what stands in it. */
export interface ImportPreview {
  /** Rows that are recorded already, by whatever way: they change nothing. */
  readonly recorded: number
  /** Lines that say the same; each is recorded as a contribution of its own. */
  readonly equal: readonly (readonly number[])[]
  /** Donors and years of which the same source has told before what new rows would add to. */
  readonly added: readonly { readonly donor: string; readonly year: number; readonly lines: readonly number[] }[]
  readonly newDonors: readonly { readonly name: string; readonly near: readonly string[] }[]
}

const READS_AT_ONCE = 50

/** Looks a checked file up in the ledger as it stands now. */
export const previewImport =
  (deps: Deps) =>
  async ({ id, parts, source, today, years }: ImportFile): Promise<ImportPreview> => {
    const { records, sector } = deps
    const read = readImport(await readImportCsv(records, id, parts), { source, sector, today })
    if ('mistakes' in read) throw new Error(`Import ${id} was good when it was checked and is not any more`)
    const rows = read.contributions
    const fresh = await notRecorded(deps, rows)
    const donors = await knownDonors(deps)
    return {
      recorded: rows.length - fresh.length,
      equal: [...linesBy(rows, ({ contribution }) => [contentOf(contribution)]).values()].filter(
        (lines) => lines.length > 1,
      ),
      added: await addedTo(deps, fresh, source, years),
      newDonors: newDonors(rows, donors),
    }
  }

const notRecorded = async (deps: Deps, rows: readonly IdentifiedContribution[]) => {
  const records = readOnce(deps.records)
  const fresh: IdentifiedContribution[] = []
  for (let from = 0; from < rows.length; from += READS_AT_ONCE) {
    const some = rows.slice(from, from + READS_AT_ONCE)
    const found = await Promise.all(some.map((row) => readContributionRecord(records, row.id)))
    fresh.push(...some.filter((_, index) => found[index] === undefined))
  }
  return fresh
}

/** The rows' lines by what names them, in the order of the file. */
const linesBy = (
  rows: readonly IdentifiedContribution[],
  namesOf: (row: IdentifiedContribution) => readonly string[],
): Map<string, number[]> => {
  const groups = new Map<string, number[]>()
  for (const row of rows) for (const name of namesOf(row)) groups.set(name, [...(groups.get(name) ?? []), row.line])
  return groups
}

const addedTo = async (
  { records }: Deps,
  fresh: readonly IdentifiedContribution[],
  source: FundingSource,
  years: readonly number[],
): Promise<ImportPreview['added']> => {
  const groups = linesBy(fresh, ({ contribution }) =>
    yearsOf(contribution.movements).map((year) => `${year} ${contribution.contribution.donor.id}`),
  )
  const told = new Map<string, { readonly donor: string; readonly year: number }>()
  for (const year of years) {
    await eachMovementOf(records, year, (movement) => {
      const name = `${year} ${movement.donor.id}`
      if (movement.source === source && groups.has(name)) told.set(name, { donor: movement.donor.name, year })
    })
  }
  return [...groups].flatMap(([name, lines]) => {
    const found = told.get(name)
    return found ? [{ ...found, lines }] : []
  })
}

const newDonors = (
  rows: readonly IdentifiedContribution[],
  known: ReadonlyMap<string, string>,
): ImportPreview['newDonors'] => {
  const names = new Map(
    rows.map(({ contribution }) => [contribution.contribution.donor.id, contribution.contribution.donor.name]),
  )
  return [...names]
    .filter(([id]) => !known.has(id))
    .map(([, name]) => ({ name, near: nearNames(name, known.values()) }))
}
