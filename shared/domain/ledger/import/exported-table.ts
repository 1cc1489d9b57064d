import type { Sector } from '#shared/sector/schema.ts'
import type { PlainDate } from '../../dates.ts'
import { type Said, say } from '../../words/say.ts'
import { asWritten, EXPORT_COLUMNS, type ExportColumn } from '../export-columns.ts'
import { readContribution, type TypedContribution } from '../read-contribution.ts'
import { contentOf } from './content.ts'
import { type CellMistake, readTable, type TableRow } from './csv-table.ts'
import { readDayInFile } from './day-in-file.ts'
import { parentsFirst } from './passed-on.ts'
import type { IdentifiedContribution, TableReading } from './yearly-table.ts'

type Row = TableRow<ExportColumn>

interface Reading {
  readonly sector: Pick<Sector, 'provinces'>
  readonly today: PlainDate
}

/** Whether a file was exported from a ledger, by the names of its columns. */
export const isExported = (header: readonly string[]): boolean =>
  header.includes('contribution') && header.includes('movement')

/**
 * Contributions as a ledger exported them (CSV), as they stand: what corrections took back is left out. They keep their ids, so
 * that a ledger that has them records nothing twice, and come after the one that they pass on. One that is there in part only is refused: it would count for less.
 */
export const readExportedTable = (csv: string, reading: Reading): TableReading => {
  const table = readTable(csv, { required: EXPORT_COLUMNS, optional: [] })
  const mistakes: CellMistake[] = [...table.mistakes]
  const contributions: IdentifiedContribution[] = []
  for (const [id, rows] of byContribution(table.rows)) {
    mistakes.push(...rowMistakes(rows), ...partMistakes(rows))
    const stands = standingRows(rows)
    const [first] = stands
    if (!first) continue
    const read = readContribution(typed(stands), reading.sector, reading.today, { dayIn: readDayInFile })
    if ('contribution' in read) {
      const { contribution } = read
      const exported = { movements: rows.length, lines: stands.map(({ line }) => line) }
      contributions.push({ id, content: contentOf(contribution), line: first.line, contribution, exported })
    } else mistakes.push(...read.mistakes.map(({ field, message }) => placed(field, message, stands, first.line)))
  }
  return mistakes.length > 0
    ? { mistakes: mistakes.toSorted((a, b) => a.line - b.line) }
    : { contributions: parentsFirst(contributions) }
}

const byContribution = (rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const id = row.record.contribution.trim()
    const group = groups.get(id)
    if (group) group.push(row)
    else groups.set(id, [row])
  }
  return groups
}

const rowMistakes = (rows: readonly Row[]): CellMistake[] =>
  rows.flatMap(({ line, record: { contribution, movement, precision, date } }) => [
    ...(/^[\w-]{1,64}$/.test(contribution.trim())
      ? []
      : [{ line, column: 'contribution', message: say`is not the id of a contribution` }]),
    ...(/^[1-9]\d{0,5}$/.test(movement.trim())
      ? []
      : [{ line, column: 'movement', message: say`is not the number of a movement` }]),
    ...(/^(day|year)$/.test(precision.trim())
      ? []
      : [{ line, column: 'precision', message: say`is neither day nor year` }]),
    ...(precision.trim() !== 'year' || yearIn(date) !== undefined
      ? []
      : [{ line, column: 'date', message: say`is not the last day of a year, which stands for the year alone` }]),
  ])

/** The year that its last day stands for; undefined for any other day. */
const yearIn = (date: string): string | undefined => {
  const read = readDayInFile(date)
  return 'day' in read && read.day.endsWith('-12-31') ? read.day.slice(0, 4) : undefined
}

const partMistakes = (rows: readonly Row[]): CellMistake[] => {
  const [first] = rows
  const there = new Set(rows.map(({ record }) => record.movement.trim())).size
  if (!first || (there === rows.length && String(there) === first.record.movements.trim())) return []
  const said = first.record.movements.trim()
  const message =
    said === ''
      ? say`is empty: export the contribution again`
      : say`says ${said}, and the file holds ${there}: export the contribution whole, every year and type of it, and put the years into one file`
  return [{ line: first.line, column: 'movements', message }]
}

const standingRows = (rows: readonly Row[]): Row[] => {
  const reversed = new Set(rows.map(({ record }) => record.reverses.trim()))
  return rows
    .filter(({ record }) => record.type.trim() !== 'correction' && !reversed.has(record.movement.trim()))
    .toSorted((a, b) => Number(a.record.movement) - Number(b.record.movement))
}

/** As its form would hold it. The facts, its source among them, are those of the movement that was recorded last. */
const typed = (stands: readonly Row[]): TypedContribution => {
  const rows = stands.map(
    ({ record }) =>
      Object.fromEntries(Object.entries(record).map(([column, cell]) => [column, asWritten(cell)])) as Row['record'],
  )
  return {
    facts: rows.at(-1) as Row['record'],
    total: '',
    movements: rows.map((row) => ({
      ...row,
      date: row.precision.trim() === 'year' ? (yearIn(row.date) ?? row.date) : row.date,
    })),
  }
}

const placed = (field: string, message: Said, stands: readonly Row[], first: number): CellMistake => {
  const [group = '', index = '', column] = field.split('.')
  return column === undefined
    ? { line: first, column: group, message }
    : { line: stands[Number(index)]?.line ?? first, column, message }
}
