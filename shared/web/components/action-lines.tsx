import { type ActionPoint, isOverdue, mayFollowUp } from '#shared/domain/action-point.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { useFrame } from './frame.ts'
import { type TagColour, TaskList } from './task-list.tsx'

const colours: Record<ActionPoint['status'], TagColour> = {
  open: 'grey',
  'on-track': 'teal',
  delayed: 'orange',
  done: 'green',
  cancelled: 'grey',
}

/** Action points with owner, due day and status; what is overdue says so. Each leads whoever may update it to its page. */
export const ActionLines = ({ points }: { points: readonly ActionPoint[] }) => {
  const { t, now, sector, actor } = useFrame()
  const today = dayAt(now, sector.timeZone)
  return (
    <TaskList
      tasks={points.map((point) => ({
        id: `action-${point.id}`,
        name: point.text,
        href: actor && mayFollowUp(actor, point.group, today) ? `/actions/${encodeURIComponent(point.id)}` : undefined,
        hint: [t.actions.ownerAndDue(point.owner.name, t.formats.day(point.due)), point.note]
          .filter(Boolean)
          .join('. '),
        status: isOverdue(point, today)
          ? { text: t.actions.overdue, colour: 'red' }
          : { text: t.actions.status[point.status], colour: colours[point.status] },
      }))}
    />
  )
}
