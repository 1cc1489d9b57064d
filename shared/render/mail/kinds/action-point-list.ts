import type { PlainDate } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { type HtmlPart, html } from '../html/html.ts'
import { bullets, heading2, paragraph } from '../html/layout.ts'
import { oneLine } from '../plain-text.ts'
import type { MailWords } from '../words/mail-words.ts'

interface Point {
  readonly text: string
  readonly owner: string
  readonly due: PlainDate
}

/** What was agreed, by whom, by when; says so when there is nothing. */
export const actionPointList = (points: readonly Point[], words: MailWords): { html: HtmlPart; text: string } => {
  const said = words.actionPoints
  const lines = points.map(({ text, owner, due }) => ({
    what: oneLine(text),
    who: said.ownerAndDue(oneLine(owner), dayInWords(due, words.calendar)),
  }))
  return {
    html: [
      heading2(said.heading),
      lines.length === 0
        ? paragraph(said.none)
        : bullets(lines.map(({ what, who }) => html`${what}<br><small>${who}</small>`)),
    ],
    text: `${said.heading}:\n${lines.length === 0 ? said.none : lines.map(({ what, who }, index) => `${index + 1}. ${what} (${who})`).join('\n')}`,
  }
}
