import { PlainDate } from '../../dates.ts'
import { dayInWords } from '../../day-in-words.ts'
import { plainDigits } from '../../forms/digits.ts'
import { type ReadDate, readDate, yearMeant } from '../../forms/read-date.ts'
import { say } from '../../words/say.ts'

/**
 * A day in a file. In a form the one day that is typed is seen again before it counts; in a file nobody looks at each, and
 * spreadsheets write day and month in either order. So one with slashes or dashes that is a day both ways is refused.
 */
export const readDayInFile = (typed: string): ReadDate => {
  const [one, other] = daysIn(plainDigits(typed).trim())
  return one === undefined || other === undefined
    ? readDate(typed, say`a day such as 2026-03-31 or 31 March 2026`)
    : { mistake: say`“${typed.trim()}” can be ${dayInWords(one)} or ${dayInWords(other)}: enter ${one} or ${other}` }
}

/** The days that a text with slashes or dashes can be, day first or month first. */
const daysIn = (text: string): PlainDate[] => {
  const [, first = '', second = '', digits = ''] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text) ?? []
  const year = digits === '' ? undefined : yearMeant(digits)
  if (year === undefined) return []
  const [a, b] = [first.padStart(2, '0'), second.padStart(2, '0')]
  const days = [`${year}-${b}-${a}`, `${year}-${a}-${b}`].filter((day) => PlainDate.safeParse(day).success)
  return [...new Set(days)]
}
