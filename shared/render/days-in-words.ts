import { clockAt, dayAt, type Instant, type PlainDate, weekdayOf } from '#shared/domain/dates.ts'
import { dayInWords, englishCalendar } from '#shared/domain/day-in-words.ts'
import { sayTerm } from '#shared/domain/words/say.ts'

/** `2026-04-15` → `Wednesday 15 April 2026`. */
export const weekdayInWords = (day: PlainDate, words = englishCalendar): string =>
  `${sayTerm(words.weekdays[weekdayOf(day) - 1] ?? '')} ${dayInWords(day, words)}`

/** The local day and clock: `30 April 2026, 08:00`. */
export const localMoment = (instant: Instant, timeZone: string, words = englishCalendar): string =>
  `${dayInWords(dayAt(instant, timeZone), words)}, ${clockAt(instant, timeZone)}`

/** The local day and clock with the zone named: `30 April 2026, 08:00 (Asia/Vientiane)`. */
export const momentInWords = (instant: Instant, timeZone: string, words = englishCalendar): string =>
  `${localMoment(instant, timeZone, words)} (${timeZone})`

/** What someone typed as a date: in words where it is one, untouched where it is not (`before the next meeting`). */
export const typedDayInWords = (typed: string, words = englishCalendar): string =>
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(typed) ? dayInWords(typed, words) : typed

/** A day, and the space before a clock behind it; not a day that is part of a longer name. */
const DAY_IN_TEXT = /(?<![\w/-])(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\w/-])( (?=\d\d:\d\d))?/g

/** Text with every day in it in words: `Due 2026-04-15.` → `Due 15 April 2026.`, `2026-04-15 09:00` → `15 April 2026, 09:00`. */
export const withDaysInWords = (text: string, words = englishCalendar): string =>
  text.replace(DAY_IN_TEXT, (_, day: string, clock?: string) => `${dayInWords(day, words)}${clock ? ', ' : ''}`)
