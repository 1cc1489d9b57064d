import { referenceOf } from '#shared/domain/report.ts'
import { paragraph } from '../html/layout.ts'
import type { MailAbout, MailToRender, RenderedMail } from '../mail-to-render.ts'
import type { MailWords } from '../words/mail-words.ts'
import { mailFrom } from './mail-parts.ts'
import { receiptSections, type Section } from './receipt-sections.ts'

type Receipt = Extract<MailToRender, { kind: 'receipt' }>

/** Mail programs cut HTML at about 102 KB; what is around the sections takes less than 8 KB. */
const HTML_BYTES = 90_000

/** The full print of what was sent. Where it is too long for an HTML mail, it is cut there and attached whole as text. */
export const receiptMail = ({ report, sector }: Receipt, about: MailAbout, words: MailWords): RenderedMail => {
  const said = words.receipt
  const reference = referenceOf(report)
  const twgName = sector.twgs.find(({ id }) => id === report.twg)?.name ?? report.twg
  const sections = receiptSections(report, sector, about.timeZone, words)
  const shown = sections.slice(0, fitting(sections))
  const filename = `${reference.replace(/[^A-Za-z0-9]+/g, '-')}.txt`
  const rest = shown.length < sections.length ? said.restAttached(filename) : undefined
  const mail = mailFrom(
    {
      subject: said.subject(reference, about.sectorName),
      preheader: said.received(reference),
      heading: said.heading(twgName, report.round),
      body: [paragraph(said.received(reference)), shown.map((section) => section.html), rest && paragraph(rest)],
      blocks: [said.received(reference), ...sections.map((section) => section.text)],
    },
    about,
    words,
  )
  if (!rest) return mail
  return {
    ...mail,
    attachments: [{ filename, contentType: 'text/plain; charset=utf-8', bytes: new TextEncoder().encode(mail.text) }],
  }
}

/** How many sections from the first on fit into the HTML part. */
const fitting = (sections: readonly Section[]): number => {
  let left = HTML_BYTES
  for (const [index, section] of sections.entries()) {
    left -= new TextEncoder().encode(section.html.markup).length
    if (left < 0) return index
  }
  return sections.length
}
