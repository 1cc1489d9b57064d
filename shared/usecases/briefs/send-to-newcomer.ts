import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { briefCopies, readBriefDraft } from '#shared/records/briefs.ts'
import { readContact } from '#shared/records/contacts.ts'
import type { Deps } from '../deps.ts'
import { coChairsOn } from '../meetings/participants.ts'
import { firstParcel, mailParcel } from './parcel.ts'

export interface Newcomer {
  readonly contact: string
  readonly name: string
}

/** Co-chairs in office who have no copy of a brief that was released: they were named after it went out. None for everyone but the secretariat. */
export const readNewcomers =
  (deps: Deps) =>
  async (key: string, actor: Actor, now: Instant): Promise<Newcomer[]> => {
    const { records, sector } = deps
    const today = dayAt(now, sector.timeZone)
    const copies = isSecretariat(actor.roles, today) ? await briefCopies(records, key) : []
    // before its first copies the brief is still on its way to everybody
    if (copies.length === 0) return []
    const served = new Set(copies.map(({ contact }) => contact))
    const missing = new Set(
      (await coChairsOn(deps)(today)).map(({ contact }) => contact).filter((id) => !served.has(id)),
    )
    return Promise.all(
      [...missing].map(async (contact) => ({
        contact,
        name: (await readContact(records, contact))?.contact.value.name ?? contact,
      })),
    )
  }

/**
 * Sends a co-chair who was named after a brief went out what the others had, in its newest versions: of a TWG brief its whole round, in
 * one mail. Pressed twice, it is sent once.
 * @throws UserError `forbidden`, `not-found` also while a newer version is typeset
 */
export const sendToNewcomer =
  (deps: Deps) =>
  async ({ key, contact }: { key: string; contact: string }, actor: Actor, now: Instant): Promise<void> => {
    if (!isSecretariat(actor.roles, dayAt(now, deps.sector.timeZone)))
      throw new UserError('forbidden', say`Only the secretariat sends briefs`)
    const brief = (await readBriefDraft(deps.records, key))?.value
    if (!brief) throw new UserError('not-found', say`There is no such brief`)
    const newcomers = await readNewcomers(deps)(key, actor, now)
    if (!newcomers.some((newcomer) => newcomer.contact === contact)) return
    const parcel = await firstParcel(deps, brief)
    if (!parcel) throw new UserError('not-found', say`This brief is being typeset: try again in a minute`)
    await mailParcel(deps, parcel, [contact], { now, actor: `contact/${actor.contact.id}` })
  }
