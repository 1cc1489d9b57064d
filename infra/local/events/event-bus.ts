import { randomUUID } from 'node:crypto'
import { Refusal } from '#infra/refusal.ts'
import type { Clock } from '../clock.ts'
import type { Entry } from '../durable/entries.ts'
import { queueByArn } from '../queues/queue-mapping.ts'
import type { Queues } from '../queues/queues.ts'
import type { LocalStack } from '../template/stack.ts'
import { compilePattern, type Matcher } from './event-pattern.ts'

/** What a sender says of an event. */
export interface EventEntry {
  readonly source: string
  readonly detailType: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly resources?: readonly string[]
  /** Milliseconds since 1970; the clock's present when it is left out. */
  readonly time?: number
}

interface Route {
  readonly fits: Matcher
  readonly queues: readonly string[]
}

/** The buses of the stack and the account's default one: each event goes to the queues of every rule it fits. */
export class EventBuses {
  readonly #rules = new Map<string, Route[]>([['default', []]])
  readonly #stack: LocalStack
  readonly #queues: Queues
  readonly #clock: Clock

  /** @throws Refusal for a rule on an unknown bus, an unknown operator, or a target that is no queue. */
  constructor(stack: LocalStack, queues: Queues, clock: Clock) {
    this.#stack = stack
    this.#queues = queues
    this.#clock = clock
    for (const bus of stack.of('AWS::Events::EventBus')) this.#rules.set(bus.name, [])
    for (const { logicalId, properties } of stack.of('AWS::Events::Rule')) {
      if (properties.State === 'DISABLED') continue
      const routes = this.#rules.get(this.busName(properties.EventBusName) ?? '')
      if (!routes)
        throw new Refusal(
          `${logicalId} is a rule on the bus ${properties.EventBusName}, which the template does not have.`,
        )
      const fits = compilePattern(properties.EventPattern)
      routes.push({ fits, queues: properties.Targets.map((target) => queueByArn(stack, target.Arn).name) })
    }
  }

  /** The bus a name or an ARN stands for, or undefined when there is none. */
  busName(nameOrArn: string): string | undefined {
    const name = nameOrArn.startsWith('arn:') ? nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1) : nameOrArn
    return this.#rules.has(name) ? name : undefined
  }

  /**
   * Routes one event.
   * @returns its id, and the facts that put it on the queues of the rules it fits; nothing is stored yet.
   */
  route(bus: string, entry: EventEntry): { readonly id: string; readonly facts: readonly Entry[] } {
    const id = randomUUID()
    const event = {
      version: '0',
      id,
      'detail-type': entry.detailType,
      source: entry.source,
      account: this.#stack.place.account,
      // Whole seconds, as on AWS.
      time: new Date(entry.time ?? this.#clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
      region: this.#stack.place.region,
      resources: entry.resources ?? [],
      detail: entry.detail,
    }
    const body = JSON.stringify(event)
    const fitting = (this.#rules.get(bus) ?? []).filter((rule) => rule.fits(event))
    return { id, facts: fitting.flatMap((rule) => rule.queues).map((queue) => this.#queues.message(queue, body)) }
  }
}
