/**
 * Counts what is under way (requests, undelivered messages, unread stream records, invocations), so that `settled` needs no waiting by the clock:
 * whatever hands work on begins the next step before it ends its own, hence a count of nought means that nothing more will happen by itself.
 */
export class Activity {
  #running = 0
  #failure: Error | undefined
  #announce: (error: Error) => void = () => {}
  /** Resolves when the system cannot go on; never, in a good life. */
  readonly failure = new Promise<Error>((resolve) => {
    this.#announce = resolve
  })
  #waiting: { resolve: () => void; reject: (error: Error) => void }[] = []

  /** Begins one piece of work; the answer ends it (calling it again does nothing). */
  begin(): () => void {
    this.#running += 1
    let ended = false
    return () => {
      if (ended) return
      ended = true
      this.#running -= 1
      if (this.#running === 0) this.#release()
    }
  }

  /** Everybody who waits is told that the system cannot go on. */
  fail(error: Error): void {
    this.#failure ??= error
    this.#announce(error)
    for (const waiter of this.#waiting.splice(0)) waiter.reject(this.#failure)
  }

  /** Resolves when nothing is under way. @throws what `fail` was given. */
  settled(): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure)
    if (this.#running === 0) return Promise.resolve()
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  #release(): void {
    for (const waiter of this.#waiting.splice(0)) waiter.resolve()
  }
}
