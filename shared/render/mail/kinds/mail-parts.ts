import type { HtmlPart } from '../html/html.ts'
import { html } from '../html/html.ts'
import { mailPage, paragraph } from '../html/layout.ts'
import type { MailAbout, RenderedMail } from '../mail-to-render.ts'
import { oneLine, subjectOf, textOf } from '../plain-text.ts'
import type { MailWords } from '../words/mail-words.ts'

/** What one kind of mail says; greeting, footer and frame are the same for all. */
export interface MailParts {
  readonly subject: string
  readonly preheader: string
  readonly heading: string
  readonly body: HtmlPart
  /** Blocks of the text part, between greeting and footer. */
  readonly blocks: readonly (string | undefined)[]
}

export const mailFrom = (parts: MailParts, about: MailAbout, words: MailWords): RenderedMail => {
  const greeting = words.greeting(oneLine(about.recipientName))
  const footer = words.footer(oneLine(about.sectorName))
  return {
    subject: subjectOf(parts.subject),
    text: textOf([greeting, ...parts.blocks, `-- \n${footer}\n${about.webUrl}`]),
    html: mailPage({
      language: words.language,
      preheader: oneLine(parts.preheader),
      heading: oneLine(parts.heading),
      body: [paragraph(greeting), parts.body],
      footer: html`${footer}<br>${about.webUrl}`,
    }),
  }
}
