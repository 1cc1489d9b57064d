import { meetingReleaseTime, releaseTime } from '#shared/domain/briefs/release-time.ts'
import { type Meeting, meetingEnd } from '#shared/domain/calendar/meeting.ts'
import type { Round } from '#shared/domain/calendar/round.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt, epochMsOf, type Instant, instantOf, later } from '#shared/domain/dates.ts'
import { draftBriefs, readBriefDraft } from '#shared/records/briefs.ts'
import { readersOfCorrection, readersOn } from '../briefs/deliver-brief.ts'
import { correctionParcel } from '../briefs/parcel.ts'
import type { Deps } from '../deps.ts'
import type { Line } from './planned-line.ts'

const HOUR_MS = 60 * 60_000

/** What is due goes out with the next sweep, on the hour. */
const nextSweep = (now: Instant): Instant => instantOf(Math.ceil(epochMsOf(now) / HOUR_MS) * HOUR_MS)

/** A round's briefs go out together, when the last of them releases itself; nothing once all were released. */
export const roundBriefLines = async (deps: Deps, { id, briefsDue }: Round, now: Instant): Promise<Line[]> => {
  const { records, sector } = deps
  const stored = await Promise.all(sector.twgs.map((twg) => readBriefDraft(records, `${id}/${twg.id}`)))
  const open = stored.filter((brief) => brief === undefined || brief.value.version === 0)
  if (open.length === 0) return []
  const expected = releaseTime(briefsDue, sector)
  const at = open.map((brief) => brief?.releaseAt ?? expected).reduce(later)
  if (at < now && open.includes(undefined)) return []
  return [await lineOf(deps, { at, rule: 'briefs', what: id }, now)]
}

/** Drafts of the working group's briefs, and corrections of any brief, that wait to release themselves. */
export const waitingBriefLines = async (deps: Deps, now: Instant): Promise<Line[]> => {
  const { records, sector } = deps
  const stored = await Promise.all((await draftBriefs(records)).map(({ key }) => readBriefDraft(records, key)))
  const waiting = stored.flatMap((brief) =>
    brief?.value.status === 'draft' && brief.releaseAt !== undefined ? [{ ...brief.value, at: brief.releaseAt }] : [],
  )
  const lines = await Promise.all(
    waiting.map(async ({ at, ...draft }) => {
      if (draft.version > 0) {
        const corrected = { ...draft, version: draft.version + 1 }
        const { title: what } = correctionParcel(corrected)
        const line = await lineOf(deps, { at, rule: 'brief-correction', what }, now)
        return [{ ...line, contacts: await readersOfCorrection(deps, corrected, dayAt(line.at, sector.timeZone)) }]
      }
      const { model } = draft
      return model.kind === 'swg'
        ? [await lineOf(deps, { at, rule: 'meeting-brief', what: model.meeting.title }, now)]
        : []
    }),
  )
  return lines.flat()
}

/** The brief of a meeting of the working group that is not compiled yet; it is compiled at once when the meeting is confirmed late. */
export const meetingBriefLines = async (deps: Deps, meeting: Meeting, now: Instant): Promise<Line[]> => {
  const { id, group, day, title } = meeting
  const { records, sector } = deps
  const isOver = meetingEnd(meeting, sector.timeZone) <= nextSweep(now)
  if (group !== 'swg' || isOver || (await readBriefDraft(records, id))) return []
  const wanted = addDays(day, -sector.cadence.swgBriefDaysBeforeMeeting)
  const compiled = later(wanted, dayAt(nextSweep(now), sector.timeZone))
  return [
    await lineOf(deps, { at: meetingReleaseTime(day, compiled, sector), rule: 'meeting-brief', what: title }, now),
  ]
}

const lineOf = async (deps: Deps, line: Pick<Line, 'at' | 'rule' | 'what'>, now: Instant): Promise<Line> => {
  const at = later(line.at, now)
  return { ...line, at, contacts: await readersOn(deps, dayAt(at, deps.sector.timeZone)), onceConfirmed: false }
}
