import { dayAskedFor } from '#shared/domain/briefs/asked-for.ts'
import { compileSwgBrief } from '#shared/domain/briefs/compile-swg-brief.ts'
import { compileTwgBrief } from '#shared/domain/briefs/compile-twg-brief.ts'
import type { Brief, BriefModel } from '#shared/domain/briefs/model.ts'
import { releaseTimeOf } from '#shared/domain/briefs/release-time.ts'
import { quarterStart } from '#shared/domain/calendar/round.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import { dayAt, type Instant, later } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import {
  briefDraftRemoval,
  briefDraftWrite,
  draftBriefs,
  readBriefDraft,
  readBriefVersion,
  standingSwgBriefs,
} from '#shared/records/briefs.ts'
import { eventWrites } from '#shared/records/events.ts'
import type { Stored } from '#shared/records/record.ts'
import type { Deps } from '../deps.ts'
import { swgBriefInputs, twgBriefInputs } from './brief-inputs.ts'

/**
 * Compiles the briefs that an event touches, as drafts. A released brief becomes a draft again only where the event changes
 * what it states: that draft is its next version.
 */
export const compileBrief =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> => {
    for (const key of await touchedBy(deps, event)) await compile(deps, key, event)
  }

/**
 * A report also stands in the drafts of later rounds, as the quarter before or last year's; what was released there stays.
 * A meeting stands in the drafts of its own group, one of the working group in all.
 */
const touchedBy = async (deps: Deps, event: Envelope): Promise<string[]> => {
  const { type, data } = event
  if (type === 'BriefRequested') return [String(data.brief)]
  const drafts = await draftBriefs(deps.records)
  const swg = drafts.filter(({ model }) => model.kind === 'swg').map(({ key }) => key)
  const ofTwg = drafts.filter(({ key }) => key.endsWith(`/${data.twg}`)).map(({ key }) => key)
  const own = `${data.round}/${data.twg}`
  if (type === 'TwgReportExtended') return ofTwg.filter((key) => key === own)
  if (type.startsWith('ActionPoint')) return ofTwg
  if (type.startsWith('Meeting'))
    return drafts.map(({ key }) => key).filter((key) => data.group === 'swg' || key.endsWith(`/${data.group}`))
  const corrected = CORRECTING.has(type) ? await correctedSwg(deps, event, drafts) : []
  if (type.startsWith('TwgReport')) return [own, ...ofTwg.filter((key) => key > own), ...swg, ...corrected]
  return [...swg, ...corrected]
}

/** What may correct a released brief of the working group. A contribution recorded later is news for the next one. */
const CORRECTING = new Set([
  'TwgReportSubmitted',
  'TwgReportAmended',
  'TwgReportAmendmentWithdrawn',
  'ContributionCorrected',
])

/** A contribution is corrected in the briefs of this time: those of before are of meetings long held. */
const CORRECTED_DAYS = 2 * 366

/**
 * Released briefs of the working group that an event may correct: of a report, each that it is a round of, and the newest where any
 * of its figures came from an earlier version; of a contribution, each of the last two years that tells one of its years.
 */
const correctedSwg = async (
  { records, sector }: Deps,
  { time, data }: Envelope,
  drafts: readonly Brief[],
): Promise<string[]> => {
  const { round, twg, years } = data
  const since = typeof round === 'string' ? quarterStart(round) : addDays(dayAt(time, sector.timeZone), -CORRECTED_DAYS)
  const standing = (await standingSwgBriefs(records, since)).flatMap(ofSwg)
  const correcting = drafts.filter(({ version }) => version > 0).flatMap(ofSwg)
  const newest = [...standing, ...correcting].toSorted((a, b) =>
    a.model.meeting.day < b.model.meeting.day ? 1 : -1,
  )[0]
  return standing
    .filter(
      ({ key, model }) =>
        model.rounds.includes(String(round)) ||
        (key === newest?.key && model.inputs.reports.some((one) => one.startsWith(`${round}/${twg}/`))) ||
        (Array.isArray(years) && model.funding.some(({ year }) => years.includes(year))),
    )
    .map(({ key }) => key)
}

