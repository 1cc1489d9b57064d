import type { Brief } from '#shared/domain/briefs/model.ts'
import { holdsOn } from '#shared/domain/contact.ts'
import { dayAt, type PlainDate } from '#shared/domain/dates.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import { type Cause, dataOf } from '#shared/events/event.ts'
import { briefCopies, briefPdfWrites, readBriefPdf, readBriefVersion } from '#shared/records/briefs.ts'
import { rolesInGroup } from '#shared/records/contacts.ts'
import type { Deps } from '../deps.ts'
import { coChairsOn } from '../meetings/participants.ts'
import { correctionParcel, firstParcel, mailParcel } from './parcel.ts'

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
    const cause: Cause = { now: event.time, actor: 'system', causedBy: event }
    if (!copies.some((copy) => copy.version < version)) {
      const first = await firstParcel(deps, brief)
      if (first) await mailParcel(deps, first, await readersOn(deps, day), cause)
    }
    await mailParcel(deps, correctionParcel(brief), await readersOfCorrection(deps, brief, day), cause)
  }

/** Who gets a brief that is released on a day: the co-chairs in office, the secretariat a copy. */
export const readersOn = async (deps: Deps, day: PlainDate): Promise<string[]> => {
  const coChairs = (await coChairsOn(deps)(day)).map(({ contact }) => contact)
  const secretariat = (await rolesInGroup(deps.records, 'swg'))
    .filter(({ role }) => role.role === 'secretariat' && holdsOn(role, day))
    .map(({ contact }) => contact)
  return [...new Set([...coChairs, ...secretariat])]
}

/** Who has an earlier version of this brief, and with them the co-chairs in office, but nobody who has this one or a later one. */
export const readersOfCorrection = async (deps: Deps, { key, version }: Brief, day: PlainDate): Promise<string[]> => {
  const newest = new Map<string, number>()
  for (const copy of await briefCopies(deps.records, key)) newest.set(copy.contact, copy.version)
  const earlier = [...newest].filter(([, had]) => had < version).map(([contact]) => contact)
  if (earlier.length === 0) return []
  const inOffice = (await coChairsOn(deps)(day)).map(({ contact }) => contact)
  return [...new Set([...earlier, ...inOffice.filter((contact) => (newest.get(contact) ?? 0) < version)])]
}
