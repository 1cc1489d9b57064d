import { CsvError, parse } from 'csv-parse/sync'

/** What is wrong in a cell of the file; line 1 holds the column names. No column: the line as a whole. */
export interface CellMistake {
  readonly line: number
  readonly column: string
  readonly message: string
}

export interface TableRow<Column extends string> {
  readonly line: number
  readonly record: Readonly<Record<Column, string>>
}

export interface Columns<Column extends string> {
  readonly required: readonly Column[]
  readonly optional: readonly Column[]
}

/** The names in the first line; empty where there is none. */
export const headerOf = (csv: string): string[] => {
  const end = csv.search(/[\r\n]/)
  try {
    const [names = []] = parse(end < 0 ? csv : csv.slice(0, end), { bom: true }) as string[][]
    return names.map((name) => name.trim())
  } catch {
    return []
  }
}

/** A table with its columns in any order; those that may be missing read as empty. Lines of another width are mistakes. */
export const readTable = <Column extends string>(
  csv: string,
  { required, optional }: Columns<Column>,
): { readonly rows: readonly TableRow<Column>[]; readonly mistakes: readonly CellMistake[] } => {
  const read = linesOf(csv)
  if ('mistake' in read) return { rows: [], mistakes: [read.mistake] }
  const [header, ...body] = read.lines
  const names = (header?.record ?? []).map((name) => name.trim())
  const missing = required.filter((column) => !names.includes(column))
  const twice = names.filter((name, index) => name !== '' && names.indexOf(name) !== index)
  if (missing.length > 0 && names.length === 1 && names[0]?.includes(';'))
    return { rows: [], mistakes: [whole(1, SEMICOLONS)] }
  if (missing.length > 0) return { rows: [], mistakes: [whole(1, `column ${missing.join(', ')} is missing`)] }
  if (twice.length > 0) return { rows: [], mistakes: [whole(1, `column ${twice.join(', ')} stands twice`)] }
  if (body.length === 0) return { rows: [], mistakes: [whole(1, 'there are no rows')] }
  const places = [...required, ...optional].map((column) => [column, names.indexOf(column)] as const)
  return {
    rows: body
      .filter(({ record }) => record.length === names.length)
      .map(({ record, info }) => ({
        line: info.lines,
        record: Object.fromEntries(places.map(([column, place]) => [column, record[place] ?? ''])) as Record<
          Column,
          string
        >,
      })),
    mistakes: body
      .filter(({ record }) => record.length !== names.length)
      .map(({ record, info }) => whole(info.lines, widthMistake(record, names.length))),
  }
}

const SEMICOLONS =
  'the columns are separated by semicolons: save the file with commas between them, and with points before decimals'

const widthMistake = (record: readonly string[], columns: number): string => {
  const has = `has ${record.length} ${record.length === 1 ? 'column' : 'columns'}, the first line ${columns}`
  if (record.length > columns) return `${has}: put what holds a comma itself into double quotes, such as "1,000"`
  return record.join(',').includes(';') ? `${has}: separate them by commas, not by semicolons` : has
}

const whole = (line: number, message: string): CellMistake => ({ line, column: '', message })

interface Line {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

const linesOf = (csv: string): { readonly lines: readonly Line[] } | { readonly mistake: CellMistake } => {
  try {
    const options = { bom: true, columns: false, skip_empty_lines: true, info: true, relax_column_count: true } as const
    return { lines: parse(csv, options) as unknown as Line[] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { mistake: whole(Number((error as { lines?: number }).lines ?? 1), error.message) }
  }
}