const ofSwg = ({ key, model }: Brief) => (model.kind === 'swg' ? [{ key, model }] : [])

const compile = async (deps: Deps, key: string, event: Envelope): Promise<void> => {
  const { records, platform } = deps
  const stored = await readBriefDraft(records, key)
  const released = stored?.value.version ? await readBriefVersion(records, key, stored.value.version) : undefined
  // An event that comes late takes nothing out that a newer one brought in.
  const cutOff = later(event.time, stored?.value.compiledAt ?? '')
  const askedAgain = event.type === 'BriefRequested' && released !== undefined && event.time > released.compiledAt
  const model = await modelOf(deps, key, cutOff, { released, draft: stored?.value, askedAgain })
  if (!model) return stored?.value.status === 'draft' ? drop(deps, stored, released) : undefined
  if (released && !model.corrections)
    return released.hash === stored?.value.hash ? undefined : drop(deps, stored, released)
  const brief: Brief = {
    key,
    status: 'draft',
    version: stored?.value.version ?? 0,
    compiledAt: cutOff,
    hash: fingerprint(JSON.stringify({ ...model, inputs: { ...model.inputs, cutOff: '', ledgerAsOf: '' } })),
    model,
  }
  const releaseAt =
    isBegun(event, stored?.value) || isForAnotherDay(model, stored?.value)
      ? releaseTimeOf(model, dayAt(event.time, deps.sector.timeZone), deps.sector)
      : stored?.releaseAt
  if (stored?.value.hash === brief.hash && stored.releaseAt === releaseAt) return
  const cause: Cause = { now: event.time, actor: 'system', causedBy: event }
  await records.transact([
    briefDraftWrite(brief, stored, releaseAt),
    ...eventWrites(
      eventOf(
        {
          id: platform.newId(event.time),
          type: 'BriefCompiled',
          subject: `brief/${key}`,
          sequence: (stored?.version ?? 0) + 1,
          data: { brief: key, kind: model.kind, hash: brief.hash },
        },
        cause,
      ),
    ),
  ])
}

/** From then on the days count until it releases itself: when its round asks for it, and when its first correction comes. */
const isBegun = ({ type }: Envelope, stored: Brief | undefined): boolean =>
  type === 'BriefRequested' || stored?.status === 'released'

/** A draft waits for the new time of a meeting that moved. */
const isForAnotherDay = (model: BriefModel, stored: Brief | undefined): boolean =>
  model.kind === 'swg' && stored?.model.kind === 'swg' && dayAskedFor(model) !== dayAskedFor(stored.model)

/** A draft of what is not to be said any more: a correction that was taken back, a meeting that was cancelled. What was released stands. */
const drop = ({ records }: Deps, stored: Stored<Brief> | undefined, released: Brief | undefined): Promise<void> =>
  records.transact(released ? [briefDraftWrite(released, stored)] : stored ? [briefDraftRemoval(stored)] : [])

const modelOf = async (
  deps: Deps,
  key: string,
  cutOff: Instant,
  before: { released: Brief | undefined; draft: Brief | undefined; askedAgain: boolean },
): Promise<BriefModel | undefined> => {
  const [round = '', twg] = key.split('/')
  if (twg !== undefined) {
    const inputs = await twgBriefInputs(deps, round, twg, cutOff, releasedOf(before.released, 'twg'))
    return inputs && compileTwgBrief(inputs)
  }
  const { draft, askedAgain } = before
  const inputs = await swgBriefInputs(deps, key, cutOff, {
    released: releasedOf(before.released, 'swg'),
    draft: draft?.model.kind === 'swg' ? draft.model : undefined,
    askedAgain,
  })
  return inputs && compileSwgBrief(inputs)
}

const releasedOf = <K extends BriefModel['kind']>(before: Brief | undefined, kind: K) =>
  before?.model.kind === kind
    ? { version: before.version, model: before.model as Extract<BriefModel, { kind: K }> }
    : undefined
