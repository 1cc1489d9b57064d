import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { useFrame } from './frame.ts'
import { type TagColour, TaskList } from './task-list.tsx'

const colours: Record<Meeting['status'], TagColour> = {
  proposed: 'orange',
  scheduled: 'green',
  cancelled: 'red',
  held: 'grey',
}

/** Meetings with day, place and status; each leads to its page. */
export const MeetingLines = ({ meetings }: { meetings: readonly Meeting[] }) => {
  const { t } = useFrame()
  return (
    <TaskList
      tasks={meetings.map((meeting) => ({
        id: `meeting-${meeting.id}`,
        name: meeting.title,
        href: `/meetings/${encodeURIComponent(meeting.id)}`,
        hint: `${t.formats.dayAndTime(meeting.day, meeting.time)}. ${meeting.place || t.calendar.placeOpen}`,
        status: { text: t.calendar.status[meeting.status], colour: colours[meeting.status] },
      }))}
    />
  )
}
