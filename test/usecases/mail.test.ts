import { expect, it } from 'vitest'
import { addMs } from '#shared/domain/dates.ts'
import type { Mail } from '#shared/domain/mail.ts'
import type { Envelope } from '#shared/events/envelope.ts'
import type { Mailer, OutgoingMail, SendResult } from '#shared/events/mailer.ts'
import { collect } from '#shared/records/record-store.ts'
import { composeMail } from '#shared/usecases/mail/compose-mail.ts'
import { mailWrites } from '#shared/usecases/mail/request-mail.ts'
import { sendMail } from '#shared/usecases/mail/send-mail.ts'
import { settleMail } from '#shared/usecases/mail/settle-mail.ts'
import { type SesEvent, trackMail } from '#shared/usecases/mail/track-mail.ts'
import { describeOnTable } from '../fixtures/table.ts'
import { at, worldOn } from '../fixtures/world.ts'

const NOW = at('2026-01-02')

/** A mail service that answers as told and keeps what it was given. */
const mailerThat = (...answers: SendResult[]): Mailer & { readonly sent: OutgoingMail[] } => {
  const sent: OutgoingMail[] = []
  return {
    sent,
    send: async (mail) => {
      sent.push(mail)
      return answers.shift() ?? { outcome: 'sent', messageId: `message-${sent.length}` }
    },
  }
}

