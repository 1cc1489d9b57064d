import type { Sector } from '#shared/sector/schema.ts'
import type { PlainDate } from '../../dates.ts'
import type { FundingSource } from '../contribution.ts'
import { headerOf } from './csv-table.ts'
import { readMovementTable } from './movement-table.ts'
import { readContributionTable, type TableReading } from './yearly-table.ts'

/** Reads a file in either format; the first line tells which. */
export const readImport = (
  csv: string,
  about: { readonly source: FundingSource; readonly sector: Pick<Sector, 'provinces'>; readonly today: PlainDate },
): TableReading =>
  headerOf(csv).includes('key') ? readMovementTable(csv, about) : readContributionTable(csv, about.source, about.today)
