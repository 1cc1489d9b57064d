import { isMendable, type Meeting, meetingStart, standingOf } from '#shared/domain/calendar/meeting.ts'
import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { eventOf } from '#shared/events/event.ts'
import { meetingWrite, readMeeting } from '#shared/records/calendar.ts'
import { eventWrites } from '#shared/records/events.ts'
import { readMinutes, withoutMinutes } from '#shared/records/minutes.ts'
import type { Stored } from '#shared/records/record.ts'
import { ConflictError } from '#shared/records/record-store.ts'
import { meetingFacts } from '../calendar/propose-meeting.ts'
import type { Deps } from '../deps.ts'
import { nextMeetingWork } from './advance-meeting.ts'
import { readMeetingFields, refuseLongAgo, saysTheSame, type TypedMeeting, tooEarly } from './meeting-fields.ts'

export interface ScheduleMeeting extends TypedMeeting {
  readonly id: string
  /** The sequence of the meeting that its author saw. */
  readonly version: number
}

/**
 * Confirms a proposed meeting, moves a scheduled one, or schedules a cancelled one again: one transaction, however many take part.
 * Invitations follow from its event.
 * A scheduled meeting may move into the past: it took place earlier than announced, and everyone invited is told; so may a proposed
 * one whose day has passed. What changes nothing is not stored: the meeting comes back with the sequence that it had.
 * @throws UserError `forbidden`, `not-found`, `invalid` (with its field), `changed` when someone else changed the meeting meanwhile
 */
export const scheduleMeeting =
  (deps: Deps) =>
  async (command: ScheduleMeeting, actor: Actor, now: Instant): Promise<Meeting> => {
    const stored = await meetingForChange(deps, command.id, actor, now)
    const { sector } = deps
    const { agenda: _, ...known } = stored.value
    const meeting: Meeting = {
      ...known,
      status: 'scheduled',
      ...readMeetingFields(command),
      sequence: known.sequence + 1,
    }
    const isNew = known.status === 'proposed' || known.status === 'cancelled'
    if (!isNew && saysTheSame(stored.value, meeting)) return stored.value
    if (command.version !== known.sequence) throw changedMeanwhile()
    const backwards = standingOf(known, now, sector.timeZone) !== 'proposed'
    if (backwards) refuseLongAgo(meeting, sector, now)
    else if (meetingStart(meeting, sector.timeZone) <= now) throw tooEarly(meeting, say`has passed`, sector, now)
    return change(deps, meeting, stored, isNew ? 'MeetingScheduled' : 'MeetingMoved', actor, now)
  }

/** Cancels a meeting, of which whoever was invited is told. @throws UserError as scheduleMeeting */
export const cancelMeeting =
  (deps: Deps) =>
  async ({ id, version }: Pick<ScheduleMeeting, 'id' | 'version'>, actor: Actor, now: Instant): Promise<Meeting> => {
    const stored = await meetingForChange(deps, id, actor, now)
    if (stored.value.status === 'cancelled')
      throw new UserError('invalid', say`This meeting is cancelled already`, 'day')
    if (version !== stored.value.sequence) throw changedMeanwhile()
    const cancelled: Meeting = { ...stored.value, status: 'cancelled', sequence: stored.value.sequence + 1 }
    return change(deps, cancelled, stored, 'MeetingCancelled', actor, now)
  }

const meetingForChange = async (
  { records, sector }: Deps,
  id: string,
  actor: Actor,
  now: Instant,
): Promise<Stored<Meeting>> => {
  const today = dayAt(now, sector.timeZone)
  if (!isSecretariat(actor.roles, today)) {
    throw new UserError('forbidden', say`Only the secretariat changes meetings`)
  }
  const stored = await readMeeting(records, id)
  if (!stored) throw new UserError('not-found', say`There is no such meeting`)
  const { status } = stored.value
  const begun = meetingStart(stored.value, sector.timeZone) <= now
  const minuted = begun && (await readMinutes(records, id)) !== undefined
  if (minuted)
    throw new UserError(
      'invalid',
      say`This meeting has minutes: it took place, and is neither moved nor cancelled`,
      'day',
    )
  if (!isMendable(stored.value, false, today))
    throw new UserError(
      'invalid',
      status === 'cancelled'
        ? say`This meeting is cancelled and does not change any more`
        : say`This meeting is over and does not change any more`,
      'day',
    )
  return stored
}

const change = async (
  { records, platform, sector }: Deps,
  meeting: Meeting,
  stored: Stored<Meeting>,
  type: 'MeetingScheduled' | 'MeetingMoved' | 'MeetingCancelled',
  actor: Actor,
  now: Instant,
): Promise<Meeting> => {
  const event = eventOf(
    {
      id: platform.newId(now),
      type,
      subject: `meeting/${meeting.id}`,
      sequence: meeting.sequence + 1,
      data: meetingFacts(meeting),
    },
    { now, actor: `contact/${actor.contact.id}` },
  )
  try {
    await records.transact([
      meetingWrite(meeting, stored, sector.timeZone, nextMeetingWork(meeting, sector, false)),
      withoutMinutes(meeting.id),
      ...eventWrites(event),
    ])
    return meeting
  } catch (error) {
    throw error instanceof ConflictError ? changedMeanwhile() : error
  }
}

const changedMeanwhile = () =>
  new UserError(
    'changed',
    say`Somebody else changed this meeting meanwhile, and nothing of yours is saved: look at how it stands now, then save again`,
    'day',
  )