describeOnTable('a mail', (fresh) => {
  const planned = async (kind: 'reminders' | 'sign-in' = 'reminders') => {
    const world = await worldOn(await fresh())
    const { contact } = await world.contactAt('chair@risk-education.example')
    const content: Mail['content'] =
      kind === 'sign-in'
        ? { kind, code: '123456', token: 'a-secret-token', minutes: 10 }
        : {
            kind,
            day: '2026-01-02',
            items: [
              { rule: 'report-opens', subject: 's', title: 'The report can be submitted', text: 'Due soon', path: '/' },
            ],
          }
    const request = { contact: contact.id, content, subject: 'test', version: 1 }
    await world.deps.records.transact(mailWrites(world.deps, request, { now: NOW, actor: 'system' }))
    const [mail] = await world.mails()
    if (!mail) throw new Error('No mail was planned')
    const compose = composeMail({
      ...world.deps,
      sender: 'secretariat@uxo-swg.example',
      webUrl: 'https://pages.example',
    })
    const requested = async (): Promise<Envelope> => {
      const events = (await world.events(`mail/${mail.id}`)).filter(({ type }) => type === 'MailRequested')
      return events.at(-1) as Envelope
    }
    return {
      world,
      mail,
      request,
      take: async (mailer: Mailer) => sendMail({ ...world.deps, mailer, compose })(await requested()),
      state: async () => (await world.mails())[0],
      says: (eventType: string, bounce?: { bounceType: string }) => {
        const event: SesEvent = {
          eventType,
          mail: { messageId: 'm', tags: { mail: [mail.id] } },
          ...(bounce ? { bounce } : {}),
        }
        return trackMail(world.deps)(event, NOW)
      },
    }
  }

  it('is sent once, however often its event arrives', async () => {
    const { take, state } = await planned()
    const mailer = mailerThat()
    await take(mailer)
    await take(mailer)
    expect(mailer.sent).toHaveLength(1)
    expect(mailer.sent[0]?.to).toBe('chair@risk-education.example')
    expect(await state()).toMatchObject({ status: 'SENT', messageId: 'message-1', attempts: 1 })
  })

  it('is sent once by two functions that take it up at the same moment', async () => {
    const { take } = await planned()
    const mailer = mailerThat()
    await Promise.all([take(mailer), take(mailer), take(mailer)])
    expect(mailer.sent).toHaveLength(1)
  })

  it('is asked for once: the same request again is refused by the store', async () => {
    const { world, request } = await planned()
    const again = world.deps.records.transact(mailWrites(world.deps, request, { now: NOW, actor: 'system' }))
    await expect(again).rejects.toThrow('write 0')
  })

  it('throttled by SES, is asked for again by the sweep and then sent', async () => {
    const { world, mail, take, state } = await planned()
    const mailer = mailerThat({ outcome: 'throttled', reason: 'Throttling' })
    await take(mailer)
    expect(await state()).toMatchObject({ status: 'RETRY' })
    await settleMail(world.deps)(mail.id, addMs(NOW, 3_600_000))
    await take(mailer)
    expect(await state()).toMatchObject({ status: 'SENT', attempts: 2 })
  })

  it('whose answer was lost is settled by SES’s own event, and not sent again', async () => {
    const { world, mail, take, state, says } = await planned()
    const mailer = mailerThat({ outcome: 'uncertain', reason: 'timeout' })
    await take(mailer)
    expect(await state()).toMatchObject({ status: 'UNCERTAIN' })
    await says('Send')
    await settleMail(world.deps)(mail.id, addMs(NOW, 3_600_000))
    await take(mailer)
    expect(mailer.sent).toHaveLength(1)
    expect(await state()).toMatchObject({ status: 'SENT' })
  })

  it('without any evidence is sent once more, and then waits for a person', async () => {
    const { world, mail, take, state } = await planned()
    const mailer = mailerThat({ outcome: 'uncertain', reason: 'timeout' }, { outcome: 'uncertain', reason: 'timeout' })
    for (const hour of [0, 1, 2, 3]) {
      await take(mailer)
      await settleMail(world.deps)(mail.id, addMs(NOW, hour * 3_600_000))
    }
    expect(mailer.sent).toHaveLength(2)
    expect(await state()).toMatchObject({ status: 'UNCERTAIN' })
  })

  it('only moves forward, in whatever order SES reports', async () => {
    const { take, state, says } = await planned()
    await take(mailerThat())
    await says('Delivery')
    await says('Send')
    expect(await state()).toMatchObject({ status: 'DELIVERED' })
    await says('Bounce', { bounceType: 'Transient' })
    expect(await state()).toMatchObject({ status: 'DELIVERED' })
  })

  it('that bounces for good suspends the address: nothing more is sent to it', async () => {
    const { world, take, says } = await planned()
    await take(mailerThat())
    await says('Bounce', { bounceType: 'Permanent' })
    const { contact } = await world.contactAt('chair@risk-education.example')
    expect(contact.mailSuspended).toBe(true)
    const other = {
      contact: contact.id,
      content: (await world.mails())[0]?.content as Mail['content'],
      subject: 'next',
      version: 1,
    }
    await world.deps.records.transact(mailWrites(world.deps, other, { now: NOW, actor: 'system' }))
    const next = (await world.mails()).find(({ status }) => status === 'PLANNED')
    const [event] = await world.events(`mail/${next?.id}`)
    const mailer = mailerThat()
    const compose = composeMail({ ...world.deps, sender: 's@uxo-swg.example', webUrl: 'https://pages.example' })
    await sendMail({ ...world.deps, mailer, compose })(event as Envelope)
    expect(mailer.sent).toEqual([])
    expect((await world.mails()).map(({ status }) => status).toSorted()).toEqual(['BOUNCED', 'WITHHELD'])
  })

  it('keeps a sign-in code in no event, and in the record only until it is sent', async () => {
    const { world, mail, take } = await planned('sign-in')
    const everything = async () =>
      JSON.stringify(await collect(world.deps.records.query({ partition: `STREAM#mail/${mail.id}` })))
    expect(await everything()).not.toContain('a-secret-token')
    await take(mailerThat())
    expect(await everything()).not.toContain('a-secret-token')
    expect(JSON.stringify(await world.mails())).not.toContain('a-secret-token')
  })

  it('that carries a sign-in code forgets it also when nobody ever sent it', async () => {
    const { world, mail, state } = await planned('sign-in')
    await settleMail(world.deps)(mail.id, addMs(NOW, 3_600_000))
    expect(await state()).toMatchObject({ status: 'UNCERTAIN', content: { code: '', token: '' } })
  })
})
