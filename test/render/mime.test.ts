import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import type { MailToRender } from '#shared/render/mail/mail-to-render.ts'
import { renderMail } from '#shared/render/mail/render-mail.ts'
import { toMime } from '#shared/render/mime.ts'
import { briefOf, twgModel } from '../fixtures/briefs.ts'
import { about, invitation, receipt, reminders, roundBriefs } from '../fixtures/mails.ts'

const envelope = {
  from: { name: 'Secretariat of the UXO SWG', address: 'secretariat@uxo.example.org' },
  to: { name: 'Khamla Phommachanh', address: 'khamla@example.org' },
  date: '2026-04-27T01:00:00.000Z',
  messageTag: '0f3a9c',
}
const sent = async (mail: MailToRender, to = envelope.to) =>
  PostalMime.parse(await toMime(renderMail(mail, about), { ...envelope, to }))

describe('a message', () => {
  it('has the same bytes for the same input', async () => {
    const mail = renderMail(roundBriefs, about)
    expect(await toMime(mail, envelope)).toEqual(await toMime(mail, envelope))
  })

  it('carries its envelope, both texts and every attachment', async () => {
    const rendered = renderMail(roundBriefs, about)
    const read = await sent(roundBriefs)
    expect(read.subject).toBe(rendered.subject)
    expect(read.messageId).toBe('<0f3a9c@uxo.example.org>')
    expect(read.from).toEqual({ name: envelope.from.name, address: envelope.from.address })
    expect(read.to).toEqual([{ name: envelope.to.name, address: envelope.to.address }])
    expect(read.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    expect(read.text?.trim()).toBe(rendered.text.trim())
    expect(read.html?.trim()).toBe(rendered.html.trim())
    expect(read.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toContainEqual([
      '2026-Q1-survey-clearance-v1.pdf',
      'application/pdf',
    ])
  })

  it('carries an invitation for calendars and as a file', async () => {
    const message = new TextDecoder().decode(await toMime(renderMail(invitation, about), envelope))
    expect(message).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
    expect((await sent(invitation)).attachments.map(({ filename }) => filename)).toContain('invite.ics')
  })
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    'x\r\nBcc: evil@example.org',
    'x\nX-Evil: 1',
    '\u2028X-Evil: 1',
    '<x-evil>',
    '"><x-evil src=x>',
    "' onclick='x-evil",
    '--><x-evil>',
    '</title></td><x-evil/>',
    '\r\n----_NmP-0-Part_1\r\nContent-Type: text/html\r\n\r\n<x-evil>',
  ),
)
const tagsIn = (html: string) => new Set(html.match(/<[^\s>]*/g))
const keysIn = (headers: readonly { key: string }[]) => headers.map(({ key }) => key).sort()

describe('hostile text', () => {
  it('never becomes markup, a header or a part, in any mail', async () => {
    const mailsWith = (text: string): MailToRender[] => [
      receipt(text),
      { ...reminders, items: [{ rule: text, subject: text, title: text, text, path: text }] },
      { ...invitation, meeting: { ...invitation.meeting, title: text, place: text, link: text } },
      {
        ...roundBriefs,
        title: text,
        briefs: [
          {
            brief: briefOf({
              ...twgModel,
              summary: [text],
              twg: { id: 'x', name: text },
              decisions: [{ text, from: text, by: text }],
            }),
            pdf: new Uint8Array([1]),
          },
        ],
      },
    ]
    const benign = await Promise.all(mailsWith('benign https').map((mail) => sent(mail)))
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        for (const [index, mail] of mailsWith(text).entries()) {
          const { subject, html } = renderMail(mail, { ...about, recipientName: text })
          expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
          expect(subject.length).toBeLessThanOrEqual(150)
          const read = await sent(mail, { ...envelope.to, name: text })
          expect(keysIn(read.headers)).toEqual(keysIn(benign[index]?.headers ?? []))
          expect(read.attachments).toHaveLength(benign[index]?.attachments.length ?? -1)
          const known = tagsIn(benign[index]?.html ?? '')
            .add('<a')
            .add('<br')
          for (const tag of tagsIn(html)) expect(known).toContain(tag)
        }
      }),
      { numRuns: 60 },
    )
  })
})
