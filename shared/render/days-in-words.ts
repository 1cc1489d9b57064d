import { clockAt, dayAt, type Instant, type PlainDate, weekdayOf } from '#shared/domain/dates.ts'

/** Names of months and weekdays, January and Monday first. Own lists, because `Intl` words its dates differently from one Node release to the next. */
export interface CalendarWords {
  readonly months: readonly string[]
  readonly weekdays: readonly string[]
}

export const englishCalendar: CalendarWords = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** `2026-04-15` → `15 April 2026`. */
export const dayInWords = (day: PlainDate, words = englishCalendar): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${words.months[(month ?? 1) - 1]} ${year}`
}

/** `2026-04-15` → `Wednesday 15 April 2026`. */
export const weekdayInWords = (day: PlainDate, words = englishCalendar): string =>
  `${words.weekdays[weekdayOf(day) - 1]} ${dayInWords(day, words)}`

/** The local day and clock: `30 April 2026, 08:00`. */
export const localMoment = (instant: Instant, timeZone: string, words = englishCalendar): string =>
  `${dayInWords(dayAt(instant, timeZone), words)}, ${clockAt(instant, timeZone)}`

/** The local day and clock with the zone named: `30 April 2026, 08:00 (Asia/Vientiane)`. */
export const momentInWords = (instant: Instant, timeZone: string, words = englishCalendar): string =>
  `${localMoment(instant, timeZone, words)} (${timeZone})`

/** What someone typed as a date: in words where it is one, untouched where it is not (`before the next meeting`). */
export const typedDayInWords = (typed: string, words = englishCalendar): string =>
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(typed) ? dayInWords(typed, words) : typed
