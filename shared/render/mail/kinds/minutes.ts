import { dayInWords } from '#shared/domain/day-in-words.ts'
import { bullets, button, heading2, lines, paragraph } from '../html/layout.ts'
import type { MailAbout, MailToRender, RenderedMail } from '../mail-to-render.ts'
import { oneLine } from '../plain-text.ts'
import type { MailWords } from '../words/mail-words.ts'
import { actionPointList } from './action-point-list.ts'
import { mailFrom } from './mail-parts.ts'

type MinutesMail = Extract<MailToRender, { kind: 'minutes' }>

/** What a meeting came to, whole in the mail itself. */
export const minutesMail = ({ meeting, minutes }: MinutesMail, about: MailAbout, words: MailWords): RenderedMail => {
  const said = words.minutes
  const day = dayInWords(meeting.day, words.calendar)
  const title = oneLine(meeting.title)
  const decisions = minutes.decisions.map(oneLine)
  const points = actionPointList(minutes.actionPoints, words)
  const lead = said.lead(day, oneLine(minutes.recordedBy))
  const corrected = minutes.version > 1 ? said.corrected : undefined
  const address = `${about.webUrl}/meetings/${encodeURIComponent(meeting.id)}`
  return mailFrom(
    {
      subject: said.subject(title, day, minutes.version),
      preheader: lead,
      heading: title,
      body: [
        paragraph(lead),
        corrected && paragraph(corrected),
        minutes.summary === '' ? undefined : paragraph(lines(minutes.summary)),
        heading2(said.decisions),
        decisions.length === 0 ? paragraph(said.noDecisions) : bullets(decisions),
        points.html,
        button(address, said.open),
      ],
      blocks: [
        lead,
        corrected,
        minutes.summary === '' ? undefined : minutes.summary,
        `${said.decisions}:\n${decisions.length === 0 ? said.noDecisions : decisions.map((decision, index) => `${index + 1}. ${decision}`).join('\n')}`,
        points.text,
        address,
      ],
    },
    about,
    words,
  )
}
