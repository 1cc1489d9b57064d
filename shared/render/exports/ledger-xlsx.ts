import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node'
import { EXPORT_COLUMNS, type ExportColumn } from '#shared/domain/ledger/export-columns.ts'
import { decimalsOf } from '#shared/domain/ledger/money.ts'
import { type ExportedMovement, movementRow, NUMBERS } from './movement-row.ts'

const DAY = 'yyyy-mm-dd'
/** A cell knows no time zone: its format says which one it is in. */
const MOMENT = 'yyyy-mm-dd hh:mm "UTC"'
const DATES: Partial<Record<ExportColumn, string>> = { date: DAY, rate_date: DAY, recorded_at: MOMENT }

/** Spreadsheets keep so many digits of a number; what has more stays text, so that no cent is lost. */
const MOST_DIGITS = 15

/** In characters: what a cell needs besides its text, and the most that a column takes of a screen. */
const MARGIN = 2
const WIDEST = 60

/**
 * Movements as a workbook of one sheet whose first row stays in sight. Days are dates, amounts numbers with the decimals of
 * their currency; text cells are typed as text: nothing in them is calculated.
 */
export const ledgerXlsx = (movements: readonly ExportedMovement[]): Promise<Uint8Array> => {
  const widths = new Map(EXPORT_COLUMNS.map((column) => [column, column.length]))
  const rows = movements.map((movement): Row => {
    const row = movementRow(movement)
    return EXPORT_COLUMNS.map((column) => {
      const { cell, shown } = cellOf(column, row[column], movement.amount.currency)
      widths.set(column, Math.max(widths.get(column) ?? 0, shown))
      return cell
    })
  })
  const head: Row = EXPORT_COLUMNS.map((value) => ({ value, type: String, fontWeight: 'bold' }))
  return writeXlsxFile([head, ...rows], {
    sheet: 'Ledger',
    stickyRowsCount: 1,
    columns: EXPORT_COLUMNS.map((column) => ({ width: Math.min(WIDEST, (widths.get(column) ?? 0) + MARGIN) })),
  }).toBuffer()
}

/** A cell, and how many characters it shows. */
const cellOf = (
  column: ExportColumn,
  value: string,
  currency: string,
): { readonly cell: Cell; readonly shown: number } => {
  if (value === '') return { cell: null, shown: 0 }
  const day = DATES[column]
  if (day !== undefined) return { cell: { value: new Date(value), type: Date, format: day }, shown: day.length }
  if (!NUMBERS.has(column) || value.replace(/\D/g, '').length > MOST_DIGITS)
    return { cell: { value, type: String }, shown: longestLine(value) }
  const money = column === 'usd' ? 'USD' : column === 'amount' ? currency : undefined
  const cell = { value: Number(value), type: Number, ...(money === undefined ? {} : { format: moneyFormat(money) }) }
  // A separator for every three digits.
  return { cell, shown: Math.ceil((value.length * 4) / 3) }
}

const longestLine = (text: string): number => Math.max(...text.split('\n').map((line) => line.length))

const moneyFormat = (currency: string): string => {
  const decimals = decimalsOf(currency)
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}
