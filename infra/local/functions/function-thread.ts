import { randomUUID } from 'node:crypto'
import type { Writable } from 'node:stream'
import { Worker } from 'node:worker_threads'

/** Why an invocation failed, as far as the console shows it. */
interface InvocationFailure {
  readonly name: string
  readonly message: string
  readonly stack: string
}

/** What became of an invocation: what the handler returned, after a trip through JSON, or why it failed. */
export type Outcome = { readonly result: unknown } | { readonly failure: InvocationFailure }

export interface ThreadProps {
  /** URL of the bundle. */
  readonly file: string
  readonly exportName: string
  /** The whole environment of the thread; nothing of this process's own reaches it. */
  readonly environment: Readonly<Record<string, string>>
  readonly log: Writable
  /** Milliseconds an invocation may take. */
  readonly timeout: number
  /** MB of JavaScript objects that the function may hold. */
  readonly memory: number
  readonly context: Readonly<Record<string, unknown>>
}

/** Name of the failure of a function that somebody here killed. */
export const KILLED = 'Killed'

/** Lambda gives a bundle ten seconds to load, apart from the function's own timeout. */
const LOAD_WITHIN = 10_000

interface Answer {
  readonly ready?: boolean
  readonly result?: string
  readonly failure?: InvocationFailure
}

const failed = (name: string, message: string): Outcome => ({ failure: { name, message, stack: '' } })

/** One thread with one loaded bundle. After a failure of the thread itself (not of the handler) it is `broken`, and another takes its place. */
export class FunctionThread {
  readonly #worker: Worker
  readonly #props: ThreadProps
  readonly #loaded: Promise<Outcome>
  #settle: ((outcome: Outcome) => void) | undefined
  broken = false

  constructor(props: ThreadProps) {
    this.#props = props
    this.#worker = new Worker(new URL('./thread.mjs', import.meta.url), {
      workerData: { file: props.file, exportName: props.exportName },
      env: { ...props.environment },
      execArgv: [],
      // With V8's usual limits five busy threads held 470 MB instead of 390, and were no faster.
      resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: props.memory },
      stdout: true,
      stderr: true,
    })
    for (const output of [this.#worker.stdout, this.#worker.stderr]) output.on('data', (text) => props.log.write(text))
    this.#worker.on('message', (answer: Answer) => this.#answered(answer))
    this.#worker.on('error', (error) =>
      this.#break({ failure: { name: error.name, message: error.message, stack: error.stack ?? '' } }),
    )
    this.#worker.on('exit', (code) =>
      this.#break(failed('Runtime.ExitError', `the function ended its own process with code ${code}`)),
    )
    this.#loaded = this.#within(LOAD_WITHIN, 'loading', () => {})
  }

  /**
   * Invokes the handler; one at a time.
   * @param event as JSON.
   * @param now virtual milliseconds; undefined while real time counts.
   */
  async invoke(event: string, now: number | undefined): Promise<Outcome> {
    const loaded = await this.#loaded
    if ('failure' in loaded) return loaded
    return this.#within(this.#props.timeout, 'the invocation', () =>
      this.#worker.postMessage({
        id: randomUUID(),
        event,
        context: this.#props.context,
        now,
        deadline: Date.now() + this.#props.timeout,
      }),
    )
  }

  /** Ends the thread in the middle of whatever it does. */
  kill(): void {
    this.#break(failed(KILLED, 'the function was killed'))
  }

  async stop(): Promise<void> {
    this.broken = true
    await this.#worker.terminate()
  }

  #within(milliseconds: number, what: string, begin: () => void): Promise<Outcome> {
    if (this.broken) return Promise.resolve(failed('Runtime.ExitError', 'the thread has ended'))
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.#break(failed('Sandbox.Timedout', `${what} took longer than ${milliseconds / 1000} s`)),
        milliseconds,
      )
      this.#settle = (outcome) => {
        clearTimeout(timer)
        this.#settle = undefined
        resolve(outcome)
      }
      begin()
    })
  }

  #answered(answer: Answer): void {
    if (answer.failure) {
      if (answer.ready === false) this.#break({ failure: answer.failure })
      else this.#settle?.({ failure: answer.failure })
    } else {
      this.#settle?.({ result: answer.result === undefined ? undefined : JSON.parse(answer.result) })
    }
  }

  #break(outcome: Outcome): void {
    this.broken = true
    void this.#worker.terminate()
    this.#settle?.(outcome)
  }
}
