import { Refusal } from '#infra/refusal.ts'
import type { DurableState } from './durable/durable-state.ts'
import type { Functions } from './functions/functions.ts'
import { asynchronousQueue } from './queues/asynchronous-invocation.ts'
import type { Queues } from './queues/queues.ts'
import type { Deployed } from './template/stack.ts'

/** The start of the hour an instant lies in (UTC), as the Scheduler writes it: `2026-07-01T08:00:00Z`. */
const hourOf = (instant: Date): string => `${instant.toISOString().slice(0, 13)}:00:00Z`

/** A schedule of the template, which is hourly. It is invoked by whoever keeps the time: real hours, or a rehearsal. */
export class HourlySchedule {
  readonly #name: string
  readonly #input: string
  readonly #queue: string
  readonly #state: DurableState
  readonly #queues: Queues

  /** @throws Refusal for an input with a context attribute the local run does not know. */
  constructor(
    schedule: Deployed<'AWS::Scheduler::Schedule'>,
    functions: Functions,
    state: DurableState,
    queues: Queues,
  ) {
    const { Arn, Input } = schedule.properties.Target
    const unknown = Input.replaceAll('<aws.scheduler.scheduled-time>', '').match(/<aws\.scheduler\.[a-z-]+>/)
    if (unknown) throw new Refusal(`${schedule.logicalId}: the local run does not know ${unknown[0]}.`)
    this.#name = schedule.logicalId
    this.#input = Input
    this.#queue = asynchronousQueue(functions.find(Arn))
    this.#state = state
    this.#queues = queues
  }

  /** The hour it was last invoked for, or undefined before the first. */
  get lastHour(): string | undefined {
    return this.#state.lastHour(this.#name)
  }

  /** Hands the invocation for the hour of `at` to Lambda's asynchronous queue; hour and invocation are stored together. */
  invoke(at: Date): void {
    const hour = hourOf(at)
    const input = this.#input.replaceAll('<aws.scheduler.scheduled-time>', hour)
    this.#queues.store([this.#queues.message(this.#queue, input), { fact: 'scheduled', schedule: this.#name, hour }])
  }
}
