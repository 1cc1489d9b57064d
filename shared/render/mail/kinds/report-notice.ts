import { dayInWords } from '#shared/domain/day-in-words.ts'
import { button, facts, lines, paragraph } from '../html/layout.ts'
import type { MailAbout, MailToRender, RenderedMail } from '../mail-to-render.ts'
import { oneLine } from '../plain-text.ts'
import type { MailWords } from '../words/mail-words.ts'
import { mailFrom } from './mail-parts.ts'

type ReportNotice = Extract<MailToRender, { kind: 'report-notice' }>

/** What was decided about a report, in a few lines: returned with its comment, accepted, due later, or its amendment withdrawn. */
export const reportNoticeMail = (mail: ReportNotice, about: MailAbout, words: MailWords): RenderedMail => {
  const { notice, round, twg, version } = mail
  const said = words.reportNotice
  const twgName = mail.sector.twgs.find(({ id }) => id === twg)?.name ?? twg
  const report = `${twgName}, ${round}`
  const lead = said.lead[notice](report, version, oneLine(mail.by))
  const day = (plain: string) => dayInWords(plain, words.calendar)
  const dates: [string, string][] = mail.due && mail.closed ? said.dates(day(mail.due), day(mail.closed)) : []
  const address = `${about.webUrl}/reports/${round}/${twg}`
  const next = said.next[notice]
  return mailFrom(
    {
      subject: said.subject[notice](report, oneLine(about.sectorName)),
      preheader: mail.text === '' ? lead : mail.text,
      heading: said.heading[notice](report),
      body: [
        paragraph(lead),
        mail.text === '' ? undefined : facts([[said.text[notice], lines(mail.text)]]),
        dates.length === 0 ? undefined : facts(dates),
        paragraph(next),
        button(address, said.open),
      ],
      blocks: [
        lead,
        mail.text === '' ? undefined : `${said.text[notice]}:\n${mail.text}`,
        dates.map(([label, value]) => `${label}: ${value}`).join('\n'),
        next,
        address,
      ],
    },
    about,
    words,
  )
}
