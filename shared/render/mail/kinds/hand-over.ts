import { addDays } from '#shared/domain/calendar-days.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { briefFileName } from '../../brief-file-name.ts'
import { button, facts, paragraph } from '../html/layout.ts'
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
  const lead = said.lead(day)
  const news =
    (mail.named && said.named(oneLine(mail.named))) || (mail.replaces && said.replaces(oneLine(mail.replaces)))
  const holders = [
    [said.until(dayInWords(addDays(mail.from, -1), words.calendar)), holderInWords(mail.outgoing, words)],
    [said.from(day), holderInWords(mail.incoming, words)],
  ] as const
  const brief = mail.attached ? said.brief(briefFileName(mail.attached.brief)) : said.noBrief
  const points = actionPointList(mail.actionPoints, words)
  const rendered = mailFrom(
    {
      subject: said.subject(oneLine(mail.outgoing.donor), oneLine(mail.incoming.donor), day, oneLine(about.sectorName)),
      preheader: lead,
      heading: said.heading,
      body: [
        paragraph(lead),
        news && paragraph(news),
        facts(holders),
        paragraph(said.meet),
        ...[points.html, paragraph(brief), button(about.webUrl, said.open)],
      ],
      blocks: [
        lead,
        news,
        holders.map(([label, text]) => `${label}: ${text}`).join('\n'),
        ...[said.meet, points.text, brief, about.webUrl],
      ],
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

/** `Ireland (Aoife Brennan)` */
const holderInWords = ({ donor, people }: HandOverMail['outgoing'], { handOver }: MailWords): string =>
  `${oneLine(donor)} (${people.map(oneLine).join(', ') || handOver.nobody})`
