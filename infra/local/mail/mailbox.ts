import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import type { DurableState } from '../durable/durable-state.ts'
import type { Mail } from '../durable/entries.ts'
import { AwsError } from '../endpoint/aws-error.ts'
import type { EventBuses } from '../events/event-bus.ts'
import type { Queues } from '../queues/queues.ts'
import type { LocalStack } from '../template/stack.ts'
import { mailEvents } from './mail-events.ts'
import { readHeaders } from './message-headers.ts'

/** A mail that was sent, with its text. */
export interface StoredMail extends Omit<Mail, 'file'> {
  readonly raw: Buffer
}

/** A message on its way out, as the SES call gives it. */
export interface Submission {
  readonly raw: Buffer
  /** Envelope sender and recipients, where they are not those of the header. */
  readonly source?: string
  readonly destinations: readonly string[]
  readonly configurationSet?: string
  readonly tags: Readonly<Record<string, readonly string[]>>
  readonly caller: string
}

export interface MailboxProps {
  readonly folder: string
  readonly stack: LocalStack
  readonly state: DurableState
  readonly queues: Queues
  readonly buses: EventBuses
  readonly clock: Clock
}

/** SES on this machine: keeps every message as a file, and tells the default bus what became of it. */
export class Mailbox {
  readonly #props: MailboxProps
  readonly #listeners: ((mail: StoredMail) => void)[] = []

  constructor(props: MailboxProps) {
    this.#props = props
  }

  /** Is told of each mail after it is stored. */
  onMail(listener: (mail: StoredMail) => void): void {
    this.#listeners.push(listener)
  }

  /** How many mails there are. */
  get size(): number {
    return this.#props.state.mails.length
  }

  /** Every mail in the order it was sent, from the `from`th on; each is read from disk when its turn comes. */
  async *mails(from = 0): AsyncGenerator<StoredMail> {
    for (const { file, ...mail } of this.#props.state.mails.slice(from)) {
      yield { ...mail, raw: await readFile(join(this.#props.folder, file)) }
    }
  }

  /**
   * Takes a message: its file first, then the mail and its events as one fact, so that neither is without the other.
   * @returns its message id.
   * @throws AwsError as SES refuses an unknown sender or configuration set, or a message without recipient.
   */
  async send(submission: Submission): Promise<string> {
    const { folder, stack, queues, buses, clock } = this.#props
    const headers = readHeaders(submission.raw)
    const source = submission.source ?? headers.from[0] ?? ''
    const to = submission.destinations.length > 0 ? submission.destinations : headers.recipients
    this.#refuse(source, to, submission.configurationSet)
    const at = new Date(clock.now()).toISOString()
    const messageId = `${clock.now().toString(16).padStart(16, '0')}-${randomUUID()}-000000`
    const file = `${at.replaceAll(':', '-')}-${messageId}.eml`
    await writeFile(join(folder, file), submission.raw)
    const sent = { messageId, source, to: [...to], at }
    const { configurationSet, tags, caller } = submission
    const events =
      configurationSet === undefined
        ? []
        : mailEvents({ ...sent, ...headers, configurationSet, tags, caller }, stack, buses)
    queues.store([
      { fact: 'mailed', mail: { ...sent, file } },
      ...events.flatMap(({ bus, event }) => buses.route(bus, event).facts),
    ])
    for (const listener of this.#listeners) listener({ ...sent, raw: submission.raw })
    return messageId
  }

  #refuse(source: string, to: readonly string[], configurationSet: string | undefined): void {
    const { stack } = this.#props
    const domain = source.slice(source.indexOf('@') + 1)
    const verified = stack
      .of('AWS::SES::EmailIdentity')
      .some(({ properties }) => [source, domain].includes(properties.EmailIdentity))
    if (!verified) throw new AwsError('MessageRejected', `Email address is not verified: ${source}`)
    if (to.length === 0) throw new AwsError('InvalidParameterValue', 'Missing required header "To".')
    if (configurationSet === undefined) return
    if (!stack.of('AWS::SES::ConfigurationSet').some((set) => set.name === configurationSet)) {
      throw new AwsError('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`)
    }
  }
}
