import { MOST_FOLLOWED_UP, opened } from '#shared/domain/action-point.ts'
import { type Meeting, meetingStart } from '#shared/domain/calendar/meeting.ts'
import { type Actor, mayReport } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import {
  type AgreedPoint,
  LONGEST_DECISION,
  LONGEST_SUMMARY,
  linesOf,
  type Minutes,
  MOST_DECISIONS,
  MOST_NEW_POINTS,
} from '#shared/domain/minutes.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { openActionPoints, readActionPoint } from '#shared/records/action-points.ts'
import { readMeeting, sameMeeting } from '#shared/records/calendar.ts'
import { eventWrites } from '#shared/records/events.ts'
import { minutesWrite, readMinutes } from '#shared/records/minutes.ts'
import type { Stored } from '#shared/records/record.ts'
import { ConflictError, type Write } from '#shared/records/record-store.ts'
import { actionPointWrites } from '../action-points/action-point-writes.ts'
import { readDue, readOwner, readTask } from '../action-points/read-fields.ts'
import type { Deps } from '../deps.ts'
import { typedText } from '../typed-text.ts'

export interface NewPoint {
  readonly text: string
  readonly owner: string
  readonly due: string
}

export interface RecordMinutes {
  readonly meeting: string
  /** Of the minutes that their author saw; 0 before the first. */
  readonly version: number
  readonly summary: string
  /** One a line. */
  readonly decisions: string
  /** Places that were left empty are none. */
  readonly points: readonly NewPoint[]
}

/**
 * Records what a meeting came to: minutes, their event and every action point they open, in one transaction. The same form sent twice is
 * one version; participants hear of each version by mail.
 * @throws UserError `forbidden`, `not-found`, `invalid` with its field, `changed` when somebody recorded minutes after `version`
 */
export const recordMinutes =
  (deps: Deps) =>
  async (command: RecordMinutes, actor: Actor, now: Instant): Promise<Minutes> => {
    const { records, platform } = deps
    const stored = await meetingToRecord(deps, command.meeting, actor, now)
    const meeting = stored.value
    const known = await readMinutes(records, meeting.id)
    const cause: Cause = { now, actor: `contact/${actor.contact.id}` }
    const points = await readPoints(deps, meeting, command.points, actor, cause)
    const minutes: Minutes = {
      meeting: meeting.id,
      version: command.version + 1,
      summary: readSummary(command.summary),
      decisions: readDecisions(command.decisions),
      actionPoints: [...(known?.actionPoints ?? []), ...points.agreed.filter(isNewIn(known?.actionPoints ?? []))],
      recordedAt: now,
      recordedBy: actor.contact.name,
    }
    if (minutes.summary === '' && minutes.decisions.length === 0 && minutes.actionPoints.length === 0)
      throw new UserError('invalid', say`Enter what the meeting came to`, 'summary')
    if (known && says(known, minutes)) return known
    if ((known?.version ?? 0) !== command.version) throw changedMeanwhile()
    const event = eventOf(
      {
        id: platform.newId(now),
        type: 'MinutesRecorded',
        subject: `minutes/${meeting.id}`,
        sequence: minutes.version,
        data: { meeting: meeting.id, version: minutes.version },
      },
      cause,
    )
    try {
      await records.transact([minutesWrite(minutes), sameMeeting(stored), ...eventWrites(event), ...points.writes])
      return minutes
    } catch (error) {
      throw error instanceof ConflictError ? changedMeanwhile() : error
    }
  }

const meetingToRecord = async (
  { records, sector }: Deps,
  id: string,
  actor: Actor,
  now: Instant,
): Promise<Stored<Meeting>> => {
  const stored = await readMeeting(records, id)
  if (!stored) throw new UserError('not-found', say`There is no such meeting`)
  const meeting = stored.value
  if (!mayReport(actor.roles, meeting.group, dayAt(now, sector.timeZone)))
    throw new UserError('forbidden', say`Only the secretariat, and for a TWG its chair and alternate, record minutes`)
  if (meeting.status === 'cancelled')
    throw new UserError('invalid', say`This meeting is cancelled: it has no minutes`, 'summary')
  if (meeting.status === 'proposed')
    throw new UserError('invalid', say`This meeting is proposed only: it has no minutes`, 'summary')
  if (meetingStart(meeting, sector.timeZone) > now)
    throw new UserError('invalid', say`This meeting has not begun: its minutes are recorded afterwards`, 'summary')
  return stored
}

const readSummary = (typed: string): string => typedText(typed, { field: 'summary', longest: LONGEST_SUMMARY })

const readDecisions = (typed: string): string[] => {
  const decisions = linesOf(typedText(typed, { field: 'decisions' }))
  if (decisions.length > MOST_DECISIONS || decisions.some((decision) => decision.length > LONGEST_DECISION))
    throw new UserError(
      'invalid',
      say`Enter ${MOST_DECISIONS} decisions at most, each of ${LONGEST_DECISION} characters at most`,
      'decisions',
    )
  return decisions
}

/** The points with the writes that open them; one that is known already is named and not opened again. */
const readPoints = async (
  deps: Deps,
  { group }: Meeting,
  typed: readonly NewPoint[],
  actor: Actor,
  cause: Cause,
): Promise<{ agreed: AgreedPoint[]; writes: Write[] }> => {
  const { records } = deps
  const agreed: AgreedPoint[] = []
  const writes: Write[] = []
  let open = group === 'swg' ? 0 : (await openActionPoints(records, group)).length
  for (const [index, entry] of typed.slice(0, MOST_NEW_POINTS).entries()) {
    if (Object.values(entry).every((value) => value.trim() === '')) continue
    const { text, due, owner } = await atField(`point${index + 1}`, async () => ({
      text: readTask(entry.text),
      owner: await readOwner(records, entry.owner),
      due: readDue(entry.due),
    }))
    const id = fingerprint('action-point', group, text, due).slice(0, 20)
    if (agreed.some((point) => point.id === id)) continue
    agreed.push({ id, text, owner: owner.name, due })
    if (await readActionPoint(records, id)) continue
    if (group !== 'swg' && ++open > MOST_FOLLOWED_UP)
      throw new UserError(
        'invalid',
        say`This group has ${MOST_FOLLOWED_UP} open points: close some first`,
        `point${index + 1}-text`,
      )
    writes.push(
      ...actionPointWrites(deps, opened({ id, group, text, owner, due }, cause.now, actor.contact.name), cause),
    )
  }
  return { agreed, writes }
}

/** A mistake stands at the field of its place: `point2-due`. */
const atField = async <T>(place: string, read: () => Promise<T>): Promise<T> => {
  try {
    return await read()
  } catch (error) {
    throw error instanceof UserError ? new UserError(error.code, error.message, `${place}-${error.field}`) : error
  }
}

const isNewIn =
  (known: readonly AgreedPoint[]) =>
  ({ id }: AgreedPoint): boolean =>
    !known.some((point) => point.id === id)

const says = (known: Minutes, next: Minutes): boolean =>
  known.summary === next.summary &&
  known.decisions.join('\n') === next.decisions.join('\n') &&
  known.actionPoints.length === next.actionPoints.length

const changedMeanwhile = () =>
  new UserError('changed', say`Somebody else recorded minutes meanwhile: look at them, then add yours`, 'summary')
