import type { Brief } from '#shared/domain/briefs/model.ts'
import type { Meeting } from '#shared/domain/calendar/meeting.ts'
import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { eventOf } from '#shared/events/event.ts'
import { briefDraftWrite, briefVersionWrite, readBriefDraft } from '#shared/records/briefs.ts'
import { readMeeting } from '#shared/records/calendar.ts'
import { eventWrites } from '#shared/records/events.ts'
import type { Stored } from '#shared/records/record.ts'
import { ConflictError } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

/** Releases a draft by hand. @throws UserError `forbidden`, `not-found`, `changed` when the draft, or its meeting, changed meanwhile */
export const releaseBrief =
  (deps: Deps) =>
  async (key: string, actor: Actor, now: Instant): Promise<Brief> => {
    if (!isSecretariat(actor.roles, dayAt(now, deps.sector.timeZone))) {
      throw new UserError('forbidden', say`Only the secretariat releases briefs`)
    }
    const stored = await readBriefDraft(deps.records, key)
    if (!stored) throw new UserError('not-found', say`There is no such brief`)
    if (stored.value.status === 'released') return stored.value
    if ((await meetingOf(deps, stored.value))?.status === 'cancelled')
      throw new UserError('changed', say`The meeting of this brief was cancelled: its draft is withdrawn`)
    try {
      return await release(deps, stored, `contact/${actor.contact.id}`, now)
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error
      throw new UserError(
        'changed',
        say`The brief changed while you were reading it: look at it again, then release it`,
      )
    }
  }

/** Releases a draft whose time has come, unless its meeting was just cancelled or moved. When it changes at the same moment, the next sweep releases the newer one. */
export const releaseDueBrief =
  (deps: Deps) =>
  async (key: string, now: Instant): Promise<void> => {
    const stored = await readBriefDraft(deps.records, key)
    if (!stored || stored.value.status === 'released' || stored.releaseAt === undefined || stored.releaseAt > now)
      return
    const meeting = await meetingOf(deps, stored.value)
    if (meeting && (meeting.status === 'cancelled' || meeting.day !== meetingDayIn(stored.value))) return
    await release(deps, stored, 'system', now)
  }

/** As it stands now, for the moment until a draft has followed it. */
const meetingOf = async ({ records }: Deps, { key, model }: Brief): Promise<Meeting | undefined> =>
  model.kind === 'swg' ? (await readMeeting(records, key))?.value : undefined

const meetingDayIn = ({ model }: Brief): string => (model.kind === 'swg' ? model.meeting.day : '')

/** Draft → version 1, in one transaction with its event; typesetting and mail follow from the event. */
const release = async (
  { records, platform }: Deps,
  stored: Stored<Brief>,
  actor: string,
  now: Instant,
): Promise<Brief> => {
  const brief: Brief = { ...stored.value, status: 'released', version: stored.value.version + 1, releasedAt: now }
  await records.transact([
    briefVersionWrite(brief),
    briefDraftWrite(brief, stored),
    ...eventWrites(
      eventOf(
        {
          id: platform.newId(now),
          type: 'BriefReleased',
          subject: `brief/${brief.key}`,
          sequence: stored.version + 1,
          data: { brief: brief.key, kind: brief.model.kind, version: brief.version },
        },
        { now, actor },
      ),
    ),
  ])
  return brief
}
