import type { Brief } from '#shared/domain/briefs/model.ts'
import { type Actor, isInOffice, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { readBriefDraft, readBriefPdf } from '#shared/records/briefs.ts'
import type { Deps } from '../deps.ts'

/** A brief as it stands: drafts for the secretariat, released ones for everyone with a role. @throws UserError `not-found`, `forbidden` */
export const readBrief =
  (deps: Deps) =>
  async (key: string, actor: Actor, now: Instant): Promise<Brief> => {
    const { records, sector } = deps
    const today = dayAt(now, sector.timeZone)
    if (!isInOffice(actor.roles, today))
      throw new UserError('forbidden', 'Briefs are for people with a role in the sector')
    const brief = (await readBriefDraft(records, key))?.value
    if (!brief || (brief.status === 'draft' && !isSecretariat(actor.roles, today))) {
      throw new UserError('not-found', 'There is no such brief, or it has not been released yet')
    }
    return brief
  }

/** The PDF of a released version. @throws UserError `not-found` also while it is being set */
export const readPdf =
  (deps: Deps) =>
  async (key: string, version: number, actor: Actor, now: Instant): Promise<Uint8Array> => {
    await readBrief(deps)(key, actor, now)
    const pdf = await readBriefPdf(deps.records, key, version)
    if (!pdf) throw new UserError('not-found', 'This PDF is being set: try again in a minute')
    return pdf.bytes
  }
