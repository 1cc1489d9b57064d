/** The platform's clock as the local run sees it. Functions read it only for leases and for the expiry of sign-in codes and sessions. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  /** A virtual clock moves only when it is told to; nothing waits for it, and no timer drives work. */
  readonly virtual: boolean
}

export const realClock: Clock = { now: () => Date.now(), virtual: false }

/** A clock for rehearsals: it stands still until it is advanced, and never goes back. */
export class VirtualClock implements Clock {
  readonly virtual = true
  #now: number

  constructor(start: Date) {
    this.#now = start.getTime()
  }

  readonly now = (): number => this.#now

  /** @throws RangeError when `to` lies before the clock's present: a replayed hour would see the future. */
  advanceTo(to: Date): void {
    if (to.getTime() < this.#now) {
      throw new RangeError(
        `the clock stands at ${new Date(this.#now).toISOString()} and cannot go back to ${to.toISOString()}`,
      )
    }
    this.#now = to.getTime()
  }
}
