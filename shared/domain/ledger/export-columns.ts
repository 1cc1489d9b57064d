/** The columns of an export, a row a movement; what the template of an import has too is named as there. */
export const EXPORT_COLUMNS = [
  'date',
  'precision',
  'type',
  'donor',
  'recipient',
  'title',
  'implementers',
  'pillars',
  'form',
  'provinces',
  'earmarking',
  'currency',
  'amount',
  'usd',
  'rate',
  'rate_direction',
  'rate_source',
  'rate_date',
  'usd_published_by',
  'source',
  'reference',
  'contribution',
  'movement',
  'movements',
  'reverses',
  'replaces',
  'reason',
  'parent',
  'evidence',
  'note',
  'recorded_at',
] as const
export type ExportColumn = (typeof EXPORT_COLUMNS)[number]

/** What spreadsheets take for the beginning of a formula, also in its full-width forms and behind blanks. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** Text that a spreadsheet shows and never calculates. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** The same text as it was before it was made harmless. */
export const asWritten = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
