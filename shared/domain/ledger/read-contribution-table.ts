import { CsvError, parse } from 'csv-parse/sync'
import { fingerprint } from '../fingerprint.ts'
import type { FundingSource } from './contribution.ts'
import { CONTRIBUTION_COLUMNS, type ContributionRow, type NewContribution, readContributionRow } from './csv-row.ts'

/** What is wrong in one line of the file; line 1 holds the column names. */
export interface LineMistake {
  readonly line: number
  readonly message: string
}

export interface IdentifiedContribution {
  /** Names the row by its content, so that the same file twice records nothing twice. */
  readonly id: string
  readonly contribution: NewContribution
}

/** A yearly table of contributions (CSV), read whole: either every row is good, or all mistakes are listed and nothing is loaded. */
export const readContributionTable = (
  csv: string,
  source: FundingSource,
): { readonly contributions: readonly IdentifiedContribution[] } | { readonly mistakes: readonly LineMistake[] } => {
  const table = readTable(csv)
  if ('mistakes' in table) return table
  const seen = new Map<string, number>()
  const contributions: IdentifiedContribution[] = []
  const mistakes: LineMistake[] = []
  for (const { record, line, width } of table.rows) {
    if (width !== table.width) {
      mistakes.push({ line, message: `has ${width} columns, the first line ${table.width}` })
      continue
    }
    const read = readContributionRow(record, source)
    if ('mistakes' in read) {
      mistakes.push(...read.mistakes.map((message) => ({ line, message })))
      continue
    }
    const content = fingerprint(source, ...CONTRIBUTION_COLUMNS.map((column) => record[column].trim()))
    const occurrence = (seen.get(content) ?? 0) + 1
    seen.set(content, occurrence)
    contributions.push({ id: fingerprint(content, String(occurrence)).slice(0, 32), contribution: read.contribution })
  }
  return mistakes.length > 0 ? { mistakes } : { contributions }
}

interface TableRow {
  readonly record: ContributionRow
  readonly line: number
  readonly width: number
}

const readTable = (
  csv: string,
): { rows: readonly TableRow[]; width: number } | { mistakes: readonly LineMistake[] } => {
  try {
    const lines = parse(csv, {
      bom: true,
      columns: false,
      skip_empty_lines: true,
      info: true,
      relax_column_count: true,
    }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    const [header, ...body] = lines
    const names = (header?.record ?? []).map((name) => name.trim())
    const missing = CONTRIBUTION_COLUMNS.filter((column) => !names.includes(column))
    if (missing.length > 0) return { mistakes: [{ line: 1, message: `column ${missing.join(', ')} is missing` }] }
    if (body.length === 0) return { mistakes: [{ line: 1, message: 'there are no rows' }] }
    const column = Object.fromEntries(CONTRIBUTION_COLUMNS.map((name) => [name, names.indexOf(name)]))
    return {
      width: names.length,
      rows: body.map(({ record, info }) => ({
        record: Object.fromEntries(
          CONTRIBUTION_COLUMNS.map((name) => [name, record[column[name] ?? 0] ?? '']),
        ) as ContributionRow,
        line: info.lines,
        width: record.length,
      })),
    }
  } catch (error) {
    if (error instanceof CsvError)
      return { mistakes: [{ line: Number((error as { lines?: number }).lines ?? 1), message: error.message }] }
    throw error
  }
}
