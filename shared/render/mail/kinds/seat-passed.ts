import { dayInWords } from '#shared/domain/day-in-words.ts'
import { button, facts, paragraph } from '../html/layout.ts'
import type { MailAbout, MailToRender, RenderedMail } from '../mail-to-render.ts'
import { oneLine } from '../plain-text.ts'
import type { MailWords } from '../words/mail-words.ts'
import { mailFrom } from './mail-parts.ts'

type SeatPassedMail = Extract<MailToRender, { kind: 'seat-passed' }>

/** To whoever was told of a hand-over that does not come: whose the turn was to be, whose it is, and why. */
export const seatPassedMail = (mail: SeatPassedMail, about: MailAbout, words: MailWords): RenderedMail => {
  const said = words.seatPassed
  const day = dayInWords(mail.from, words.calendar)
  const lead = said.lead(day)
  const rows = [
    [said.told, oneLine(mail.told)],
    [said.donor, oneLine(mail.donor)],
    ...(mail.reason ? [[said.reason, oneLine(mail.reason)] as const] : []),
  ] as const
  const page = `${about.webUrl}/calendar/seat`
  return mailFrom(
    {
      subject: said.subject(day, oneLine(about.sectorName)),
      preheader: lead,
      heading: said.heading,
      body: [paragraph(lead), facts(rows), button(page, said.open)],
      blocks: [lead, rows.map(([label, text]) => `${label}: ${text}`).join('\n'), page],
    },
    about,
    words,
  )
}
