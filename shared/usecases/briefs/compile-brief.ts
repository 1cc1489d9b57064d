import { compileSwgBrief } from '#shared/domain/briefs/compile-swg-brief.ts'
import { compileTwgBrief } from '#shared/domain/briefs/compile-twg-brief.ts'
import type { Brief, BriefModel } from '#shared/domain/briefs/model.ts'
import { reminderTime } from '#shared/domain/calendar/reminder.ts'
import { addDays, dayAt, type Instant } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { briefDraftWrite, draftBriefs, readBriefDraft } from '#shared/records/briefs.ts'
import { eventWrites } from '#shared/records/events.ts'
import type { Deps } from '../deps.ts'
import { swgBriefInputs, twgBriefInputs } from './brief-inputs.ts'

/** Compiles the briefs that an event touches, as drafts. A brief that was released stays as it is. */
export const compileBrief =
  (deps: Deps) =>
  async (event: Envelope): Promise<void> => {
    for (const key of await touchedBy(deps, event)) await compile(deps, key, event)
  }

const touchedBy = async ({ records }: Deps, { type, data }: Envelope): Promise<string[]> => {
  if (type === 'BriefRequested') return [String(data.brief)]
  if (type.startsWith('TwgReport') && type !== 'TwgReportExtended') return [`${data.round}/${data.twg}`]
  const drafts = await draftBriefs(records)
  if (type === 'TwgReportExtended')
    return drafts.filter(({ key }) => key === `${data.round}/${data.twg}`).map(({ key }) => key)
  if (type.startsWith('ActionPoint'))
    return drafts.filter(({ key }) => key.endsWith(`/${data.twg}`)).map(({ key }) => key)
  return drafts.filter(({ model }) => model.kind === 'swg').map(({ key }) => key)
}

const compile = async (deps: Deps, key: string, event: Envelope): Promise<void> => {
  const { records, platform } = deps
  const stored = await readBriefDraft(records, key)
  if (stored?.value.status === 'released') return
  const model = await modelOf(deps, key, event.time)
  if (!model) return
  const hash = fingerprint(JSON.stringify({ ...model, inputs: { ...model.inputs, cutOff: '' } }))
  const releaseAt = event.type === 'BriefRequested' ? releaseTime(deps, event.time) : stored?.releaseAt
  if (stored?.value.hash === hash && stored.releaseAt === releaseAt) return
  const brief: Brief = { key, status: 'draft', version: 0, compiledAt: event.time, hash, model }
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
          data: { brief: key, kind: model.kind, hash },
        },
        cause,
      ),
    ),
  ])
}

/** A brief that nobody releases releases itself, in the morning some days after it was due. */
const releaseTime = ({ sector }: Deps, now: Instant): Instant =>
  reminderTime(addDays(dayAt(now, sector.timeZone), sector.cadence.releaseDaysAfterCompilation), sector)

const modelOf = async (deps: Deps, key: string, cutOff: Instant): Promise<BriefModel | undefined> => {
  const [round = '', twg] = key.split('/')
  if (twg !== undefined) {
    const inputs = await twgBriefInputs(deps, round, twg, cutOff)
    return inputs && compileTwgBrief(inputs)
  }
  const inputs = await swgBriefInputs(deps, key, cutOff)
  return inputs && compileSwgBrief(inputs)
}
