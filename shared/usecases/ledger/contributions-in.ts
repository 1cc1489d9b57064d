import type { ImportFile } from '#shared/domain/ledger/import/import-file.ts'
import { readImport } from '#shared/domain/ledger/import/read-import.ts'
import type { IdentifiedContribution } from '#shared/domain/ledger/import/yearly-table.ts'
import { readImportCsv } from '#shared/records/imports.ts'
import type { Deps } from '../deps.ts'

/** What a checked file says, read as on the day that it was checked. @throws Error where that is not possible any more */
export const contributionsIn = async (
  { records, sector }: Pick<Deps, 'records' | 'sector'>,
  { id, parts, source, today }: ImportFile,
): Promise<readonly IdentifiedContribution[]> => {
  const read = readImport(await readImportCsv(records, id, parts), { source, sector, today })
  if ('mistakes' in read) throw new Error(`Import ${id} was good when it was checked and is not any more`)
  return read.contributions
}
