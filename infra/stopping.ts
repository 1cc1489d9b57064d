import { constants } from 'node:os'
import { Refusal } from './refusal.ts'

/** A command that was ended by a signal before its work was done; its exit code is the one that shells expect, 130 or 143. */
export class Stopped extends Refusal {
  override readonly exitCode: number

  constructor(sentence: string, { reason }: AbortSignal) {
    super(sentence)
    this.exitCode = 128 + constants.signals[reason as NodeJS.Signals]
  }
}

/** Aborts on SIGINT and SIGTERM, with the signal as its reason; the same signal a second time ends the process at once. */
export const stoppedBySignal = (): AbortSignal => {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort(signal))
  return stopping.signal
}
