import { randomUUID } from 'node:crypto'
import type { Activity } from '../activity.ts'
import type { Clock } from '../clock.ts'
import type { DurableState } from '../durable/durable-state.ts'
import type { Entry, Message } from '../durable/entries.ts'
import { Consumer, type Delivery } from './consumer.ts'

export interface QueuesProps {
  readonly state: DurableState
  readonly clock: Clock
  readonly activity: Activity
  readonly report: (line: string) => void
}

/** All queues: the stack's, and the one that Lambda keeps for each function that is invoked asynchronously. */
export class Queues {
  readonly #props: QueuesProps
  readonly #consumers = new Map<string, Consumer>()

  constructor(props: QueuesProps) {
    this.#props = props
  }

  /** Gives a queue its consumer. Nothing is delivered before `start`. */
  consume(delivery: Delivery): void {
    const consumer = new Consumer({
      ...this.#props,
      delivery,
      message: (id) => this.#props.state.message(delivery.queue, id),
      store: (entries) => this.store(entries),
    })
    this.#consumers.set(delivery.queue, consumer)
  }

  /** Hands out what an earlier process left undelivered. */
  start(): void {
    for (const [queue, consumer] of this.#consumers) {
      for (const { id } of this.#props.state.messages(queue)) consumer.arrived(id)
    }
  }

  /** The fact that puts a new message on a queue. */
  message(queue: string, body: string): Entry {
    return { fact: 'put', queue, message: { id: randomUUID(), body, sentAt: this.#props.clock.now(), failures: 0 } }
  }

  /** A message that failed elsewhere, as it lies on a dead-letter queue. */
  parked(queue: string, message: Message): Entry {
    return { fact: 'put', queue, message: { ...message, failures: 0 } }
  }

  /** Makes facts durable; messages among them go on their way. */
  store(entries: readonly Entry[]): void {
    this.#props.state.commit(entries)
    for (const entry of entries) {
      if (entry.fact === 'put') this.#consumers.get(entry.queue)?.arrived(entry.message.id)
    }
  }

  stop(): void {
    for (const consumer of this.#consumers.values()) consumer.stop()
  }
}
