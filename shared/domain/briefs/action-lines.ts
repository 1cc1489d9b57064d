import { type ActionPoint, isClosed, isOverdue } from '../action-point.ts'
import type { PlainDate } from '../dates.ts'
import type { ActionLine } from './model.ts'

/** The points that are still open on a day, the longest overdue first. */
export const actionLines = (points: readonly ActionPoint[], day: PlainDate): ActionLine[] =>
  points
    .filter((point) => !isClosed(point))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map((point) => ({
      text: point.text,
      owner: point.owner.name,
      due: point.due,
      status: point.status,
      note: point.note,
      overdue: isOverdue(point, day),
    }))
