import { withDaysInWords } from '../../days-in-words.ts'
import { html } from '../html/html.ts'
import { button, heading3, lines, paragraph } from '../html/layout.ts'
import type { MailAbout, MailToRender, RenderedMail } from '../mail-to-render.ts'
import { oneLine } from '../plain-text.ts'
import type { MailWords } from '../words/mail-words.ts'
import { mailFrom } from './mail-parts.ts'

type Reminders = Extract<MailToRender, { kind: 'reminders' }>

/** One person's reminders of one day. The subject names the first, which is the most urgent. */
export const remindersMail = ({ items: asked }: Reminders, about: MailAbout, words: MailWords): RenderedMail => {
  const items = asked.map(({ title, text, path }) => ({
    title: withDaysInWords(title, words.calendar),
    text: withDaysInWords(text, words.calendar),
    path,
  }))
  const first = oneLine(items[0]?.title ?? '')
  const addressOf = (path: string) => `${about.webUrl}/${oneLine(path).replace(/^[/\\]+/, '')}`
  return mailFrom(
    {
      subject: words.reminders.subject(first, items.length - 1, about.sectorName),
      preheader: items[0]?.text ?? '',
      heading: items.length === 1 ? first : words.reminders.heading(items.length),
      body: items.map(
        (item) => html`
${items.length === 1 ? undefined : heading3(oneLine(item.title))}
${paragraph(lines(item.text))}
${button(addressOf(item.path), words.reminders.open)}`,
      ),
      blocks: items.map((item) => `${oneLine(item.title)}\n${item.text}\n${addressOf(item.path)}`),
    },
    about,
    words,
  )
}
