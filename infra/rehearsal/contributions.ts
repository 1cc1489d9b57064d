import { readFileSync } from 'node:fs'
import { Refusal } from '#infra/refusal.ts'
import { type IdentifiedContribution, readContributionTable } from '#shared/domain/ledger/import/yearly-table.ts'

/** The rows of all files, or undefined when none is given. @throws Refusal that lists every bad row of every file by its line */
export const readContributions = (files: readonly string[]): readonly IdentifiedContribution[] | undefined => {
  if (files.length === 0) return undefined
  const mistakes: string[] = []
  const contributions = new Map<string, IdentifiedContribution>()
  for (const file of files) {
    const table = readContributionTable(readText(file), 'landmine-monitor')
    if ('mistakes' in table)
      mistakes.push(
        ...table.mistakes.map(({ line, column, message }) => `${file}, line ${line}: ${named(column)}${message}`),
      )
    else for (const row of table.contributions) contributions.set(row.id, row)
  }
  if (mistakes.length > 0) throw new Refusal(`${mistakes.join('\n')}\nNothing was loaded.`)
  return [...contributions.values()]
}

const named = (column: string) => (column === '' ? '' : `${column}: `)

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Refusal(`${file} cannot be read.`)
  }
}
