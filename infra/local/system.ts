import { createWriteStream } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { resolve } from 'node:path'
import { Activity } from './activity.ts'
import { assemble } from './assembly.ts'
import { type Clock, realClock, VirtualClock } from './clock.ts'
import { takeDataFolder } from './durable/data-folder.ts'
import { DurableState } from './durable/durable-state.ts'
import { DynamoService } from './dynamodb/dynamo-service.ts'
import { startStore } from './dynamodb/dynoxide.ts'
import { awsEndpoint } from './endpoint/aws-endpoint.ts'
import { close, listen, seeWhetherFree } from './listen.ts'
import { openInbox } from './mail/inbox.ts'
import type { StoredMail } from './mail/mailbox.ts'
import { deploy } from './template/stack.ts'
import { readTemplate } from './template/template.ts'
import { refuse } from './web/http-result.ts'

export interface LocalOptions {
  /** Folder with the synthesized template and its assets, or what makes one inside the data folder once that is ours. */
  readonly template: string | ((data: string) => Promise<string>)
  /** Folder for everything that is kept. */
  readonly data: string
  /** Forget what was kept. @default false */
  readonly fresh?: boolean
  /** Port of the web pages. @default 0, any */
  readonly port?: number
  /** Port of the address that stands for AWS. @default 0, any */
  readonly endpointPort?: number
  /** Port of the inbox page, or false for none: it keeps every mail in memory. @default 0, any */
  readonly inboxPort?: number | false
  /** @default the real one */
  readonly clock?: Clock
  /** Asked after each write of a function whether the function is to be killed there, for trying what a crash does. @default never */
  readonly killAfterWrite?: ((functionName: string) => boolean) | undefined
  /** Where lines for a person go. @default stderr */
  readonly report?: (line: string) => void
}

/** A message that was given up. */
interface DeadLetter {
  readonly queue: string
  readonly id: string
  readonly body: string
}

/** A stack that runs on this machine. */
export interface LocalSystem {
  readonly webUrl: string
  /** Undefined without inbox. */
  readonly inboxUrl: string | undefined
  /** What `AWS_ENDPOINT_URL` is for the functions, and for whoever wants to call AWS here; any access key will do. */
  readonly endpointUrl: string
  readonly tableName: string
  readonly busName: string
  /** Resolves when stream, buses and queues are empty and no function runs. @throws when the system cannot go on. */
  settle(): Promise<void>
  /** Whether `markLoaded` was called in this or an earlier run of these data. */
  readonly isLoaded: boolean
  /** Remembers that the first contents are in the table. */
  markLoaded(): void
  /** Invokes the hourly schedule for the hour of `at`, to which a virtual clock advances, and waits until the system is settled. */
  runSchedule(at: Date): Promise<void>
  /** @throws RangeError into the past, and on a real clock. */
  advanceTo(to: Date): void
  deadLetters(): readonly DeadLetter[]
  /** Every mail in the order it was sent, each read from disk when its turn comes. */
  mails(): AsyncIterable<StoredMail>
  /** Is told of each mail once it is stored. */
  onMail(listener: (mail: StoredMail) => void): void
  /** Resolves when the system cannot go on. */
  readonly failure: Promise<Error>
  /** Lets running functions end (three seconds at most), and ends everything that was started. What is undelivered is kept. */
  stop(): Promise<void>
}

const FOR_THE_INBOX = 'end what uses it, or choose another for the inbox with --inbox-port'

/** Milliseconds that running functions have to end. */
const GRACE = 3000

const ACCOUNT = '000000000000'
const REGION = 'us-east-1'

/**
 * Runs a synthesized template on this machine.
 * @throws Refusal for what a person can mend: a port or a data folder in use, no DynamoDB, or something in the template that is not known here.
 */
export const startLocal = async (options: LocalOptions): Promise<LocalSystem> => {
  // A thread has no time zone of its own; Lambda's is UTC.
  process.env.TZ = 'UTC'
  const clock = options.clock ?? realClock
  const report = options.report ?? ((line: string) => void process.stderr.write(`${line}\n`))
  const activity = new Activity()
  const closers: (() => unknown)[] = []
  const stop = async () => {
    activity.fail(new Error('the local system was stopped'))
    for (const end of closers.splice(0).reverse()) await end()
  }
  try {
    const folder = takeDataFolder(resolve(options.data), options.fresh ?? false)
    closers.push(() => folder.release())
    let answerWeb: RequestListener = (_, response) => refuse(response, 503, 'Service Unavailable')
    const web = createServer((request, response) => answerWeb(request, response))
    const webUrl = await listen(web, options.port ?? 0, 'end what uses it, or choose another with --port')
    closers.push(() => close(web))
    const services = {}
    const endpoint = awsEndpoint(services)
    const endpointUrl = await listen(
      endpoint,
      options.endpointPort ?? 0,
      'choose another --port (the AWS endpoint is two above it)',
    )
    closers.push(() => close(endpoint))
    // Opened last, and said first: nobody waits for a synthesis to hear of it.
    if (options.inboxPort) await seeWhetherFree(options.inboxPort, FOR_THE_INBOX)

    const directory = typeof options.template === 'string' ? options.template : await options.template(folder.path)
    const template = readTemplate(resolve(directory))
    const state = new DurableState(folder.journal)
    closers.push(() => state.close())
    const log = createWriteStream(folder.log, { flags: 'a' })
    closers.push(() => new Promise((done) => log.end(done)))

    const stack = deploy(template, { account: ACCOUNT, region: REGION, endpointUrl, webUrl })
    const store = await startStore(folder.database, (error) => activity.fail(error))
    closers.push(() => store.stop())
    const service = new DynamoService(store.url)
    closers.push(() => service.close())

    const parts = await assemble({
      stack,
      directory: template.directory,
      folder,
      state,
      log,
      service,
      clock,
      activity,
      report,
      killAfterWrite: options.killAfterWrite,
    })
    Object.assign(services, parts.services)
    answerWeb = parts.answerWeb
    const inbox =
      options.inboxPort === false ? undefined : await openInbox(parts.mailbox, options.inboxPort ?? 0, report)
    if (inbox) closers.push(() => inbox.stop())
    closers.push(() => parts.stop(GRACE))
    parts.start()

    return {
      webUrl,
      inboxUrl: inbox?.url,
      endpointUrl,
      tableName: parts.tableName,
      busName: parts.busName,
      settle: () => activity.settled(),
      isLoaded: state.loaded,
      markLoaded: () => state.commit([{ fact: 'loaded' }]),
      runSchedule: async (at) => {
        if (clock instanceof VirtualClock && at.getTime() > clock.now()) clock.advanceTo(at)
        parts.schedule.invoke(at)
        await activity.settled()
      },
      advanceTo: (to) => {
        if (!(clock instanceof VirtualClock)) throw new RangeError('a real clock cannot be advanced')
        clock.advanceTo(to)
      },
      deadLetters: () => parts.deadLetters(),
      mails: () => parts.mailbox.mails(),
      onMail: (listener) => parts.mailbox.onMail(listener),
      failure: activity.failure,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
