import * as z from 'zod'
import { batchOf } from '#shared/aws/batch.ts'
import { deps } from '#shared/aws/deps.ts'
import { sesMailer } from '#shared/aws/ses-mailer.ts'
import { readSettings } from '#shared/aws/settings.ts'
import { once } from '#shared/domain/once.ts'
import { readEvent } from '#shared/events/event.ts'
import type { ComposeMail } from '#shared/usecases/mail/compose-mail.ts'
import { sendMail } from '#shared/usecases/mail/send-mail.ts'

const text = z.string()
const settings = readSettings({
  TABLE_NAME: text,
  SECTOR_NAME: text,
  SENDER_ADDRESS: text,
  CONFIGURATION_SET: text,
  WEB_URL: text,
})
const common = deps(settings)
const mailer = sesMailer({ sender: settings.SENDER_ADDRESS, configurationSet: settings.CONFIGURATION_SET })

/** What renders and packs a mail is loaded for the first one that is to go out; one already sent, or withheld, needs none of it. */
const composer = once(async () => {
  const { composeMail } = await import('#shared/usecases/mail/compose-mail.ts')
  return composeMail({ ...common, sender: settings.SENDER_ADDRESS, webUrl: settings.WEB_URL.replace(/\/$/, '') })
})
const compose: ComposeMail = async (...mail) => (await composer())(...mail)
const send = sendMail({ ...common, mailer, compose })

export const handler = batchOf(({ detail }) => send(readEvent(detail)))
