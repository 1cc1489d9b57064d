import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { EXPORT_COLUMNS, type ExportColumn, type ExportedMovement, movementRow, NUMBERS } from './movement-row.ts'

const MONEY: ReadonlySet<ExportColumn> = new Set(['amount', 'usd'])
const WIDE: ReadonlySet<ExportColumn> = new Set([
  'title',
  'recipient',
  'implementers',
  'pillars',
  'reason',
  'evidence',
  'note',
])

/** Movements as a workbook of one sheet. Text cells are typed as text: nothing in them is calculated. */
export const ledgerXlsx = (movements: readonly ExportedMovement[]): Promise<Uint8Array> => {
  const head: Row = EXPORT_COLUMNS.map((value) => ({ value, type: String, fontWeight: 'bold' }))
  const rows = movements.map((movement): Row => {
    const row = movementRow(movement)
    return EXPORT_COLUMNS.map((column) => {
      const value = row[column]
      if (value === '') return null
      if (!NUMBERS.has(column)) return { value, type: String }
      return { value: Number(value), type: Number, ...(MONEY.has(column) ? { format: '#,##0.00' } : {}) }
    })
  })
  return writeXlsxFile([head, ...rows], {
    sheet: 'Ledger',
    stickyRowsCount: 1,
    columns: EXPORT_COLUMNS.map((column) => ({ width: WIDE.has(column) ? 40 : 16 })),
  }).toBuffer()
}
