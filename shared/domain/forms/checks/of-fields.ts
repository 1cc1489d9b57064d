import type { Round } from '../../calendar/round.ts'
import type { PlainDate } from '../../dates.ts'
import { dayInWords } from '../../day-in-words.ts'
import { type Said, say } from '../../words/say.ts'
import { type Check, type Field, fullName, valueAt } from '../form.ts'
import { atMostCheck } from './sums.ts'

/** The rules that fields carry in their own description, for every form alike. */
export const checksOfFields = (fields: readonly Field[]): Check[] =>
  fields.flatMap((field) => [
    ...withinChecks(field, fields),
    ...yearlyChecks(field),
    ...dayChecks(field),
    ...whenChecks(field, fields),
  ])

const isEmpty = (value: unknown) => value === undefined || value === ''

/** Persons with disabilities are among the people of their group. */
const withinChecks = (field: Field, fields: readonly Field[]): Check[] => {
  const { path, within } = field
  if (within === undefined) return []
  const whole = path.slice(0, path.lastIndexOf('.') + 1) + within
  const wholeField = fields.find((candidate) => candidate.path === whole)
  const wholeName = wholeField ? fullName(wholeField) : within
  return [atMostCheck(`within:${path}`, [path], [whole], say`“${fullName(field)}” must not exceed “${wholeName}”`)]
}

const yearlyChecks = ({ path, label, yearly }: Field): Check[] =>
  yearly === true
    ? [
        {
          id: `yearly:${path}`,
          level: 'block',
          fields: [path],
          test: (row, { round }) =>
            round.id.endsWith('Q4') && isEmpty(valueAt(row, path))
              ? say`${label}: asked once a year, for the fourth quarter. Enter a number, 0, or n/a and the reason`
              : undefined,
        },
      ]
    : []

const dayChecks = (field: Field): Check[] => {
  if (field.kind !== 'date') return []
  const { path, label, planned, overdue } = field
  const check = (id: string, level: Check['level'], says: Says, fields: readonly string[] = []): Check => ({
    id: `${id}:${path}`,
    level,
    fields: [path, ...fields],
    test: (row, { round }) => {
      const day = valueAt(row, path)
      const late = overdue?.is.includes(String(valueAt(row, overdue.field)))
      if (typeof day !== 'string' || day === '' || (level === 'warn' && late)) return undefined
      return says(label, day, round)
    },
  })
  return planned === true
    ? [check('planned', 'block', notPlannable), check('past', 'warn', inThePast, overdue ? [overdue.field] : [])]
    : [check('day', 'block', outsideQuarter)]
}

type Says = (label: string, day: PlainDate, round: Pick<Round, 'quarterStart' | 'quarterEnd'>) => Said | undefined

const FIRST_PLANNABLE = '2000-01-01'
const LAST_PLANNABLE = '2099-12-31'

/** What to say of a day that nobody can plan for; undefined for any other. */
export const notPlannable = (label: string, day: PlainDate): Said | undefined =>
  day < FIRST_PLANNABLE || day > LAST_PLANNABLE
    ? say`${label}: enter a day from ${dayInWords(FIRST_PLANNABLE)} to ${dayInWords(LAST_PLANNABLE)}`
    : undefined

/** What to ask about a planned day that had passed before the quarter began; undefined for any other. */
export const inThePast: Says = (label, day, { quarterStart }) =>
  day >= FIRST_PLANNABLE && day < quarterStart
    ? say`${label}: ${dayInWords(day)} had passed before the quarter began`
    : undefined

/** What to say of a day that the quarter does not hold; undefined for one of its days. */
export const outsideQuarter = (
  label: string,
  day: PlainDate,
  { quarterStart, quarterEnd }: Pick<Round, 'quarterStart' | 'quarterEnd'>,
): Said | undefined =>
  day < quarterStart || day > quarterEnd
    ? say`${label}: enter a day of the quarter, ${dayInWords(quarterStart)} to ${dayInWords(quarterEnd)}`
    : undefined

/** A field that belongs to some kinds of rows is filled in there, and nowhere else: nothing typed is silently left out of a sum. */
const whenChecks = ({ path, label, when }: Field, fields: readonly Field[]): Check[] => {
  if (when === undefined) return []
  const options = fields.find((field) => field.path === when.field)?.options
  const named = (kind: string) => (typeof options === 'object' ? (options[kind] ?? kind) : kind)
  return [
    {
      id: `when:${path}`,
      level: 'block',
      fields: [path, when.field],
      test: (row) => {
        const kind = String(valueAt(row, when.field))
        const empty = isEmpty(valueAt(row, path))
        if (when.is.includes(kind))
          return empty && when.needed.includes(kind) ? say`${label}: fill this in for “${named(kind)}”` : undefined
        return empty ? undefined : say`${label}: leave this empty for “${named(kind)}”, or change the kind`
      },
    },
  ]
}
