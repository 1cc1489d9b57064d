import type { Brief } from '#shared/domain/briefs/model.ts'
import { dayAt } from '#shared/domain/dates.ts'
import type { MailContent } from '#shared/domain/mail.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { type Cause, dataOf } from '#shared/events/event.ts'
import { briefPdfWrites, readBriefPdf, readBriefVersion } from '#shared/records/briefs.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'
import { coChairsOn } from '../meetings/participants.ts'

/** Sets a brief as PDF; the local run and Lambda use the same typesetter. */
export type SetPdf = (brief: Brief, about: { timeZone: string }) => Promise<{ bytes: Uint8Array; pages: number }>

interface DeliverDeps extends Deps {
  readonly setPdf: SetPdf
}

/**
 * After a release: sets and stores the PDF, then asks for the mails. A round's TWG briefs travel together: whichever brief
 * is stored last finds all of them there, and each co-chair in office that day gets one mail.
 */
export const deliverBrief =
  (deps: DeliverDeps) =>
  async (event: Envelope): Promise<void> => {
    const { records, sector, setPdf } = deps
    const { brief: key, version } = dataOf(event, 'BriefReleased')
    const brief = await readBriefVersion(records, key, version)
    if (!brief) throw new Error(`Brief ${key} v${version} was released and is not stored`)
    if (!(await readBriefPdf(records, key, version))) {
      const { bytes, pages } = await setPdf(brief, { timeZone: sector.timeZone })
      for (const write of briefPdfWrites(key, version, bytes, pages)) await records.transact([write])
    }
    const parcel = await parcelOf(deps, brief)
    if (parcel) await requestMails(deps, parcel, event)
  }

interface Parcel {
  readonly subject: string
  readonly title: string
  readonly briefs: readonly { readonly key: string; readonly version: number }[]
}

/** What goes out together, or undefined while a part of it is not ready. */
const parcelOf = async (
  { records, sector }: DeliverDeps,
  { model, key, version }: Brief,
): Promise<Parcel | undefined> => {
  if (model.kind === 'swg')
    return { subject: `brief/${key}`, title: `Brief for ${model.meeting.title}`, briefs: [{ key, version }] }
  const briefs = sector.twgs.map((twg) => ({ key: `${model.round}/${twg.id}`, version }))
  const ready = await Promise.all(briefs.map((brief) => readBriefPdf(records, brief.key, brief.version)))
  return ready.every((pdf) => pdf !== undefined)
    ? { subject: `briefs/${model.round}`, title: `TWG briefs ${model.round}`, briefs }
    : undefined
}

const requestMails = async (deps: DeliverDeps, { subject, title, briefs }: Parcel, event: Envelope): Promise<void> => {
  const cause: Cause = { now: event.time, actor: 'system', causedBy: event }
  const version = Math.max(...briefs.map((brief) => brief.version))
  for (const { contact } of await coChairsOn(deps)(dayAt(event.time, deps.sector.timeZone))) {
    const content: MailContent = { kind: 'brief', title, briefs: [...briefs] }
    await transactOnce(deps.records, mailWrites(deps, { contact, content, subject, version }, cause))
  }
}
