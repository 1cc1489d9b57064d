import type { PlainDate } from '../../dates.ts'
import { fingerprint } from '../../fingerprint.ts'
import type { FundingSource } from '../contribution.ts'
import type { NewContribution } from '../new-contribution.ts'
import { contentOf } from './content.ts'
import { type CellMistake, readTable } from './csv-table.ts'
import type { NamedParent } from './named-parents.ts'
import { CONTRIBUTION_COLUMNS, readContributionRow } from './yearly-row.ts'

export interface IdentifiedContribution {
  /** Names it by what was read, so that the same content twice, however it is spelt, records nothing twice. */
  readonly id: string
  /** The same for rows that say the same. */
  readonly content: string
  /** The name that the file gives it, for its own rows to share. */
  readonly key?: string
  /** Its first line in the file. */
  readonly line: number
  readonly contribution: NewContribution
  /** Of an exported file: how many movements it counts, and the line of each that stands. */
  readonly exported?: { readonly movements: number; readonly lines: readonly number[] }
}
export type ExportedContribution = IdentifiedContribution & Required<Pick<IdentifiedContribution, 'exported'>>

export type TableReading =
  | { readonly contributions: readonly IdentifiedContribution[] }
  | {
      readonly mistakes: readonly CellMistake[]
      /** Absent where a file names none. */
      readonly parents?: readonly NamedParent[]
    }

/** A yearly table of contributions (CSV), read whole: either every row is good, or all mistakes are listed and nothing is loaded. */
export const readContributionTable = (csv: string, source: FundingSource, today?: PlainDate): TableReading => {
  const table = readTable(csv, { required: CONTRIBUTION_COLUMNS, optional: [] })
  const seen = new Map<string, number>()
  const contributions: IdentifiedContribution[] = []
  const mistakes = [...table.mistakes]
  for (const { record, line } of table.rows) {
    const read = readContributionRow(record, source, today)
    if ('mistakes' in read) {
      mistakes.push(...read.mistakes.map(({ field, message }) => ({ line, column: field, message })))
      continue
    }
    const content = contentOf(read.contribution)
    const occurrence = (seen.get(content) ?? 0) + 1
    seen.set(content, occurrence)
    const id = fingerprint('row', content, String(occurrence)).slice(0, 32)
    contributions.push({ id, content, line, contribution: read.contribution })
  }
  return mistakes.length > 0 ? { mistakes: mistakes.toSorted((a, b) => a.line - b.line) } : { contributions }
}
