import type { Entry, Mail, Message, Position } from './entries.ts'
import { Journal } from './journal.ts'

/** Everything that must outlive the process and is not in the table: queues, positions in streams and schedules, and which mails were sent. */
export class DurableState {
  readonly #queues = new Map<string, Map<string, Message>>()
  readonly #positions = new Map<string, Position>()
  readonly #hours = new Map<string, string>()
  readonly #mails: Mail[] = []
  #loaded = false
  readonly #journal: Journal

  constructor(path: string) {
    this.#journal = new Journal(
      path,
      (entry) => this.#apply(entry),
      () => this.#facts(),
    )
  }

  /** Stores facts that belong together, all or none; they are durable when it returns. */
  commit(entries: readonly Entry[]): void {
    this.#journal.append(entries)
    for (const entry of entries) this.#apply(entry)
    this.#journal.compactWhenLarge()
  }

  /** Messages of a queue, oldest first. */
  messages(queue: string): Message[] {
    return [...(this.#queues.get(queue)?.values() ?? [])]
  }

  message(queue: string, id: string): Message | undefined {
    return this.#queues.get(queue)?.get(id)
  }

  position(mapping: string): Position | undefined {
    return this.#positions.get(mapping)
  }

  /** The hour (ISO 8601) a schedule was last invoked for. */
  lastHour(schedule: string): string | undefined {
    return this.#hours.get(schedule)
  }

  /** Whether the first contents are in the table. */
  get loaded(): boolean {
    return this.#loaded
  }

  get mails(): readonly Mail[] {
    return this.#mails
  }

  close(): void {
    this.#journal.close()
  }

  #apply(entry: Entry): void {
    switch (entry.fact) {
      case 'put':
        this.#queue(entry.queue).set(entry.message.id, { ...entry.message })
        break
      case 'done':
        this.#queue(entry.queue).delete(entry.id)
        break
      case 'failed': {
        const message = this.#queue(entry.queue).get(entry.id)
        if (message) message.failures += 1
        break
      }
      case 'read':
        this.#positions.set(entry.mapping, entry.position)
        break
      case 'scheduled':
        this.#hours.set(entry.schedule, entry.hour)
        break
      case 'mailed':
        this.#mails.push(entry.mail)
        break
      case 'loaded':
        this.#loaded = true
    }
  }

  #queue(name: string): Map<string, Message> {
    const queue = this.#queues.get(name) ?? new Map<string, Message>()
    this.#queues.set(name, queue)
    return queue
  }

  #facts(): Entry[] {
    const queued = [...this.#queues].flatMap(([queue, messages]) =>
      [...messages.values()].map((message): Entry => ({ fact: 'put', queue, message })),
    )
    const read = [...this.#positions].map(([mapping, position]): Entry => ({ fact: 'read', mapping, position }))
    const scheduled = [...this.#hours].map(([schedule, hour]): Entry => ({ fact: 'scheduled', schedule, hour }))
    const mailed = this.#mails.map((mail): Entry => ({ fact: 'mailed', mail }))
    const loaded: Entry[] = this.#loaded ? [{ fact: 'loaded' }] : []
    return [...loaded, ...queued, ...read, ...scheduled, ...mailed]
  }
}
