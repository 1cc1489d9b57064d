import type { Sector } from '#shared/sector/schema.ts'
import type { Typed } from '../report.ts'
import { isAvailable } from './figure.ts'
import { type Field, fieldsOf, type RowForm } from './form.ts'
import { optionsOf } from './read-fields.ts'
import { readFigure } from './read-figure.ts'

/** One column of a form's table: a field, and the heading that names it in a spreadsheet. */
export interface TableColumn {
  readonly field: Field
  /** `Land release – Area cleared (m²)`; no two columns share one. */
  readonly heading: string
}

const WORDS: readonly Field['kind'][] = ['text', 'long-text', 'date', 'choice', 'choices', 'group']
/** Whether a field asks a number, which may be not available. */
export const isFigure = ({ kind }: Field): boolean => !WORDS.includes(kind)

/** A text of several lines, of which nobody counts the characters; any other answer is typed in one line. */
export const isLong = ({ kind, lines }: Field): boolean => kind === 'long-text' || lines !== undefined

/** Whether a field asks an area, which may be typed in hectares. */
export const isArea = ({ unit }: Field): boolean => unit === 'm²'

/** The columns of a form's table, in the schema's order. */
export const tableColumns = (form: RowForm): TableColumn[] => {
  const columns = fieldsOf(form.schema).map((field) => ({ field, heading: headingOf(field) }))
  const names = columns.map(({ heading }) => heading)
  return columns.map(({ field, heading }, index) =>
    names.indexOf(heading) === names.lastIndexOf(heading)
      ? { field, heading }
      : { field, heading: `${heading} [${names.slice(0, index + 1).filter((name) => name === heading).length}]` },
  )
}

const headingOf = ({ groups, label, unit }: Field): string =>
  [...groups, label].join(' – ') + (unit === undefined ? '' : ` (${unit})`)

/**
 * The table as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need to show Lao): one line of headings, one a row.
 * Figures that can be read stand as bare numbers, so that a spreadsheet can add them up; choices stand by their names.
 */
export const writeTable = (form: RowForm, rows: readonly Typed[], sector: Sector): string => {
  const columns = tableColumns(form)
  const lines = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ field }) => cellOf(field, row[field.path] ?? '', sector))),
  ]
  return `\ufeff${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
}

const cellOf = (field: Field, typed: string, sector: Sector): string => {
  if (isFigure(field)) {
    const read = readFigure(typed, field.kind)
    return 'figure' in read && isAvailable(read.figure) ? String(read.figure) : typed
  }
  if (field.kind !== 'choice') return typed
  const options = Object.entries(optionsOf(field, sector))
  const label = options.find(([value]) => value === typed)?.[1]
  const isName = label !== undefined && options.filter(([value, name]) => [value, name].includes(label)).length === 1
  return isName ? label : typed
}

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/
/** What a spreadsheet may take for a formula (OWASP, CSV injection), apostrophes of an earlier writing before it. */
const FORMULA = /^'*[=+\-@|\t\r＝＋－＠]/

/** A cell as a spreadsheet may have it: a formula is kept from running by an apostrophe, which `fromSpreadsheet` takes away. */
const quoted = (cell: string): string => {
  const safe = FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell
  return /[",;\r\n\t']/.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Takes away the apostrophe that keeps a formula from running. */
export const fromSpreadsheet = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
