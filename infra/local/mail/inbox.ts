import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { Refusal } from '#infra/refusal.ts'
import type { Mailbox, StoredMail } from './mailbox.ts'

/** TypeScript loaders disagree about the default export of such a CommonJS module when it is imported. */
const require = createRequire(import.meta.url)

/** Mails of earlier runs that are shown again: the page keeps everything in memory. */
const SHOWN_AGAIN = 200

/** The page on which a person reads the mails of the local system. */
export interface Inbox {
  readonly url: string
  /** Resolves when every mail that was sent is on the page. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/**
 * Opens the inbox page with the newest mails there are, and adds each new one.
 * @param port 0 for any.
 * @throws Refusal when the port is in use.
 */
export const openInbox = async (mailbox: Mailbox, port: number, report: (line: string) => void): Promise<Inbox> => {
  // Loaded only when there is an inbox: it brings a web framework and a mail parser.
  const library: typeof import('aws-ses-v2-local') = require('aws-ses-v2-local')
  const server: Server = await library.default({ host: '127.0.0.1', port })
  if (!server.listening)
    throw new Refusal(`Port ${port} for the inbox is in use; end what uses it, or choose another with --inbox-port.`)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let shown: Promise<void> = Promise.resolve()
  const show = (mail: StoredMail) => {
    shown = shown
      .then(() => submit(url, mail))
      .catch((error) =>
        report(`The inbox does not show mail ${mail.messageId}: ${error instanceof Error ? error.message : error}`),
      )
  }
  for await (const mail of mailbox.mails(Math.max(0, mailbox.size - SHOWN_AGAIN))) show(mail)
  mailbox.onMail(show)
  return {
    url,
    settled: () => shown,
    stop: async () => {
      await shown
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** SendRawEmail is the one action of the page's library that the local run calls: it never answers one it does not know. */
const submit = async (url: string, mail: StoredMail): Promise<void> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: 'AWS4-HMAC-SHA256 local' },
    body: new URLSearchParams({
      Action: 'SendRawEmail',
      Source: mail.source,
      'RawMessage.Data': mail.raw.toString('base64'),
    }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}
