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

/** Aborts on SIGINT and SIGTERM, also of npm above it, with the signal as its reason; the same signal a second time ends the process at once. */
export const stoppedBySignal = (): AbortSignal => {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort(signal))
  whenOrphaned(() => stopping.abort('SIGTERM'))
  return stopping.signal
}

const ORPHANED_AFTER_MS = 500

/**
 * Calls back when the process that started this one has ended. npm hands SIGTERM to its shell alone, and the shell passes
 * nothing on: a command of a script that npm ended would live on, with its ports.
 */
export const whenOrphaned = (stop: () => void): void => {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, ORPHANED_AFTER_MS)
  watch.unref()
}
