import type { Contribution } from '#shared/domain/ledger/contribution.ts'
import type { CellMistake } from '#shared/domain/ledger/import/csv-table.ts'
import type { NamedParent } from '#shared/domain/ledger/import/named-parents.ts'
import { aboveInFile, rowsById } from '#shared/domain/ledger/import/passed-on.ts'
import { recordedOtherwise } from '#shared/domain/ledger/import/recorded-otherwise.ts'
import type { IdentifiedContribution } from '#shared/domain/ledger/import/yearly-table.ts'
import { type Said, say } from '#shared/domain/words/say.ts'
import { readContributions } from '#shared/records/contributions.ts'
import { movementsOfContribution } from '#shared/records/ledger.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import { inACircle, parentMistake } from './parent-mistake.ts'

/**
 * What speaks against a file as the ledger stands, row by row: what it passes on is not there, or what it names is recorded with
 * other content. A row that is recorded asks nothing of its parent: that was looked at then.
 */
export const importMistakes = async (
  records: RecordStore,
  rows: readonly IdentifiedContribution[],
): Promise<CellMistake[]> => {
  const asked = rows.filter(({ exported, contribution }) => exported || contribution.contribution.parent !== '')
  const recorded = new Map<string, Contribution>()
  for await (const one of readContributions(
    records,
    asked.map(({ id }) => id),
  ))
    recorded.set(one.id, one)
  const fresh = asked.filter(({ id }) => !recorded.has(id))
  const mistakes = [...(await otherwise(records, asked, recorded)), ...(await parentMistakes(records, rows, fresh))]
  return mistakes.toSorted(byLine)
}

export const byLine = (a: CellMistake, b: CellMistake): number => a.line - b.line

/** Of a file with other mistakes: what its rows pass on is looked at all the same. */
export const namedParentMistakes = (records: RecordStore, rows: readonly NamedParent[]): Promise<CellMistake[]> =>
  lookedUp(
    records,
    rows.map((row) => ({ ...row, steps: 0, isCircle: false })),
    rows,
  )

/** So many contributions are looked at together. */
const AT_ONCE = 50

const otherwise = async (
  records: RecordStore,
  rows: readonly IdentifiedContribution[],
  recorded: ReadonlyMap<string, Contribution>,
): Promise<CellMistake[]> => {
  const mistakes: CellMistake[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const found = await Promise.all(
      rows.slice(from, from + AT_ONCE).map(async ({ exported, ...row }) => {
        const there = recorded.get(row.id)
        if (!exported || !there) return []
        const movements = await movementsOfContribution(records, row.id, there.years)
        return recordedOtherwise({ ...row, exported }, there, movements)
      }),
    )
    mistakes.push(...found.flat())
  }
  return mistakes
}

/** Of new rows: a parent in the file is written before them; the keys of other files are no ids yet. */
const parentMistakes = async (
  records: RecordStore,
  rows: readonly IdentifiedContribution[],
  fresh: readonly IdentifiedContribution[],
): Promise<CellMistake[]> => {
  const written = rowsById(fresh)
  const asked = fresh.map((row) => {
    const above = aboveInFile(row, written)
    const { parent } = (above.at(-1) ?? row).contribution.contribution
    return { line: row.line, parent, steps: above.length, isCircle: written.has(parent) }
  })
  return lookedUp(records, asked, rows)
}

interface AskedParent {
  readonly line: number
  readonly parent: string
  /** How often the money was passed on within the file. */
  readonly steps: number
  readonly isCircle: boolean
}

/** What is wrong with parents that are not written with the file, each looked up once. */
const lookedUp = async (
  records: RecordStore,
  asked: readonly AskedParent[],
  rows: readonly { readonly key?: string | undefined }[],
): Promise<CellMistake[]> => {
  const keys = new Set(rows.map(({ key }) => key))
  const wrongBy = new Map<string, Said | undefined>()
  const mistakes: CellMistake[] = []
  for (const { line, parent, steps, isCircle } of asked) {
    const known = `${steps} ${parent}`
    if (!wrongBy.has(known))
      wrongBy.set(known, isCircle ? inACircle() : await parentMistake(records, parent, { steps }))
    const wrong = wrongBy.get(known)
    if (wrong) mistakes.push({ line, column: 'parent', message: keys.has(parent) ? rowOfThisFile() : wrong })
  }
  return mistakes
}

const rowOfThisFile = () =>
  say`is a key of this file: record that contribution first, then give the id that stands on its page, in a second file`
