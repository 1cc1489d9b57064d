import type { Contact } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import type { Mail } from '#shared/domain/mail.ts'
import { readBriefPdf, readBriefVersion } from '#shared/records/briefs.ts'
import { readMeeting } from '#shared/records/calendar.ts'
import { readMinutesVersion } from '#shared/records/minutes.ts'
import { readReportVersion } from '#shared/records/reports.ts'
import type { MailToRender } from '#shared/render/mail/mail-to-render.ts'
import { renderMail } from '#shared/render/mail/render-mail.ts'
import { toMime } from '#shared/render/mime.ts'
import type { Deps } from '../deps.ts'

/** A planned mail as the bytes that go out. */
export type ComposeMail = (mail: Mail, recipient: Contact, at: Instant) => Promise<Uint8Array>

export interface ComposeDeps extends Pick<Deps, 'records' | 'sector'> {
  readonly sender: string
  /** Of the web pages, without a slash at the end. */
  readonly webUrl: string
}

/** Loads what the mail names by key and renders it. @throws Error when a part that was stored before the mail is missing */
export const composeMail =
  (deps: ComposeDeps): ComposeMail =>
  async (mail, recipient, at) => {
    const { sector, sender, webUrl } = deps
    const to = { name: recipient.name, address: recipient.email }
    const about = { sectorName: sector.name, webUrl, recipientName: recipient.name, timeZone: sector.timeZone }
    const rendered = renderMail(await load(deps, mail, to), about)
    return toMime(rendered, { from: { name: sector.name, address: sender }, to, date: at, messageTag: mail.id })
  }

const load = async (
  { records, sector, sender }: ComposeDeps,
  { content, requestedAt }: Mail,
  attendee: { name: string; address: string },
): Promise<MailToRender> => {
  switch (content.kind) {
    case 'receipt': {
      const report = await readReportVersion(records, content.round, content.twg, content.version)
      return {
        ...content,
        sector,
        report: present(report, `report ${content.round}/${content.twg} v${content.version}`),
      }
    }
    case 'report-notice':
      return { ...content, sector }
    case 'brief':
      return {
        ...content,
        briefs: await Promise.all(
          content.briefs.map(async ({ key, version, ...standing }) => ({
            ...standing,
            brief: present(await readBriefVersion(records, key, version), `brief ${key} v${version}`),
            pdf: present(await readBriefPdf(records, key, version), `the PDF of brief ${key} v${version}`).bytes,
          })),
        ),
      }
    case 'minutes': {
      const [minutes, meeting] = await Promise.all([
        readMinutesVersion(records, content.meeting, content.version),
        readMeeting(records, content.meeting),
      ])
      const what = `minutes of ${content.meeting} v${content.version}`
      return { kind: 'minutes', minutes: present(minutes, what), meeting: present(meeting, what).value }
    }
    case 'hand-over': {
      if (!content.brief) return { ...content, attached: undefined }
      const { key, version } = content.brief
      const [brief, pdf] = await Promise.all([
        readBriefVersion(records, key, version),
        readBriefPdf(records, key, version),
      ])
      return { ...content, attached: brief && pdf && { brief, pdf: pdf.bytes } }
    }
    case 'invitation':
      return {
        ...content,
        organizer: { name: sector.name, address: sender },
        attendee,
        uidDomain: sector.id,
        at: requestedAt,
      }
    default:
      return content
  }
}

const present = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`Missing: ${what}`)
  return value
}
