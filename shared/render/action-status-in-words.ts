import type { ActionLine } from '#shared/domain/briefs/model.ts'

const STATUS: Record<ActionLine['status'], string> = {
  open: 'open',
  'on-track': 'on track',
  delayed: 'delayed',
  done: 'done',
  cancelled: 'cancelled',
}

/** How a point stands: `delayed, overdue`. */
export const actionStatusInWords = ({ status, overdue }: Pick<ActionLine, 'status' | 'overdue'>): string =>
  `${STATUS[status]}${overdue ? ', overdue' : ''}`
