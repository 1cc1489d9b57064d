import { clockAt, dayAt } from '#shared/domain/dates.ts'
import type { Mail, MailContent } from '#shared/domain/mail.ts'

/** Markdown: what was sent to whom and when, by local day; mails of one moment in the order of their text, so that two rehearsals compare. Mails without an address were withheld. */
export const timelineOf = (
  mails: readonly Mail[],
  addressOf: (contact: string) => string,
  timeZone: string,
): string => {
  const lines: string[] = ['# Timeline', '', `Local times, ${timeZone}.`]
  let day = ''
  const sent = mails
    .map((mail) => ({
      at: mail.sentAt ?? mail.requestedAt,
      what: `${mail.content.kind} → ${addressOf(mail.contact)}: ${subjectOf(mail.content)}`,
    }))
    .toSorted((a, b) => a.at.localeCompare(b.at) || a.what.localeCompare(b.what, 'en'))
  for (const { at, what } of sent) {
    const today = dayAt(at, timeZone)
    if (today !== day) {
      day = today
      lines.push('', `## ${day}`, '')
    }
    lines.push(`- ${clockAt(at, timeZone)} ${what}`)
  }
  return `${lines.join('\n')}\n`
}

const subjectOf = (content: MailContent): string => {
  switch (content.kind) {
    case 'sign-in':
      return 'code and link'
    case 'receipt':
      return `${content.round}/${content.twg}/v${content.version}`
    case 'report-notice':
      return `${content.notice} ${content.round}/${content.twg}`
    case 'reminders':
      return content.items.map(({ rule, title }) => `${rule} (${title})`).join('; ')
    case 'invitation':
      return `${content.method} ${content.meeting.title}, ${content.meeting.day} ${content.meeting.time}`
    case 'minutes':
      return `${content.meeting} v${content.version}`
    case 'hand-over':
      return `${content.outgoing.donor} → ${content.incoming.donor}, ${content.from}`
    case 'seat-passed':
      return `${content.donor} instead of ${content.told}, ${content.from}`
    case 'brief':
      return content.briefs.map(({ key, version }) => `${key} v${version}`).join(', ')
  }
}
