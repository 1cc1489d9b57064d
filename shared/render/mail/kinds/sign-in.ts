import { html } from '../html/html.ts'
import { button, link, paragraph, quietParagraph } from '../html/layout.ts'
import type { MailAbout, MailToRender, RenderedMail } from '../mail-to-render.ts'
import { oneLine } from '../plain-text.ts'
import type { MailWords } from '../words/mail-words.ts'
import { mailFrom } from './mail-parts.ts'

type SignIn = Extract<MailToRender, { kind: 'sign-in' }>

/** `123456` → `123 456`: groups are easier to carry from one screen to another. */
const grouped = (code: string): string => (code.match(/.{1,3}/gsu) ?? []).join(' ')

/** The code and the link; the subject holds neither, since it shows on locked screens. */
export const signInMail = (mail: SignIn, about: MailAbout, words: MailWords): RenderedMail => {
  const { code, token, minutes } = mail
  const said = words.signIn
  const address = `${about.webUrl}/sign-in/link/${encodeURIComponent(oneLine(token))}`
  return mailFrom(
    {
      subject: said.subject(about.sectorName),
      preheader: said.valid(minutes),
      heading: said.heading,
      body: [
        paragraph(said.code),
        html`<p style="margin:0 0 16px;font-size:34px;line-height:1.2;font-weight:bold;letter-spacing:2px;">${grouped(oneLine(code))}</p>`,
        paragraph(said.orLink),
        button(address, said.button),
        quietParagraph(link(address)),
        paragraph(said.valid(minutes)),
        quietParagraph(said.ignore),
      ],
      blocks: [said.code, `    ${grouped(oneLine(code))}`, said.orLink, address, said.valid(minutes), said.ignore],
    },
    about,
    words,
  )
}
