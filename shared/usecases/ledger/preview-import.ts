import type { FundingSource } from '#shared/domain/ledger/contribution.ts'
import type { ImportFile } from '#shared/domain/ledger/import/import-file.ts'
import type { IdentifiedContribution } from '#shared/domain/ledger/import/yearly-table.ts'
import { nearNames } from '#shared/domain/ledger/near-names.ts'
import { yearsOf } from '#shared/domain/ledger/new-contribution.ts'
import { eachStoredMovementOf } from '#shared/records/ledger.ts'
import type { Deps } from '../deps.ts'
import { contributionsIn } from './contributions-in.ts'
import { knownDonors } from './known-donors.ts'

/** What recording a checked file would do, beyond what stands in it. */
export interface ImportPreview {
  /** Rows that are recorded already, by whatever way: they change nothing. */
  readonly recorded: number
  /** Lines that say the same; each is recorded as a contribution of its own. */
  readonly equal: Noted<readonly number[]>
  /** Donors and years of which the same source has told before what new rows would add to. */
  readonly added: Noted<{ readonly donor: string; readonly year: number; readonly lines: readonly number[] }>
  readonly newDonors: Noted<{ readonly name: string; readonly near: readonly string[] }>
}

/** The first of what there is to note, and how many there are besides. */
export interface Noted<T> {
  readonly first: readonly T[]
  readonly more: number
}

/** More of a kind than anybody reads. */
const MOST_NOTED = 20

/**
 * Looks a checked file up in the ledger as it stands now. The movements of the file's years pass by once, whatever the length
 * of either: a row that is recorded has a movement there, also where it was corrected or withdrawn since.
 */
export const previewImport =
  (deps: Deps) =>
  async (file: ImportFile): Promise<ImportPreview> => {
    const rows = await contributionsIn(deps, file)
    const ledger = await lookUp(deps, rows, file.source, file.years)
    const fresh = rows.filter(({ id: row }) => !ledger.recorded.has(row))
    const equal = [...linesBy(rows, ({ content }) => [content]).values()]
    const added = [...linesBy(fresh, donorYearsOf)]
    return {
      recorded: rows.length - fresh.length,
      equal: noted(equal.filter((lines) => lines.length > 1)),
      added: noted(
        added.flatMap(([name, lines]) => {
          const told = ledger.told.get(name)
          return told ? [{ ...told, lines }] : []
        }),
      ),
      newDonors: await newDonors(deps, rows),
    }
  }

const noted = <T>(all: readonly T[]): Noted<T> => ({
  first: all.slice(0, MOST_NOTED),
  more: Math.max(0, all.length - MOST_NOTED),
})

/** Which of the rows are recorded, and of which of their donors and years the source has told. */
const lookUp = async (
  { records }: Deps,
  rows: readonly IdentifiedContribution[],
  source: FundingSource,
  years: readonly number[],
) => {
  const ids = new Set(rows.map(({ id }) => id))
  const names = new Set(rows.flatMap(donorYearsOf))
  const recorded = new Set<string>()
  const told = new Map<string, { readonly donor: string; readonly year: number }>()
  for (const year of years) {
    await eachStoredMovementOf(records, year, (movement) => {
      if (ids.has(movement.contribution)) recorded.add(movement.contribution)
      const name = donorYear(year, movement.donor.id)
      if (movement.source === source && names.has(name)) told.set(name, { donor: movement.donor.name, year })
    })
  }
  return { recorded, told }
}

const donorYear = (year: number, donor: string): string => `${year} ${donor}`

const donorYearsOf = ({ contribution }: IdentifiedContribution): string[] =>
  yearsOf(contribution.movements).map((year) => donorYear(year, contribution.contribution.donor.id))

/** The rows' lines by what names them, in the order of the file. */
const linesBy = (
  rows: readonly IdentifiedContribution[],
  namesOf: (row: IdentifiedContribution) => readonly string[],
): Map<string, number[]> => {
  const groups = new Map<string, number[]>()
  for (const row of rows) {
    for (const name of namesOf(row)) {
      const lines = groups.get(name) ?? []
      lines.push(row.line)
      groups.set(name, lines)
    }
  }
  return groups
}

const newDonors = async (deps: Deps, rows: readonly IdentifiedContribution[]): Promise<ImportPreview['newDonors']> => {
  const known = await knownDonors(deps)
  const names = new Map(
    rows.map(({ contribution }) => [contribution.contribution.donor.id, contribution.contribution.donor.name]),
  )
  const { first, more } = noted([...names].filter(([id]) => !known.has(id)))
  return { first: first.map(([, name]) => ({ name, near: nearNames(name, known.values()) })), more }
}
