import type { IdentifiedContribution } from './yearly-table.ts'

/** The contributions of a file by which the money of one of them came, the nearest first; a circle ends where it closes. */
export const aboveInFile = (
  row: IdentifiedContribution,
  byId: ReadonlyMap<string, IdentifiedContribution>,
): IdentifiedContribution[] => {
  const above = new Set<IdentifiedContribution>()
  for (let next = parentIn(row, byId); next && !above.has(next); next = parentIn(next, byId)) above.add(next)
  return [...above]
}

const parentIn = ({ contribution }: IdentifiedContribution, byId: ReadonlyMap<string, IdentifiedContribution>) =>
  byId.get(contribution.contribution.parent)

export const rowsById = (rows: readonly IdentifiedContribution[]): Map<string, IdentifiedContribution> =>
  new Map(rows.map((row) => [row.id, row]))

/** Each after the one of the same file that it passes on, otherwise in the order of the file. */
export const parentsFirst = (rows: readonly IdentifiedContribution[]): IdentifiedContribution[] => {
  const byId = rowsById(rows)
  const steps = new Map(rows.map((row) => [row, aboveInFile(row, byId).length]))
  return rows.toSorted((a, b) => (steps.get(a) ?? 0) - (steps.get(b) ?? 0))
}
