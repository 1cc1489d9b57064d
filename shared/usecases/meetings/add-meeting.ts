import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { addDays, instantAt } from '#shared/domain/calendar-days.ts'
import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { eventOf } from '#shared/events/event.ts'
import { meetingsBetween, meetingWrite, readMeeting } from '#shared/records/calendar.ts'
import { eventWrites } from '#shared/records/events.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Sector } from '#shared/sector/schema.ts'
import { meetingFacts } from '../calendar/propose-meeting.ts'
import type { Deps } from '../deps.ts'
import { typedText } from '../typed-text.ts'
import { nextMeetingWork } from './advance-meeting.ts'
import { readMeetingFields, refuseLongAgo, saysTheSame, type TypedMeeting } from './meeting-fields.ts'

export interface AddMeeting extends TypedMeeting {
  /** A TWG's id, or `swg`. */
  readonly group: string
  readonly title: string
}

const LONGEST_TITLE = 120

/**
 * Schedules a meeting that the calendar does not propose, such as an extraordinary one; one that took place lately can be added for
 * its minutes. A group has one meeting a day, so that the same command twice is one meeting.
 * @throws UserError `forbidden`, `invalid` with its field
 */
export const addMeeting =
  (deps: Deps) =>
  async (command: AddMeeting, actor: Actor, now: Instant): Promise<Meeting> => {
    const { records, platform, sector } = deps
    if (!isSecretariat(actor.roles, dayAt(now, sector.timeZone)))
      throw new UserError('forbidden', say`Only the secretariat adds meetings`)
    const meeting = readAdded(command, sector)
    refuseLongAgo(meeting, sector, now)
    await refuseSecond(deps, meeting)
    const event = {
      id: platform.newId(now),
      type: 'MeetingScheduled' as const,
      subject: `meeting/${meeting.id}`,
      sequence: meeting.sequence + 1,
      data: meetingFacts(meeting),
    }
    const added = await transactOnce(records, [
      meetingWrite(meeting, undefined, sector.timeZone, nextMeetingWork(meeting, sector, false)),
      ...eventWrites(eventOf(event, { now, actor: `contact/${actor.contact.id}` })),
    ])
    if (added) return meeting
    const known = (await readMeeting(records, meeting.id))?.value
    if (known?.title === meeting.title && saysTheSame(known, meeting)) return known
    throw new UserError(
      'invalid',
      say`A meeting of this group was added for this day already: change that one, or choose another day`,
      'day',
    )
  }

/** A meeting that the calendar proposed is confirmed, not added beside it. */
const refuseSecond = async ({ records, sector }: Deps, { id, group, day }: Meeting): Promise<void> => {
  const [from, until] = [day, addDays(day, 1)].map((one) => instantAt(one, '00:00', sector.timeZone))
  const other = (await meetingsBetween(records, from ?? '', until ?? '')).find(
    (meeting) => meeting.group === group && meeting.id !== id && meeting.status !== 'cancelled',
  )
  if (other)
    throw new UserError(
      'invalid',
      say`This group has a meeting on this day already, ${other.title}: confirm or change that one, or choose another day`,
      'day',
    )
}

const readAdded = (command: AddMeeting, { twgs, cadence }: Sector): Meeting => {
  const { group } = command
  if (group !== 'swg' && !twgs.some(({ id }) => id === group))
    throw new UserError('invalid', say`Choose whose meeting it is`, 'group')
  const title = typedText(command.title, {
    field: 'title',
    longest: LONGEST_TITLE,
    ask: say`Say what meeting it is`,
    oneLine: true,
  })
  const fields = readMeetingFields(command)
  return {
    id: group === 'swg' ? `swg-${fields.day}` : `${fields.day}-${group}`,
    group,
    title,
    status: 'scheduled',
    minutes: cadence.meetingTime.minutes,
    ...fields,
    sequence: 1,
  }
}
