import * as z from 'zod'
import type { Sector } from '#shared/sector/schema.ts'
import {
  type ActionPoint,
  type ActionPointStatus,
  type FollowUp,
  LONGEST_ACTION_NOTE,
  LONGEST_ACTION_TEXT,
  needsNote,
} from '../action-point.ts'
import { dayInWords } from '../day-in-words.ts'
import { once } from '../once.ts'
import type { Typed } from '../report.ts'
import { type Said, say, terms } from '../words/say.ts'
import { choice, date, optionalLongText } from './field.ts'
import { type Field, fieldsWithin } from './form.ts'
import type { Problem } from './problem.ts'
import { readFields } from './read-fields.ts'

/** How an action point can stand when a report follows it up. */
export const FOLLOW_UP_STATUSES: Readonly<Record<Exclude<ActionPointStatus, 'open'>, Said>> = terms({
  'on-track': 'On track',
  delayed: 'Delayed',
  done: 'Done',
  cancelled: 'Cancelled',
})

/** What a report asks about each open action point of its TWG. */
const FollowUpEntry = once(() =>
  z.strictObject({
    status: choice('How it stands', FOLLOW_UP_STATUSES),
    note: optionalLongText({ label: 'Note', help: 'Needed when it is delayed or cancelled' }, LONGEST_ACTION_NOTE),
  }),
)

/** What a report says of an action point, with the point as it was then. */
export const FollowUpSaid = once(() =>
  z.strictObject({
    id: z.string().meta({ label: 'Action point' }),
    text: z.string().max(LONGEST_ACTION_TEXT).meta({ label: 'What is to be done' }),
    owner: z.string().meta({ label: 'Who answers for it' }),
    due: date('Due'),
    ...FollowUpEntry().shape,
  }),
)

type Named = Pick<FollowUp, 'id' | 'text' | 'owner' | 'due'>
const namedOf = ({ id, text, owner, due }: ActionPoint): Named => ({ id, text, owner: owner.name, due })

/** The fields of each point under its text: `<id>.status`, `<id>.note`. */
export const followUpFields = (points: readonly (ActionPoint | Named)[]): Field[] =>
  points
    .map((point) => (typeof point.owner === 'string' ? (point as Named) : namedOf(point as ActionPoint)))
    .flatMap(({ id, text, owner, due }) =>
      fieldsWithin(FollowUpEntry(), `${id}.`, { groups: [say`${text} (${owner}, due ${dayInWords(due)})`] }),
    )

/** Where a draft keeps the version of the point that its author saw. */
export const seenVersionPath = ({ id }: Pick<ActionPoint, 'id'>): string => `${id}.version`

/** The follow-up as it stands at present: what the page is filled with before anything is saved. */
export const presentFollowUp = (points: readonly ActionPoint[]): Typed =>
  Object.fromEntries(
    points.flatMap((point) => [
      [`${point.id}.status`, point.status === 'open' ? '' : point.status],
      [`${point.id}.note`, point.note],
      [seenVersionPath(point), String(point.version)],
    ]),
  )

/** Reads what was typed about each point. A point that somebody changed since it was seen is looked at again, never overwritten. */
export const readFollowUp = (
  points: readonly ActionPoint[],
  typed: Typed,
  sector: Sector,
): { readonly entries: readonly FollowUp[]; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const entries = points.map((point): FollowUp => {
    const fields = followUpFields([point])
    const { values, mistakes } = readFields(fields, typed, sector)
    const at = (path: string, message: Said) =>
      problems.push({
        level: 'block',
        section: 'actions',
        field: path,
        key: `actions:${path}`,
        message: say`${shortened(point.text)}: ${message}`,
      })
    for (const { field, mistake } of mistakes)
      at(field, say`${fields.find(({ path }) => path === field)?.label ?? ''}: ${mistake}`)
    const { status = '', note = '' } = (values[point.id] ?? {}) as { status?: string; note?: string }
    if (needsNote(status) && note === '') at(`${point.id}.note`, say`say in the note why`)
    const overwrites = status !== '' && (status !== point.status || note !== point.note)
    if (overwrites && typed[seenVersionPath(point)] !== String(point.version)) {
      const last = point.history.at(-1)
      const stands = point.status === 'open' ? say`Open` : FOLLOW_UP_STATUSES[point.status]
      at(
        `${point.id}.status`,
        say`${last?.by ?? ''} changed this action point meanwhile (${[stands, point.note].filter(Boolean).join(': ')}). Look at it and save again`,
      )
    }
    return { ...namedOf(point), status: status as ActionPointStatus, note }
  })
  return { entries, problems }
}

/** What a submitted report said of its points, as it would be typed: where nobody changed them since, nothing is to be asked again. */
export const typedFollowUp = (entries: readonly FollowUp[]): Typed =>
  Object.fromEntries(
    entries.flatMap(({ id, status, note }) => [
      [`${id}.status`, status],
      [`${id}.note`, note],
    ]),
  )

/** The values by field path, as a receipt shows them. */
export const followUpValues = (entries: readonly FollowUp[]) =>
  Object.fromEntries(entries.map(({ id, status, note }) => [id, { status, note }]))

const NAME_CHARACTERS = 80
const shortened = (text: string): string =>
  text.length <= NAME_CHARACTERS ? text : `${text.slice(0, NAME_CHARACTERS)}…`
