import type { PlainDate } from './dates.ts'
import { say, sayTerm } from './words/say.ts'

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

/** `2026-04-15` → `15 April 2026`, in the reader's language unless in other words. */
export const dayInWords = (day: PlainDate, words = englishCalendar): string => {
  const [year = 0, month = 1, date = 0] = day.split('-').map(Number)
  return partsInWords(date, month, year, words)
}

/** The same of a day in parts, each as it is to be said. */
export const partsInWords = (
  date: number | string,
  month: number,
  year: number | string,
  words = englishCalendar,
): string => say`${date} ${sayTerm(words.months[month - 1] ?? '')} ${year}`
