import { CsvError, parse } from 'csv-parse/sync'
import { type Said, say } from '../../words/say.ts'

/**
 * What is wrong in a cell of the file. Its line is the row that a spreadsheet shows: 1 holds the column names, and a cell of
 * several lines makes no further row. No column: the row as a whole.
 */
export interface CellMistake {
  readonly line: number
  readonly column: string
  readonly message: Said
}

export interface TableRow<Column extends string> {
  readonly line: number
  readonly record: Readonly<Record<Column, string>>
}

export interface Columns<Column extends string> {
  readonly required: readonly Column[]
  readonly optional: readonly Column[]
}

/** What programs put between the cells of a line, and how it is called. */
const DELIMITERS = [
  [',', () => say`a comma`],
  [';', () => say`a semicolon`],
  ['\t', () => say`a tab`],
] as const
type Delimiter = (typeof DELIMITERS)[number]

/** The names in the first line, without regard to case and blanks; empty where there is none. */
export const headerOf = (file: string): string[] => {
  const csv = withoutHint(file)
  return headingsUnder(csv, delimiterOf(csv)).map(heading)
}

/** Excel's own line `sep=;` before the names, which it takes for no row. */
const withoutHint = (csv: string): string => csv.replace(/^\ufeff?"?sep=[^\r\n]"?\r?\n/i, '')

const heading = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_')

/** The delimiter that cuts the first line into most cells. */
const delimiterOf = (csv: string): Delimiter =>
  DELIMITERS.reduce((best, one) => (headingsUnder(csv, one).length > headingsUnder(csv, best).length ? one : best))

const headingsUnder = (csv: string, [delimiter]: Delimiter): string[] => {
  try {
    const [names = []] = parse(csv, { ...LINES, delimiter, to: 1 }) as string[][]
    return names
  } catch (error) {
    if (error instanceof CsvError) return []
    throw error
  }
}

const LINES = { bom: true, columns: false, skip_empty_lines: true, relax_column_count: true } as const

/**
 * A table with its columns in any order, cut by commas, semicolons or tabs; those that may be missing read as empty, rows of
 * empty cells are none. Lines of another width are mistakes, and so is a heading that nobody knows: its column would be lost.
 */
export const readTable = <Column extends string>(
  file: string,
  { required, optional }: Columns<Column>,
): { readonly rows: readonly TableRow<Column>[]; readonly mistakes: readonly CellMistake[] } => {
  const csv = withoutHint(file)
  const delimiter = delimiterOf(csv)
  const read = linesOf(csv, delimiter)
  if ('mistake' in read) return { rows: [], mistakes: [read.mistake] }
  const [header, ...all] = read.lines
  const names = (header?.record ?? []).map(heading)
  const wrong = headerMistake(header?.record ?? [], { required, optional })
  if (wrong) return { rows: [], mistakes: [whole(1, wrong)] }
  const body = all.filter(({ record }) => record.some((cell) => cell.trim() !== ''))
  if (body.length === 0) return { rows: [], mistakes: [whole(1, say`there are no rows`)] }
  const places = [...required, ...optional].map((column) => [column, names.indexOf(column)] as const)
  const mistakes = body.flatMap(({ record, info }) => {
    const message = lineMistake(record, names, delimiter)
    return message ? [whole(rowOf(info), message)] : []
  })
  return {
    rows: body
      .filter(({ record }) => record.length === names.length)
      .map(({ record, info }) => ({
        line: rowOf(info),
        record: Object.fromEntries(places.map(([column, place]) => [column, record[place] ?? ''])) as Record<
          Column,
          string
        >,
      })),
    mistakes,
  }
}

const headerMistake = (header: readonly string[], { required, optional }: Columns<string>): Said | undefined => {
  const known = [...required, ...optional]
  const names = header.map(heading)
  const missing = required.filter((column) => !names.includes(column))
  if (missing.length === 1) return say`column ${missing.join()} is missing`
  if (missing.length > 1)
    return say`columns ${missing.join(', ')} are missing: begin with a line of their names, cut by commas, semicolons or tabs`
  const unknown = header.filter((name) => name.trim() !== '' && !known.includes(heading(name)))
  if (unknown.length > 0)
    return say`column ${unknown.map((name) => `“${name.trim().slice(0, 60)}”`).join(', ')} is not known: the columns are ${known.join(', ')}`
  const twice = names.filter((name, index) => name !== '' && names.indexOf(name) !== index)
  return twice.length > 0 ? say`column ${twice.join(', ')} stands twice` : undefined
}

const lineMistake = (
  record: readonly string[],
  names: readonly string[],
  [delimiter, called]: Delimiter,
): Said | undefined => {
  if (record.length === names.length)
    return record.some((cell, place) => names[place] === '' && cell.trim() !== '')
      ? say`holds something in a column without a name`
      : undefined
  const has =
    record.length === 1
      ? say`has ${record.length} column, the first line ${names.length}`
      : say`has ${record.length} columns, the first line ${names.length}`
  if (record.length > names.length)
    return delimiter === ','
      ? say`${has}: put what holds ${called()} itself into double quotes, such as "1,000"`
      : say`${has}: put what holds ${called()} itself into double quotes`
  if (delimiter === ',' && record.join().includes(';'))
    return say`${has}: separate them by commas as in the first line, not by semicolons`
  if (delimiter === ';' && record.join(';').includes(','))
    return say`${has}: separate them by semicolons as in the first line, not by commas`
  return has
}

const whole = (line: number, message: Said): CellMistake => ({ line, column: '', message })

/** How far the reader is: what it read, and the empty lines, which are rows of a spreadsheet too. */
interface Progress {
  readonly records: number
  readonly empty_lines: number
}

interface Line {
  readonly record: string[]
  readonly info: Progress
}

const rowOf = ({ records, empty_lines }: Progress): number => records + empty_lines

const linesOf = (
  csv: string,
  [delimiter]: Delimiter,
): { readonly lines: readonly Line[] } | { readonly mistake: CellMistake } => {
  try {
    return { lines: parse(csv, { ...LINES, delimiter, info: true }) as unknown as Line[] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { mistake: whole(rowOf(error as unknown as Progress) + 1, unreadable()) }
  }
}

const unreadable = () =>
  say`has a quotation mark that is not closed, or one inside a cell without quotes: close it, or write "" within a cell in quotes. The rest of the file was not read, so there may be more mistakes`
