import * as z from 'zod'
import { type Actor, holdsOn, mayReport } from './contact.ts'
import { Instant, PlainDate } from './dates.ts'

export const ActionPointStatus = z.enum(['open', 'on-track', 'delayed', 'done', 'cancelled'])
export type ActionPointStatus = z.infer<typeof ActionPointStatus>

/** Who answers for it: a contact, or somebody whom the secretariat has no contact for. */
const Owner = z.lazy(() => z.strictObject({ contact: z.string().optional(), name: z.string() }))
export type Owner = z.infer<typeof Owner>

/** What one version said, by whom. */
const ActionPointVersion = z.lazy(() =>
  z.strictObject({
    version: z.int().positive(),
    at: Instant,
    by: z.string(),
    status: ActionPointStatus,
    note: z.string(),
    due: PlainDate,
    owner: z.string(),
  }),
)
export type ActionPointVersion = z.infer<typeof ActionPointVersion>

/** Something a meeting agreed on: what, by whom, by when. It is followed up in every round until it is done or cancelled. */
export const ActionPoint = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    /** A TWG's id, or `swg`. */
    group: z.string(),
    text: z.string(),
    owner: Owner,
    due: PlainDate,
    status: ActionPointStatus,
    note: z.string(),
    version: z.int().positive(),
    /** Every version with the present one last. A handful of changes a year: they stay with the point. */
    history: z.array(ActionPointVersion),
  }),
)
export type ActionPoint = z.infer<typeof ActionPoint>

/** What a report says of an action point, with the point as it was then. */
export interface FollowUp {
  readonly id: string
  readonly text: string
  readonly owner: string
  readonly due: PlainDate
  readonly status: ActionPointStatus
  readonly note: string
}

/** Longest text and note, in characters. */
export const LONGEST_ACTION_TEXT = 500
export const LONGEST_ACTION_NOTE = 1000

/** A report follows up this many at most: each costs three of the hundred writes of its submission. */
export const MOST_FOLLOWED_UP = 25

export const isClosed = ({ status }: Pick<ActionPoint, 'status'>): boolean =>
  status === 'done' || status === 'cancelled'

/** Due before `day` and still open. */
export const isOverdue = (point: Pick<ActionPoint, 'status' | 'due'>, day: PlainDate): boolean =>
  !isClosed(point) && point.due < day

/** A delay and a cancellation are explained. */
export const needsNote = (status: string): boolean => status === 'delayed' || status === 'cancelled'

/** The secretariat, and for a TWG's points its chair and alternate. */
export const mayFollowUp = ({ roles }: Pick<Actor, 'roles'>, group: string, day: PlainDate): boolean =>
  mayReport(roles, group, day)

/** Whether it belongs on somebody's desk: they own it, or chair its TWG. */
export const concerns = (point: ActionPoint, { contact, roles }: Actor, day: PlainDate): boolean =>
  point.owner.contact === contact.id ||
  roles.some(
    (role) => holdsOn(role, day) && role.group === point.group && (role.role === 'chair' || role.role === 'alternate'),
  )

type Content = Pick<ActionPoint, 'text' | 'owner' | 'due' | 'status' | 'note'>

/** The first version of an action point. */
export const opened = (
  point: Pick<ActionPoint, 'id' | 'group' | 'text' | 'owner' | 'due'>,
  at: Instant,
  by: string,
): ActionPoint => withVersion({ ...point, status: 'open', note: '', version: 1, history: [] }, at, by)

/** The next version; undefined when `change` says nothing new, so that the same text sent twice is one version. */
export const changed = (
  point: ActionPoint,
  change: Partial<Content>,
  at: Instant,
  by: string,
): ActionPoint | undefined => {
  const next = { ...point, ...change }
  const same =
    next.text === point.text &&
    next.owner.name === point.owner.name &&
    next.owner.contact === point.owner.contact &&
    next.due === point.due &&
    next.status === point.status &&
    next.note === point.note
  return same ? undefined : withVersion({ ...next, version: point.version + 1 }, at, by)
}

const withVersion = (point: ActionPoint, at: Instant, by: string): ActionPoint => {
  const { version, status, note, due, owner } = point
  return { ...point, history: [...point.history, { version, at, by, status, note, due, owner: owner.name }] }
}
