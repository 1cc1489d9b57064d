import type { CellMistake, TableRow } from './csv-table.ts'

/** Which contribution a row of a file passes on, empty where it passes none on; `key` is the row's own. */
export interface NamedParent {
  readonly line: number
  readonly key: string | undefined
  readonly parent: string
}

/** What the rows of a file with mistakes pass on, where the cell that says so can be read: it can be looked up whatever the rest says. */
export const parentsIn = (
  rows: readonly TableRow<'key' | 'parent'>[],
  mistakes: readonly CellMistake[],
): readonly NamedParent[] => {
  const unread = new Set(mistakes.flatMap(({ line, column }) => (column === 'parent' ? [line] : [])))
  return rows
    .filter(({ line }) => !unread.has(line))
    .map(({ line, record }) => ({ line, key: record.key.trim(), parent: record.parent.normalize('NFC').trim() }))
}
