import type { LocalOptions } from '../local/system.ts'

/** What goes wrong in a rehearsal, and how often it did. */
export interface Faults {
  readonly killAfterWrite: LocalOptions['killAfterWrite']
  /** Every hour comes so many times. */
  readonly deliveries: number
  /** A new hour begins. */
  nextHour(): void
  readonly kills: number
}

/** Lambda tries an invocation three times: a third death would be no crash any more but a defect, and end among the dead letters. */
const KILLS_AN_HOUR = 2
/** After each kill the next comes one write later, until it begins anew: so the deaths lie between any two writes of a step. */
const LATEST_WRITE = 12

/** The calendar dies after some of its writes, and every hour comes twice. Both follow a fixed order, so a rehearsal can be repeated. */
export const calendarFaults = (): Faults => {
  let [kills, killsThisHour, writes, dieAfter] = [0, 0, 0, 1]
  return {
    deliveries: 2,
    nextHour: () => {
      killsThisHour = 0
    },
    killAfterWrite: (name) => {
      if (!name.includes('KeepCalendar') || killsThisHour === KILLS_AN_HOUR) return false
      writes += 1
      if (writes < dieAfter) return false
      dieAfter = (dieAfter % LATEST_WRITE) + 1
      writes = 0
      kills += 1
      killsThisHour += 1
      return true
    },
    get kills() {
      return kills
    },
  }
}
