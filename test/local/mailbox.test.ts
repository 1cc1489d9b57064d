import { expect, test } from 'vitest'
import type { StoredMail } from '#infra/local/mail/mailbox.ts'
import { readHeaders } from '#infra/local/mail/message-headers.ts'
import { describeWithStore, startFixture, temporaryFolder } from './fixture-system.ts'

const all = async (mails: AsyncIterable<StoredMail>): Promise<StoredMail[]> => {
  const list: StoredMail[] = []
  for await (const mail of mails) list.push(mail)
  return list
}

describeWithStore('a mail', () => {
  test('is stored as it was sent, shown in the inbox, and its fate reported on the default bus', async () => {
    const { system, putEvent, noted } = await startFixture({ inboxPort: 0 })
    const told: string[] = []
    system.onMail((mail) => told.push(mail.messageId))
    await putEvent({ id: 'm1', mailTo: 'Chair <chair@example.org>' })
    await system.settle()
    const mails = await all(system.mails())
    expect(mails).toEqual([
      {
        messageId: told[0],
        source: 'sender@example.org',
        to: ['chair@example.org'],
        at: '2026-01-01T00:30:00.000Z',
        raw: expect.any(Buffer),
      },
    ])
    expect(mails[0]?.raw.toString()).toContain('Subject: Hello\r\n\r\nText')
    expect(await noted('MAILED#m1')).toEqual({ value: told[0] })
    expect((await noted('TRACKED#Email Delivered#m1'))?.value).toMatchObject({
      source: 'aws.ses',
      resources: ['arn:aws:ses:us-east-1:000000000000:configuration-set/Fixture-Set'],
      detail: {
        eventType: 'Delivery',
        delivery: { recipients: ['chair@example.org'] },
        mail: { messageId: told[0], tags: { 'ses:configuration-set': ['Fixture-Set'], dispatch: ['m1'] } },
      },
    })
    expect(await noted('TRACKED#Email Sent#m1')).toBeDefined()
    await expect.poll(async () => (await fetch(`${system.inboxUrl}/store`)).text()).toContain('chair@example.org')
  })

  test('to an address that begins with "bounce" bounces and is not delivered', async () => {
    const { system, putEvent, noted } = await startFixture()
    await putEvent({ id: 'm2', mailTo: 'bounce-me@example.org' })
    await system.settle()
    expect((await noted('TRACKED#Email Bounced#m2'))?.value).toMatchObject({
      detail: { bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'bounce-me@example.org' }] } },
    })
    expect(await noted('TRACKED#Email Delivered#m2')).toBeUndefined()
  })

  test('is still there, and in the inbox, after a restart', async () => {
    const data = temporaryFolder()
    const first = await startFixture({ data })
    await first.putEvent({ id: 'm3', mailTo: 'kept@example.org' })
    await first.system.settle()
    await first.system.stop()
    const { system } = await startFixture({ data, inboxPort: 0 })
    expect(await all(system.mails())).toHaveLength(1)
    await expect.poll(async () => (await fetch(`${system.inboxUrl}/store`)).text()).toContain('kept@example.org')
  })
})

test('a header is read with folded lines, quoted names and several recipients', () => {
  const raw = Buffer.from(
    'From: "A, B" <a@b.org>\r\nSubject: one\r\n two\r\nTo: c@d.org,\r\n "x@y" <e@f.org>\r\nCc: g@h.org\r\n\r\nTo: no@no.org',
  )
  expect(readHeaders(raw)).toEqual({
    from: ['a@b.org'],
    recipients: ['c@d.org', 'e@f.org', 'g@h.org'],
    subject: 'one two',
  })
})
