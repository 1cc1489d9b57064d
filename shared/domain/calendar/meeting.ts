import * as z from 'zod'
import type { Sector } from '#shared/sector/schema.ts'
import { addDays, daysBetween, instantAt } from '../calendar-days.ts'
import { addMs, type Instant, PlainDate } from '../dates.ts'
import { quarterEnd, type RoundId } from './round.ts'
import { onWorkingDay } from './working-days.ts'

export const MeetingStatus = z.enum(['proposed', 'scheduled', 'cancelled', 'held'])

/** A meeting of a TWG or of the working group (`swg`). Start is a local day and time; the zone is the sector's. */
export const Meeting = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    group: z.string(),
    title: z.string(),
    status: MeetingStatus,
    day: PlainDate,
    time: z.iso.time({ precision: -1 }),
    minutes: z.int().positive(),
    place: z.string(),
    link: z.string(),
    /** What the secretariat put on it, in order; absent while it is open. */
    agenda: z.array(z.string()).optional(),
    /** Rises with every change; the iCalendar SEQUENCE. */
    sequence: z.int().min(0),
  }),
)
export type Meeting = z.infer<typeof Meeting>

export const meetingStart = (meeting: Pick<Meeting, 'day' | 'time'>, timeZone: string): Instant =>
  instantAt(meeting.day, meeting.time, timeZone)

export const meetingEnd = (meeting: Pick<Meeting, 'day' | 'time' | 'minutes'>, timeZone: string): Instant =>
  addMs(meetingStart(meeting, timeZone), meeting.minutes * 60_000)

/** Whether it was ever confirmed, which invites people: the first change of a proposal confirms or cancels it. */
export const wasConfirmed = ({ status, sequence }: Pick<Meeting, 'status' | 'sequence'>): boolean =>
  sequence > (status === 'cancelled' ? 1 : 0)

export type MeetingStanding = Meeting['status'] | 'never-confirmed'

/** Its status; a proposal that nobody confirmed before its hour was never confirmed, and what is over counts as held before the next sweep says so. */
export const standingOf = (meeting: Meeting, now: Instant, timeZone: string): MeetingStanding => {
  if (meeting.status === 'proposed' && meetingStart(meeting, timeZone) <= now) return 'never-confirmed'
  return meeting.status === 'scheduled' && meetingEnd(meeting, timeZone) <= now ? 'held' : meeting.status
}

/** Days after a meeting in which the secretariat can still say that it took place on another day, or not at all. */
export const MENDABLE_DAYS = 60

/** Whether it can be moved, cancelled or, once cancelled, scheduled again: as long as its minutes are open, and one that is over or cancelled for some weeks. */
export const isMendable = ({ status, day }: Pick<Meeting, 'status' | 'day'>, minuted: boolean, today: PlainDate) =>
  !minuted && (status === 'held' || status === 'cancelled' ? today <= addDays(day, MENDABLE_DAYS) : true)

/** Days between two TWGs' proposals, so that nobody sits in two meetings on one day. */
const SPREAD_DAYS = 4

/** The proposed meeting of a TWG for a quarter: in the sector's window after quarter end, on a working day. */
export const twgMeeting = (round: RoundId, twg: Sector['twgs'][number], sector: Sector): Meeting => {
  const { earliest, latest } = sector.cadence.twgMeetingDaysAfterQuarter
  const end = quarterEnd(round)
  const wanted = onWorkingDay(addDays(end, Math.min(earliest + (twg.number - 1) * SPREAD_DAYS, latest)), sector)
  const lastDay = addDays(end, latest)
  return proposal(
    `${round}-${twg.id}`,
    twg.id,
    `${twg.name} TWG meeting, ${round}`,
    wanted <= lastDay ? wanted : onWorkingDay(lastDay, sector, -1),
    sector,
  )
}

/** The proposed meetings of the working group in a year: the middle of each window, on a working day. */
export const swgMeetings = (year: number, sector: Sector): Meeting[] =>
  sector.cadence.swgMeetingWindows.map((window, index) => {
    const from = `${year}-${window.from}`
    const middle = addDays(from, Math.floor(daysBetween(from, `${year}-${window.until}`) / 2))
    return proposal(
      `swg-${year}-${index + 1}`,
      'swg',
      `Sector working group meeting ${index + 1} of ${year}`,
      onWorkingDay(middle, sector),
      sector,
    )
  })

const proposal = (id: string, group: string, title: string, day: PlainDate, sector: Sector): Meeting => ({
  id,
  group,
  title,
  status: 'proposed',
  day,
  time: sector.cadence.meetingTime.start,
  minutes: sector.cadence.meetingTime.minutes,
  place: '',
  link: '',
  sequence: 0,
})
