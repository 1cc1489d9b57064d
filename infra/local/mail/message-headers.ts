/** What the mailbox reads of a message's header; the rest is for whoever receives it. */
export interface MessageHeaders {
  readonly from: readonly string[]
  /** `To`, `Cc` and `Bcc` together. */
  readonly recipients: readonly string[]
  readonly subject: string
}

/** Reads the header of a message (RFC 5322: folded lines continue with white space; addresses stand bare or in angle brackets). */
export const readHeaders = (raw: Buffer): MessageHeaders => {
  const text = raw.toString('utf8')
  const header = text.slice(0, /\r?\n\r?\n/.exec(text)?.index ?? text.length).replace(/\r?\n[ \t]+/g, ' ')
  const values = (name: string): string[] =>
    header
      .split(/\r?\n/)
      .flatMap((line) => (line.toLowerCase().startsWith(`${name}:`) ? [line.slice(name.length + 1).trim()] : []))
  return {
    from: values('from').flatMap(addresses),
    recipients: [...values('to'), ...values('cc'), ...values('bcc')].flatMap(addresses),
    subject: values('subject')[0] ?? '',
  }
}

const addresses = (value: string): string[] =>
  value
    .replace(/"(?:[^"\\]|\\.)*"/g, '')
    .split(',')
    .map((part) => /<([^>]+)>/.exec(part)?.[1] ?? part.trim())
    .filter((address) => address.includes('@'))
