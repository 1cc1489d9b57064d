import type { LocalSystem } from './system.ts'

const HOUR = 3_600_000

/** A timer may end a little early, which at a full hour would be the hour before. */
const MARGIN = 200

/**
 * Invokes the hourly schedule now, for the hour that runs (those missed need no invocation of their own: a sweep finds all that is due), then at each full hour.
 * @returns what ends it.
 */
export const keepHours = (system: LocalSystem): (() => void) => {
  let timer: NodeJS.Timeout
  const tick = () => {
    const now = Date.now()
    // What goes wrong is on the console already, and a system that cannot go on says so itself.
    system.runSchedule(new Date(now)).catch(() => {})
    timer = setTimeout(tick, HOUR - (now % HOUR) + MARGIN)
  }
  tick()
  return () => clearTimeout(timer)
}
