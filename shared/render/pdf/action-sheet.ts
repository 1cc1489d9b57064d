import type { ActionLine } from '#shared/domain/briefs/model.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'

/** One open action point as it is printed. */
export const actionSheet = (action: ActionLine) => ({
  text: action.text,
  note: action.note,
  owner: action.owner,
  due: dayInWords(action.due),
  status: statusInWords(action),
  overdue: action.overdue,
})

const STATUS: Record<ActionLine['status'], string> = {
  open: 'open',
  'on-track': 'on track',
  delayed: 'delayed',
  done: 'done',
  cancelled: 'cancelled',
}

/** How a point stands: `delayed, overdue`. */
const statusInWords = ({ status, overdue }: Pick<ActionLine, 'status' | 'overdue'>): string =>
  `${STATUS[status]}${overdue ? ', overdue' : ''}`
