import type { Brief } from '#shared/domain/briefs/model.ts'
import { holdsOn } from '#shared/domain/contact.ts'
import { dayAt, type PlainDate } from '#shared/domain/dates.ts'
import type { MailContent } from '#shared/domain/mail.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { type Cause, dataOf } from '#shared/events/event.ts'
import {
  briefCopies,
  briefCopyWrite,
  briefPdfWrites,
  readBriefDraft,
  readBriefPdf,
  readBriefVersion,
} from '#shared/records/briefs.ts'
import { rolesInGroup } from '#shared/records/contacts.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { type MailRequest, mailIdOf, mailWrites } from '../mail/request-mail.ts'
import { coChairsOn } from '../meetings/participants.ts'

/** Sets a brief as PDF; the local run and Lambda use the same typesetter. */
export type SetPdf = (brief: Brief, about: { timeZone: string }) => Promise<{ bytes: Uint8Array; pages: number }>

interface DeliverDeps extends Deps {
  readonly setPdf: SetPdf
}

/**
 * After a release: sets and stores the PDF, then asks for the mails. A round's TWG briefs travel together: whichever brief
 * is stored last finds all of them there, and each co-chair in office that day gets one mail, the secretariat a copy.
 * A correction goes by itself to everyone who had an earlier version, in office or not, and to the co-chairs of that day.
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
    const day = dayAt(event.time, sector.timeZone)
    const copies = await briefCopies(records, key)
    if (!copies.some((copy) => copy.version < version)) {
      const first = await firstParcel(deps, brief)
      if (first) await request(deps, first, await readersOn(deps, day), event)
    }
    await request(deps, correctionParcel(brief), await readersOfCorrection(deps, brief, day), event)
  }

interface Parcel {
  readonly subject: string
  readonly title: string
  readonly version: number
  readonly briefs: Extract<MailContent, { kind: 'brief' }>['briefs']
}

/**
 * What goes out together for the first time, each brief in its newest version; undefined while a part of it is not ready.
 * One that is about to be corrected goes out and says so: the others do not wait for it.
 */
const firstParcel = async ({ records, sector }: DeliverDeps, { model, key }: Brief): Promise<Parcel | undefined> => {
  const own = model.kind === 'swg' ? [key] : sector.twgs.map((twg) => `${model.round}/${twg.id}`)
  const briefs = await Promise.all(
    own.map(async (one) => {
      const stands = (await readBriefDraft(records, one))?.value
      const correcting = stands?.status === 'draft' ? ({ correcting: true } as const) : {}
      return { key: one, version: stands?.version ?? 0, ...correcting }
    }),
  )
  const ready = await Promise.all(briefs.map((one) => readBriefPdf(records, one.key, one.version)))
  if (ready.includes(undefined)) return undefined
  return model.kind === 'swg'
    ? { subject: `brief/${key}`, title: `Brief for ${model.meeting.title}`, version: 1, briefs }
    : { subject: `briefs/${model.round}`, title: `TWG briefs ${model.round}`, version: 1, briefs }
}

const correctionParcel = ({ key, version, model }: Brief): Parcel => ({
  subject: `brief/${key}`,
  title:
    model.kind === 'swg'
      ? `Corrected brief for ${model.meeting.title}`
      : `Corrected brief of ${model.twg.name}, ${model.round}`,
  version,
  briefs: [{ key, version }],
})

const readersOn = async (deps: DeliverDeps, day: PlainDate): Promise<string[]> => {
  const coChairs = (await coChairsOn(deps)(day)).map(({ contact }) => contact)
  const secretariat = (await rolesInGroup(deps.records, 'swg'))
    .filter(({ role }) => role.role === 'secretariat' && holdsOn(role, day))
    .map(({ contact }) => contact)
  return [...new Set([...coChairs, ...secretariat])]
}

/** Who has an earlier version of this brief, and with them the co-chairs in office, but nobody who has this one or a later one. */
const readersOfCorrection = async (deps: DeliverDeps, { key, version }: Brief, day: PlainDate): Promise<string[]> => {
  const newest = new Map<string, number>()
  for (const copy of await briefCopies(deps.records, key)) newest.set(copy.contact, copy.version)
  const earlier = [...newest].filter(([, had]) => had < version).map(([contact]) => contact)
  if (earlier.length === 0) return []
  const inOffice = (await coChairsOn(deps)(day)).map(({ contact }) => contact)
  return [...new Set([...earlier, ...inOffice.filter((contact) => (newest.get(contact) ?? 0) < version)])]
}

/** One mail a reader, stored with the copies that it carries; asked for again, it is already there. */
const request = async (
  deps: DeliverDeps,
  { subject, title, version, briefs }: Parcel,
  readers: readonly string[],
  event: Envelope,
): Promise<void> => {
  const cause: Cause = { now: event.time, actor: 'system', causedBy: event }
  for (const contact of readers) {
    const content: MailContent = { kind: 'brief', title, briefs: [...briefs] }
    const mail: MailRequest = { contact, content, subject, version }
    await transactOnce(deps.records, [
      ...mailWrites(deps, mail, cause),
      ...briefs.map(({ key, version: copied }) =>
        briefCopyWrite({ key, version: copied, contact, mail: mailIdOf(mail) }),
      ),
    ])
  }
}
