import type { Brief } from '#shared/domain/briefs/model.ts'
import { type Actor, isInOffice, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import type { MailStatus } from '#shared/domain/mail.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { briefCopies, readBriefDraft, readBriefPdf, readBriefVersion } from '#shared/records/briefs.ts'
import { readContact } from '#shared/records/contacts.ts'
import { readMail } from '#shared/records/mails.ts'
import type { Deps } from '../deps.ts'

/**
 * A brief as it stands: drafts for the secretariat, and for everyone with a role what was released last.
 * @param version an earlier one that was released
 * @throws UserError `not-found`, `forbidden`
 */
export const readBrief =
  (deps: Deps) =>
  async (key: string, actor: Actor, now: Instant, version?: number): Promise<Brief> => {
    const { records, sector } = deps
    const today = dayAt(now, sector.timeZone)
    if (!isInOffice(actor.roles, today))
      throw new UserError('forbidden', say`Briefs are for people with a role in the sector`)
    const stands = (await readBriefDraft(records, key))?.value
    const shown =
      version ?? (stands?.status === 'draft' && !isSecretariat(actor.roles, today) ? stands.version : undefined)
    const brief = shown === undefined ? stands : await readBriefVersion(records, key, shown)
    if (!brief) throw new UserError('not-found', say`There is no such brief, or it has not been released yet`)
    return brief
  }

export interface DeliveredCopy {
  /** Of the mail that carried it. */
  readonly mail: string
  readonly version: number
  readonly name: string
  readonly status: MailStatus
  readonly sentAt?: Instant
}

/** How far each copy of a brief has come; only the secretariat is told. */
export const readBriefCopies =
  (deps: Deps) =>
  async (key: string, actor: Actor, now: Instant): Promise<DeliveredCopy[]> => {
    const { records, sector } = deps
    if (!isSecretariat(actor.roles, dayAt(now, sector.timeZone))) return []
    return Promise.all(
      (await briefCopies(records, key)).map(async ({ version, contact, mail }) => {
        const [reader, sent] = await Promise.all([readContact(records, contact), readMail(records, mail)])
        return {
          mail,
          version,
          name: reader?.contact.value.name ?? contact,
          status: sent?.status ?? 'PLANNED',
          ...(sent?.sentAt === undefined ? {} : { sentAt: sent.sentAt }),
        }
      }),
    )
  }

/** The PDF of a released version. @throws UserError `not-found` for a draft and for what was never released, also while it is being set */
export const readPdf =
  (deps: Deps) =>
  async (key: string, version: number, actor: Actor, now: Instant): Promise<Uint8Array> => {
    const stands = await readBrief(deps)(key, actor, now)
    if (version < 1) throw new UserError('not-found', say`A draft has no PDF: it is made when the brief is released`)
    if (version > stands.version) throw new UserError('not-found', say`This version of the brief was never released`)
    const pdf = await readBriefPdf(deps.records, key, version)
    if (!pdf) throw new UserError('not-found', say`This PDF is being made: try again in a minute`)
    return pdf.bytes
  }
