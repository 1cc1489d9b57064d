import type { Activity } from '../activity.ts'
import type { Clock } from '../clock.ts'
import type { Entry, Message } from '../durable/entries.ts'
import { retryDelay } from './retry-delay.ts'

/** How the messages of one queue reach their function. */
export interface Delivery {
  readonly queue: string
  readonly batchSize: number
  /** Deliveries after which a message is parked. */
  readonly attempts: number
  /** Seconds; the longest wait between two attempts. */
  readonly longestWait: number
  /** Delivers a batch. @returns the ids of the messages that failed. */
  deliver(messages: readonly Message[]): Promise<ReadonlySet<string>>
  /** Where a message goes that failed for good. */
  park(message: Message): Entry
}

export interface ConsumerProps {
  readonly delivery: Delivery
  readonly message: (id: string) => Message | undefined
  /** Stores facts, and hands on what they put. */
  readonly store: (entries: readonly Entry[]) => void
  readonly clock: Clock
  readonly activity: Activity
  readonly report: (line: string) => void
}

/** Takes a queue's messages in batches to its function, tries failed ones again, and parks those that fail too often. */
export class Consumer {
  readonly #props: ConsumerProps
  readonly #ready: string[] = []
  readonly #underWay = new Map<string, () => void>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #running = false
  #stopped = false

  constructor(props: ConsumerProps) {
    this.#props = props
  }

  /** A message was stored in the queue. */
  arrived(id: string): void {
    this.#underWay.set(id, this.#props.activity.begin())
    this.#offer(id)
  }

  stop(): void {
    this.#stopped = true
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #offer(id: string): void {
    this.#ready.push(id)
    if (this.#running) return
    this.#running = true
    // Not at once: messages that are stored together go out together.
    setImmediate(() => this.#run().catch((error) => this.#props.activity.fail(error)))
  }

  async #run(): Promise<void> {
    const { delivery, message } = this.#props
    while (this.#ready.length > 0 && !this.#stopped) {
      const batch = this.#ready.splice(0, delivery.batchSize).flatMap((id) => message(id) ?? [])
      const failed = await delivery.deliver(batch)
      this.#finish(batch.filter((one) => !failed.has(one.id)))
      // What a stopping system did not finish counts as not tried: it stays in the journal and is delivered again.
      if (this.#stopped) return
      for (const one of batch) if (failed.has(one.id)) this.#failed(one)
    }
    this.#running = false
  }

  #failed(message: Message): void {
    const { delivery, store, clock, report } = this.#props
    store([{ fact: 'failed', queue: delivery.queue, id: message.id }])
    const failures = this.#props.message(message.id)?.failures ?? 0
    if (failures >= delivery.attempts) {
      report(`A message was given up after ${failures} attempts on queue ${delivery.queue} (message ${message.id}).`)
      this.#finish([message], [delivery.park(message)])
    } else if (clock.virtual) {
      this.#ready.push(message.id)
    } else {
      const timer = setTimeout(() => {
        this.#timers.delete(timer)
        this.#offer(message.id)
      }, retryDelay(failures, delivery.longestWait) * 1000)
      this.#timers.add(timer)
    }
  }

  #finish(messages: readonly Message[], also: readonly Entry[] = []): void {
    const { delivery, store } = this.#props
    const done = messages.map(({ id }): Entry => ({ fact: 'done', queue: delivery.queue, id }))
    if (done.length > 0) store([...done, ...also])
    for (const { id } of messages) {
      this.#underWay.get(id)?.()
      this.#underWay.delete(id)
    }
  }
}
