import type { Sector } from '#shared/sector/schema.ts'
import { provinceCalled } from '../province.ts'
import type { Typed } from '../report.ts'
import { inEveryLanguage } from '../words/languages.ts'
import { type Said, say } from '../words/say.ts'
import type { Field, RowForm } from './form.ts'
import { rowKey } from './read-draft.ts'
import { chosenIn, optionsOf, readFields } from './read-fields.ts'
import { readFigure } from './read-figure.ts'
import { inOneLine } from './read-text.ts'
import { fromSpreadsheet, isLong } from './table.ts'
import { headingReader, type PlacedColumn, placeColumns, plainWords } from './table-headings.ts'
import { cutTable } from './table-lines.ts'

/** What is wrong in one cell, row or heading. Rows count as a spreadsheet counts them: 1 holds the headings, unless blank ones stand above. */
export interface TableMistake {
  readonly row: number
  /** The heading of the column, where one cell is meant. */
  readonly column?: string
  readonly message: Said
}

/** A table as it was read: all of its rows, or every mistake that keeps it from being taken. */
export type ReadTable =
  | { readonly rows: readonly Typed[] /** Cells to be filled in later. */; readonly empty: number }
  | { readonly mistakes: readonly TableMistake[] }

/**
 * Reads a whole table as it was copied from a spreadsheet (tab-separated) or saved from one (comma or semicolon). Columns stand in any
 * order under the template's headings or the paths of their fields; an area's heading may say (ha) instead of (m²).
 * Choices are read by name or code. An empty cell is no mistake: the report asks for it before it is submitted.
 */
export const readTable = (form: RowForm, text: string, sector: Sector): ReadTable => {
  const reader = headingReader(form)
  const table = cutTable(text, (heading) => reader(heading) !== undefined)
  if ('mistake' in table) return { mistakes: [table.mistake] }
  const [headings = [], ...body] = table.lines
  const headingRow = table.blankAbove + 1
  const { columns, mistakes: wrongHeadings } = placeColumns(form, headings)
  const mistakes: TableMistake[] = wrongHeadings.map((mistake) => ({ row: headingRow, ...mistake }))
  const rows: Typed[] = []
  const firstAt = new Map<string, number>()
  let empty = 0
  for (const [index, cells] of body.entries()) {
    if (cells.every(isBlank)) continue
    const row = headingRow + index + 1
    const read = readRow(columns, cells, sector)
    mistakes.push(...read.mistakes.map((mistake) => ({ row, ...mistake })))
    if (cells.slice(headings.length).some((cell) => !isBlank(cell)))
      mistakes.push({ row, message: say`There is a cell to the right of the last heading` })
    empty += read.empty
    const key = rowKey(form, read.values)
    const missing = form.key.flatMap(
      (path) => columns.find(({ field }) => field.path === path && isUnnamed(field, read)) ?? [],
    )
    mistakes.push(
      ...missing.map(({ heading }) => ({ row, column: heading, message: say`Fill this in: it names the row` })),
    )
    const before = firstAt.get(key)
    if (before !== undefined && missing.length === 0 && form.key.length > 0)
      mistakes.push({
        row,
        message: say`${namesOf(form, columns, read.values, sector)} stands in row ${before} already: keep one`,
      })
    firstAt.set(key, before ?? row)
    rows.push(read.values)
  }
  if (rows.length === 0 && mistakes.length === 0)
    mistakes.push({ row: headingRow, message: say`There are no rows below the headings` })
  return mistakes.length > 0 ? { mistakes: mistakes.toSorted((a, b) => a.row - b.row) } : { rows, empty }
}

const isBlank = (cell: string) => cell.trim() === ''

const readRow = (columns: readonly PlacedColumn[], cells: readonly string[], sector: Sector) => {
  const values: Record<string, string> = {}
  const mistakes: Omit<TableMistake, 'row'>[] = []
  let empty = 0
  for (const { field, heading, place, hectares } of columns) {
    const cell = typedCell(field, inItsLines(field, fromSpreadsheet(cells[place] ?? '')), hectares, sector)
    values[field.path] = cell
    if (isBlank(cell)) {
      if (field.optional !== true) empty += 1
      continue
    }
    const [mistake] = readFields([field], { [field.path]: cell }, sector).mistakes
    if (mistake) mistakes.push({ column: heading, message: mistake.mistake })
  }
  return { values, mistakes, empty }
}

/** `Xiengkhuang · MAG`, as a reader knows the row. */
const namesOf = (form: RowForm, columns: readonly PlacedColumn[], values: Typed, sector: Sector): string =>
  columns
    .filter(({ field }) => form.key.includes(field.path))
    .map(({ field }) => {
      const [options, value = ''] = [optionsOf(field, sector), values[field.path]]
      return Object.hasOwn(options, value) ? options[value] : value
    })
    .filter(Boolean)
    .join(' · ')

const isUnnamed = (field: Field, { values }: { values: Typed }) =>
  field.optional !== true && isBlank(values[field.path] ?? '')

/** An input of one line would drop a line break and join the words around it. */
const inItsLines = (field: Field, cell: string): string => (isLong(field) ? cell : inOneLine(cell))

const BARE_NUMBER = /^[+\-−]?[\p{Nd} ,.'’\u00a0\u202f]+$/u

/** A cell as it would be typed into its field: the value of a choice, the unit of a column in hectares. */
const typedCell = (field: Field, cell: string, hectares: boolean, sector: Sector): string => {
  if (hectares && BARE_NUMBER.test(cell.trim())) return `${cell.trim()} ha`
  if (field.kind === 'choices')
    return chosenIn(cell)
      .map((one) => chosen(field, one, sector))
      .join(', ')
  return field.kind === 'choice' ? chosen(field, cell, sector) : cell
}

/** By name or code; spreadsheets take leading zeros from codes, so 9 is also 09. */
const chosen = (field: Field, cell: string, sector: Sector): string => {
  const options = inEveryLanguage(() => Object.entries(optionsOf(field, sector))).flat()
  const words = plainWords(cell.slice(0, 300))
  const number = readFigure(cell.slice(0, 300), 'count')
  const isCode = (value: string) => /^\d+$/.test(value) && 'figure' in number && number.figure === Number(value)
  const province = field.options === 'provinces' ? provinceCalled(cell, sector) : undefined
  const found =
    options.find(([value]) => value === cell.trim()) ??
    options.find(([, label]) => plainWords(label) === words) ??
    options.find(([value]) => value === province) ??
    options.find(([value]) => isCode(value))
  return found?.[0] ?? cell
}
