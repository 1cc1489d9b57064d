import { dayInWords } from '#shared/domain/day-in-words.ts'
import { briefFileName } from '../../brief-file-name.ts'
import { button, paragraph } from '../html/layout.ts'
import type { MailAbout, MailToRender, RenderedMail } from '../mail-to-render.ts'
import { oneLine } from '../plain-text.ts'
import type { MailWords } from '../words/mail-words.ts'
import { actionPointList } from './action-point-list.ts'
import { mailFrom } from './mail-parts.ts'

type HandOverMail = Extract<MailToRender, { kind: 'hand-over' }>

/** To the outgoing and the incoming holder of the donor seat: when, what is open, and the latest brief. */
export const handOverMail = (mail: HandOverMail, about: MailAbout, words: MailWords): RenderedMail => {
  const said = words.handOver
  const day = dayInWords(mail.from, words.calendar)
  const lead = said.lead(oneLine(mail.outgoing), oneLine(mail.incoming), day)
  const brief = mail.attached ? said.brief(briefFileName(mail.attached.brief)) : said.noBrief
  const points = actionPointList(mail.actionPoints, words)
  const rendered = mailFrom(
    {
      subject: said.subject(oneLine(mail.incoming), day, oneLine(about.sectorName)),
      preheader: lead,
      heading: said.heading,
      body: [paragraph(lead), paragraph(said.meet), points.html, paragraph(brief), button(about.webUrl, said.open)],
      blocks: [lead, said.meet, points.text, brief, about.webUrl],
    },
    about,
    words,
  )
  if (!mail.attached) return rendered
  const { brief: attached, pdf } = mail.attached
  return {
    ...rendered,
    attachments: [{ filename: briefFileName(attached), contentType: 'application/pdf', bytes: pdf }],
  }
}
