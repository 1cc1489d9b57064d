import { readFileSync } from 'node:fs'
import { Refusal } from '#infra/refusal.ts'
import type { PlainDate } from '#shared/domain/dates.ts'
import { fileText, hasLostCharacters, isWorkbook } from '#shared/domain/file-text.ts'
import { type IdentifiedContribution, readContributionTable } from '#shared/domain/ledger/import/yearly-table.ts'

/**
 * The rows of all files, or undefined when none is given.
 * @param lastDay of the rehearsal: no later year can be told
 * @throws Refusal that lists every bad row of every file by its line, or says that a file is no such table
 */
export const readContributions = (
  files: readonly string[],
  lastDay: PlainDate,
): readonly IdentifiedContribution[] | undefined => {
  if (files.length === 0) return undefined
  const mistakes: string[] = []
  const contributions = new Map<string, IdentifiedContribution>()
  for (const file of files) {
    const table = readContributionTable(readText(file), 'landmine-monitor', lastDay)
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
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    throw new Refusal(`${file} cannot be read.`)
  }
  const text = fileText(bytes)
  if (isWorkbook(text)) throw new Refusal(`${file} is a workbook: save the table as “CSV UTF-8”. Nothing was loaded.`)
  if (hasLostCharacters(text))
    throw new Refusal(`${file} is not saved as UTF-8: save it again as “CSV UTF-8”. Nothing was loaded.`)
  return text
}
