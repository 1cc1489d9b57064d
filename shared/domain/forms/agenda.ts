import type { Sector } from '#shared/sector/schema.ts'
import type { Round } from '../calendar/round.ts'
import { rowsOf, type TwgReport } from '../report.ts'
import { type Form, fieldsOf, type Row, type RowForm, valueAt } from './form.ts'
import { historyOf, pastRows, rowKey } from './read-draft.ts'
import { optionsOf } from './read-fields.ts'

/** What a report proposes to the working group: topics its authors entered, and what its figures call for. */
export interface ProposedItem {
  readonly text: string
  /** Names of the row it comes from: `Xiengkhuang`, `MAG`. */
  readonly row: string
  readonly twg: string
}

/**
 * The agenda items that a report proposes (domain §4: casualties at least twice the trailing mean; proposed SWG topics).
 * @param earlier reports of the four quarters before, newest first; undefined where there was none
 */
export const proposedAgenda = (
  form: Form,
  report: TwgReport | undefined,
  { round, sector, earlier }: { round: Round; sector: Sector; earlier: readonly (TwgReport | undefined)[] },
): ProposedItem[] => {
  const rows = form.rows
  const propose = rows?.agenda
  if (!rows || !propose) return []
  const past = pastRows(rows, earlier)
  return rowsOf(report).flatMap((row) => {
    const text = propose(row, historyOf(past, rowKey(rows, row), round))
    return text === undefined ? [] : [{ text, row: nameOf(rows, row, sector), twg: form.twg }]
  })
}

/** The names of a choice's values, as a reader knows them; what was typed as text names itself in the sentence. */
const nameOf = (rows: RowForm, row: Row, sector: Sector): string =>
  fieldsOf(rows.schema)
    .filter(({ path, options }) => rows.key.includes(path) && typeof options === 'string')
    .map((field) => optionsOf(field, sector)[String(valueAt(row, field.path))] ?? '')
    .filter((name) => name !== '')
    .join(' · ')
