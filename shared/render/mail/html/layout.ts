import { isWebAddress } from '../../web-address.ts'
import { type Html, type HtmlPart, html } from './html.ts'

const FONTS = "'Segoe UI', Helvetica, Arial, 'Noto Sans Lao', 'Lao UI', Phetsarath OT, sans-serif"
const INK = '#1c2426'
const QUIET = '#4d5b5e'
const ACCENT = '#0b4a57'

export interface MailFrame {
  readonly language: string
  /** Shown by mail programs beside the subject. */
  readonly preheader: string
  readonly heading: string
  readonly body: HtmlPart
  readonly footer: HtmlPart
}

/** The frame of every mail: one column of at most 640 px, in tables for Outlook, inline styles for everyone else. */
export const mailPage = ({ language, preheader, heading, body, footer }: MailFrame): string =>
  html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${heading}</title>
</head>
<body style="margin:0;padding:0;background:#eef1f2;">
<div style="display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;color:#eef1f2;">${preheader}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#eef1f2;"><tr><td align="center" style="padding:16px 8px;">
<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:640px;background:#ffffff;border-top:4px solid ${ACCENT};"><tr>
<td style="padding:24px 20px;font-family:${FONTS};font-size:16px;line-height:1.5;color:${INK};text-align:left;">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;color:${ACCENT};">${heading}</h1>
${body}
</td></tr><tr>
<td style="padding:16px 20px;border-top:1px solid #d5dee0;font-family:${FONTS};font-size:13px;line-height:1.5;color:${QUIET};text-align:left;">${footer}</td>
</tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`.markup

export const paragraph = (content: HtmlPart): Html => html`<p style="margin:0 0 16px;">${content}</p>`
export const quietParagraph = (content: HtmlPart): Html =>
  html`<p style="margin:0 0 16px;font-size:14px;color:${QUIET};">${content}</p>`
export const heading2 = (text: string): Html =>
  html`<h2 style="margin:24px 0 8px;font-size:18px;line-height:1.3;color:${ACCENT};">${text}</h2>`
export const heading3 = (text: string): Html =>
  html`<h3 style="margin:16px 0 4px;font-size:16px;line-height:1.3;">${text}</h3>`
export const bullets = (items: readonly HtmlPart[]): Html =>
  html`<ul style="margin:0 0 16px;padding-left:20px;">${items.map((item) => html`<li style="margin:0 0 6px;">${item}</li>`)}</ul>`

/** Typed text with its line breaks. */
export const lines = (text: string): HtmlPart =>
  text.split(/\r\n?|\n/).map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))

/** Label and text side by side; both wrap on a narrow screen. */
export const facts = (rows: readonly (readonly [label: string, text: HtmlPart])[]): Html =>
  html`<table cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;border-collapse:collapse;">${rows.map(
    ([label, text]) =>
      html`<tr><th scope="row" style="padding:4px 16px 4px 0;text-align:left;vertical-align:top;font-weight:normal;color:${QUIET};">${label}</th><td style="padding:4px 0;vertical-align:top;">${text}</td></tr>`,
  )}</table>`

export const link = (address: string, words: string = address): Html =>
  isWebAddress(address)
    ? html`<a href="${address}" style="color:${ACCENT};word-break:break-word;">${words}</a>`
    : html`${words}`

/** A large link that also Outlook draws as a button. */
export const button = (address: string, words: string): Html =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;"><tr><td style="background:${ACCENT};border-radius:4px;"><a href="${isWebAddress(address) ? address : '#'}" style="display:inline-block;padding:12px 20px;font-weight:bold;color:#ffffff;text-decoration:none;">${words}</a></td></tr></table>`
