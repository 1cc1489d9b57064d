import type { ActionLine } from '#shared/domain/briefs/model.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { actionStatusInWords } from '../action-status-in-words.ts'

/** One open action point as it is printed. */
export const actionSheet = (action: ActionLine) => ({
  text: action.text,
  note: action.note,
  owner: action.owner,
  due: dayInWords(action.due),
  status: actionStatusInWords(action),
  overdue: action.overdue,
})
