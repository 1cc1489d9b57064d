import type { Sector } from '#shared/sector/schema.ts'
import { obligationsBetween } from '../calendar/obligation.ts'
import { PlainDate } from '../dates.ts'
import { fingerprint } from '../fingerprint.ts'
import { referenceOf, rowsOf, type TwgReport } from '../report.ts'
import { say } from '../words/say.ts'
import { type Form, fieldsOf, type Row, type RowForm, valueAt } from './form.ts'
import { decisionsOf } from './narrative.ts'
import { rowKey } from './read-draft.ts'
import { optionsOf } from './read-fields.ts'

/** A date that a report names: an item of coordination, or a decision that is asked for by a day. */
export interface ReportedDate {
  /** The same for the same item in the next quarter's report. */
  readonly id: string
  readonly kind: 'item' | 'decision'
  readonly name: string
  readonly due: PlainDate
  /** The report that names it: `2026-Q1/coordination-policy-funding/v1`. */
  readonly source: string
}

const ID_CHARACTERS = 16
const isDate = (value: unknown): value is PlainDate => PlainDate.safeParse(value).success

/** What a report puts into the calendar. What is done is over, and what the sector file names for that day stands there already. */
export const reportedDates = (form: Form, report: TwgReport, sector: Sector): ReportedDate[] => {
  const source = referenceOf(report)
  const { rows } = form
  const { narrative } = report.content
  return [
    ...(rows ? rowsOf(report).flatMap((row) => itemOf(rows, row, source, sector)) : []),
    ...(narrative ? decisionsOf(narrative) : []).flatMap(({ text, from, by }): ReportedDate[] =>
      isDate(by)
        ? [
            {
              id: fingerprint('decision', form.twg, text).slice(0, ID_CHARACTERS),
              kind: 'decision',
              name: say`Decision requested: ${text}${from === '' ? '' : say` (from ${from})`}`,
              due: by,
              source,
            },
          ]
        : [],
    ),
  ]
}

const itemOf = (rows: RowForm, row: Row, source: string, sector: Sector): ReportedDate[] => {
  const { due, status, obligation } = row
  if (!isDate(due) || status === 'done' || isInSectorFile(obligation, due, sector)) return []
  const name = fieldsOf(rows.schema)
    .filter(({ path }) => rows.key.includes(path))
    .map((field) => {
      const value = String(valueAt(row, field.path) ?? '')
      return optionsOf(field, sector)[value] ?? value
    })
    .filter((part) => part !== '')
    .join(': ')
  return [{ id: fingerprint('item', rowKey(rows, row)).slice(0, ID_CHARACTERS), kind: 'item', name, due, source }]
}

/** `ccm-7` is that obligation itself, `ccw` stands for `ccw-ap2` and `ccw-p5`. */
const isInSectorFile = (obligation: unknown, due: PlainDate, sector: Sector): boolean =>
  obligationsBetween(due, due, sector).some(({ id }) => id === obligation || id.startsWith(`${obligation}-`))
