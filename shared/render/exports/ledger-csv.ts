import { stringify } from 'csv-stringify/sync'
import { EXPORT_COLUMNS, harmless } from '#shared/domain/ledger/export-columns.ts'
import { type ExportedMovement, movementRow, NUMBERS } from './movement-row.ts'

/** Not commas alone: a spreadsheet may separate by semicolons or tabs. */
const QUOTED = /[,;\t\r\n"]/

/**
 * Movements as CSV in UTF-8 with a byte order mark, so that spreadsheets read Lao. Numbers stay numbers, negative ones too;
 * csv-stringify's own `escape_formulas` would turn a correction's amount into text.
 */
export const ledgerCsv = (movements: readonly ExportedMovement[]): Uint8Array => {
  const rows = movements.map((movement) => {
    const row = movementRow(movement)
    return EXPORT_COLUMNS.map((column) => (NUMBERS.has(column) ? row[column] : harmless(row[column])))
  })
  return Buffer.from(
    stringify([EXPORT_COLUMNS, ...rows], { bom: true, record_delimiter: 'windows', quoted_match: QUOTED }),
    'utf8',
  )
}
