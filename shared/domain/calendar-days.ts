import { Temporal } from 'temporal-polyfill'
import { type Instant, instantOf, type PlainDate } from './dates.ts'

/** Arithmetic on calendar days, by Temporal. Apart from `dates.ts`, since most starts of a function need none of it. */
export const addDays = (day: PlainDate, days: number): PlainDate =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** Whole days from `a` to `b`; negative when `b` comes first. */
export const daysBetween = (a: PlainDate, b: PlainDate): number =>
  Temporal.PlainDate.from(a).until(b, { largestUnit: 'day' }).days

/** The instant of `time` (`HH:MM`) on `day` in the zone; a time the clocks skip becomes the next that exists. */
export const instantAt = (day: PlainDate, time: string, timeZone: string): Instant =>
  instantOf(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds)
