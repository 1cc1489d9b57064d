import type { Sector } from '#shared/sector/schema.ts'
import type { PlainDate } from '../../dates.ts'
import type { FundingSource } from '../contribution.ts'
import { headerOf } from './csv-table.ts'
import { isExported, readExportedTable } from './exported-table.ts'
import { readMovementTable } from './movement-table.ts'
import { readContributionTable, type TableReading } from './yearly-table.ts'

/** Reads a file in any of the formats; the first line tells which. */
export const readImport = (
  csv: string,
  about: { readonly source: FundingSource; readonly sector: Pick<Sector, 'provinces'>; readonly today: PlainDate },
): TableReading => {
  const header = headerOf(csv)
  if (isExported(header)) return readExportedTable(csv, about)
  return header.includes('key') ? readMovementTable(csv, about) : readContributionTable(csv, about.source, about.today)
}
