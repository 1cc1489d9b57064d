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

/** What spreadsheets take for the beginning of a formula, also in its full-width forms, behind blanks and behind apostrophes. */
const FORMULA = String.raw`'*[^\S\t\r\n]*[=+\-@\uff1d\uff0b\uff0d\uff20]`
/**
 * What may begin a cell within the text: a spreadsheet that separates by semicolons or tabs takes no notice of quotes within what
 * it holds for one cell.
 */
const SEPARATOR = String.raw`([,;\t\r\n"])`
const FIRST = String.raw`(?='*[\t\r\n]|${FORMULA})`

const FIRST_FORMULA = new RegExp(`^${FIRST}`)
const LATER_FORMULAS = new RegExp(`${SEPARATOR}(?=${FORMULA})`, 'g')
const FIRST_DEFUSED = new RegExp(`^'${FIRST}`)
const LATER_DEFUSED = new RegExp(`${SEPARATOR}'(?=${FORMULA})`, 'g')

/** Text that a spreadsheet shows and never calculates, whatever it separates cells by: an apostrophe before each formula. */
export const harmless = (text: string): string => text.replace(LATER_FORMULAS, "$1'").replace(FIRST_FORMULA, "'")

/** The same text as it was before it was made harmless. */
export const asWritten = (cell: string): string => cell.replace(FIRST_DEFUSED, '').replace(LATER_DEFUSED, '$1')
