import type { Sector } from '#shared/sector/schema.ts'
import type { PlainDate } from '../../dates.ts'
import { fingerprint } from '../../fingerprint.ts'
import { say } from '../../words/say.ts'
import type { FundingSource } from '../contribution.ts'
import { readContribution } from '../read-contribution.ts'
import { FACT_FIELDS, type FactField } from '../read-facts.ts'
import { MOVEMENT_FIELDS, type MovementField } from '../read-movement.ts'
import { contentOf } from './content.ts'
import { type CellMistake, readTable, type TableRow } from './csv-table.ts'
import { readDayInFile } from './day-in-file.ts'
import { parentsIn } from './named-parents.ts'
import type { IdentifiedContribution, TableReading } from './yearly-table.ts'

type Fact = Exclude<FactField, 'source'>
const FACTS = FACT_FIELDS.filter((field): field is Fact => field !== 'source')
export type MovementColumn = 'key' | 'total' | Fact | MovementField

/** The columns of the fuller template: a row a movement; rows with one key are one contribution. */
export const MOVEMENT_COLUMNS: readonly MovementColumn[] = ['key', ...FACTS, 'total', ...MOVEMENT_FIELDS]

/** Those that no file of movements may lack. */
export const MOVEMENT_COLUMNS_NEEDED: readonly MovementColumn[] = [
  'key',
  'donor',
  'title',
  'type',
  'date',
  'amount',
  'currency',
]

interface Reading {
  readonly source: FundingSource
  readonly sector: Pick<Sector, 'provinces'>
  readonly today: PlainDate
}

/** Contributions with dated movements (CSV), read whole. The first row of a key states its facts; later rows repeat them or leave them empty. */
export const readMovementTable = (csv: string, reading: Reading): TableReading => {
  const table = readTable(csv, {
    required: MOVEMENT_COLUMNS_NEEDED,
    optional: MOVEMENT_COLUMNS.filter((column) => !MOVEMENT_COLUMNS_NEEDED.includes(column)),
  })
  const mistakes: CellMistake[] = [...table.mistakes]
  const byKey = new Map<string, TableRow<MovementColumn>[]>()
  for (const row of table.rows) {
    const key = row.record.key.trim()
    if (key === '')
      mistakes.push({ line: row.line, column: 'key', message: say`is empty` }, ...mistakesAlone(row, reading))
    else {
      const rows = byKey.get(key) ?? []
      rows.push(row)
      byKey.set(key, rows)
    }
  }
  const contributions: IdentifiedContribution[] = []
  for (const [key, rows] of byKey) {
    const read = readRows(rows, reading)
    if ('mistakes' in read) mistakes.push(...read.mistakes)
    else {
      const content = contentOf(read.contribution)
      const id = fingerprint('key', key, content).slice(0, 32)
      contributions.push({ id, key, content, line: rows[0]?.line ?? 1, ...read })
    }
  }
  return mistakes.length > 0
    ? { mistakes: mistakes.toSorted((a, b) => a.line - b.line), parents: parentsIn(table.rows, mistakes) }
    : { contributions }
}

const readRows = (
  rows: readonly TableRow<MovementColumn>[],
  { source, sector, today }: Reading,
): Pick<IdentifiedContribution, 'contribution'> | { readonly mistakes: readonly CellMistake[] } => {
  const [first] = rows
  if (!first) return { mistakes: [] }
  const stated: readonly MovementColumn[] = [...FACTS, 'total']
  const contradictions = rows.flatMap(({ line, record }) =>
    stated
      .filter((column) => record[column].trim() !== '' && record[column].trim() !== first.record[column].trim())
      .map((column) => ({ line, column, message: say`differs from row ${first.line}, which has the same key` })),
  )
  const { total, ...record } = first.record
  const typed = { facts: { ...record, source }, total, movements: rows.map((row) => row.record) }
  const read = readContribution(typed, sector, today, { dayIn: readDayInFile })
  if ('contribution' in read) return contradictions.length > 0 ? { mistakes: contradictions } : read
  return {
    mistakes: [
      ...contradictions,
      ...read.mistakes.map(({ field, message }) => {
        const [group = '', index = '', column] = field.split('.')
        return column === undefined
          ? { line: first.line, column: group, message }
          : { line: rows[Number(index)]?.line ?? first.line, column, message }
      }),
    ],
  }
}

/** Of a row whose contribution nobody can tell: what is wrong in its own cells. Facts that it leaves out may stand in another row. */
const mistakesAlone = (row: TableRow<MovementColumn>, reading: Reading): readonly CellMistake[] => {
  const read = readRows([{ ...row, record: { ...row.record, total: '' } }], reading)
  const left = (column: string) => FACTS.some((fact) => fact === column && row.record[fact].trim() === '')
  return 'mistakes' in read ? read.mistakes.filter(({ column }) => !left(column)) : []
}
