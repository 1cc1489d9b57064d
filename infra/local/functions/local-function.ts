import { setTimeout as delay } from 'node:timers/promises'
import type { Activity } from '../activity.ts'
import type { Clock } from '../clock.ts'
import { FunctionThread, KILLED, type Outcome, type ThreadProps } from './function-thread.ts'

export interface LocalFunctionProps extends ThreadProps {
  readonly name: string
  readonly arn: string
  readonly clock: Clock
  readonly activity: Activity
  /** One line or more for the console. */
  readonly report: (text: string) => void
}

/** A function of the stack: one thread, started at its first invocation, and one event at a time in it. */
export class LocalFunction {
  readonly #props: LocalFunctionProps
  #thread: FunctionThread | undefined
  #previous: Promise<unknown> = Promise.resolve()
  #stopped = false

  constructor(props: LocalFunctionProps) {
    this.#props = props
  }

  get name(): string {
    return this.#props.name
  }

  get arn(): string {
    return this.#props.arn
  }

  /** Invokes the function after those who came before. A failure is an outcome, never an exception, and is shown on the console without the event. */
  invoke(event: unknown): Promise<Outcome> {
    const end = this.#props.activity.begin()
    const turn = this.#previous.then(() => this.#run(JSON.stringify(event)))
    this.#previous = turn
    return turn.finally(end)
  }

  /** Ends what runs in the middle of it, as a crash would; whoever invoked it finds a failure. */
  kill(): void {
    this.#thread?.kill()
  }

  /** Takes no more work, gives what runs so many milliseconds to end, then ends the thread. */
  async stop(grace: number): Promise<void> {
    this.#stopped = true
    const patience = new AbortController()
    await Promise.race([this.#previous, delay(grace, undefined, { signal: patience.signal }).catch(() => {})])
    patience.abort()
    await this.#thread?.stop()
  }

  async #run(event: string): Promise<Outcome> {
    if (this.#stopped) return { failure: { name: 'Stopped', message: 'the local system is stopping', stack: '' } }
    if (!this.#thread || this.#thread.broken) this.#thread = new FunctionThread(this.#props)
    const { clock } = this.#props
    const outcome = await this.#thread.invoke(event, clock.virtual ? clock.now() : undefined)
    if ('failure' in outcome && !this.#stopped && outcome.failure.name !== KILLED) {
      const { name, message, stack } = outcome.failure
      this.#props.report(`${this.#props.name} failed: ${stack || `${name}: ${message}`}`)
    }
    return outcome
  }
}
