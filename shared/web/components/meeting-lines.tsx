import { type Meeting, type MeetingStanding, standingOf } from '#shared/domain/calendar/meeting.ts'
import { useFrame } from './frame.ts'
import { type TagColour, TaskList } from './task-list.tsx'

const colours: Record<MeetingStanding, TagColour> = {
  proposed: 'orange',
  scheduled: 'green',
  cancelled: 'red',
  held: 'grey',
  'never-confirmed': 'orange',
}

/** Meetings with day, place and status; each leads to its page. */
export const MeetingLines = ({ meetings }: { meetings: readonly Meeting[] }) => {
  const { t, now, sector } = useFrame()
  const tasks = meetings.map((meeting) => {
    const standing = standingOf(meeting, now, sector.timeZone)
    return {
      id: `meeting-${meeting.id}`,
      name: meeting.title,
      href: `/meetings/${encodeURIComponent(meeting.id)}`,
      hint: `${t.formats.dayAndTime(meeting.day, meeting.time)}. ${meeting.place || t.calendar.placeOpen}`,
      status: { text: t.calendar.standing[standing], colour: colours[standing] },
    }
  })
  return <TaskList tasks={tasks} />
}
