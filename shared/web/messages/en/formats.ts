import type { Instant, PlainDate } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { areaInWords, numberInWords, usdInWords } from '#shared/domain/number-in-words.ts'
import { localMoment, typedDayInWords } from '#shared/render/days-in-words.ts'
import { NOT_AVAILABLE, percentInWords } from '#shared/render/figures-in-words.ts'

/** Numbers and dates as this language writes them. */
export const formats = {
  number: numberInWords,
  /** `12,500 m²`; without a unit the number alone. */
  quantity: (value: number, unit = '') => `${numberInWords(value)} ${unit}`.trim(),
  area: areaInWords,
  /** An index between 0 and 1 with four decimals, as published. */
  index: (value: number) => value.toFixed(4),
  /** @param share 0–1 */
  percent: percentInWords,
  /** @param cents US cents; shown in whole dollars */
  usd: usdInWords,
  /** `15 April 2026` */
  day: (day: PlainDate) => dayInWords(day),
  /** What someone typed as a date, in words where it is one. */
  typedDay: (typed: string) => typedDayInWords(typed),
  moment: (instant: Instant, timeZone: string) => localMoment(instant, timeZone),
  dayAndTime: (day: PlainDate, clock: string) => `${dayInWords(day)}, ${clock}`,
  period: (from: PlainDate, until: PlainDate) => `${dayInWords(from)} to ${dayInWords(until)}`,
  notAvailable: NOT_AVAILABLE,
  notAvailableBecause: (reason: string) => `${NOT_AVAILABLE}: ${reason}`,
  /** A sum that leaves out figures that were not available. */
  leftOut: (value: string, count: number) => `${value} (${count} not available)`,
}
