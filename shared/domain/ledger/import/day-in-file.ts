import { dayInWords } from '../../day-in-words.ts'
import { plainDigits } from '../../forms/digits.ts'
import { type ReadDate, readDate } from '../../forms/read-date.ts'
import { say } from '../../words/say.ts'

/**
 * A day in a file. In a form the one day that is typed is seen again before it counts; in a file nobody looks at each, and
 * spreadsheets write day and month in either order. So one with slashes or dashes that is a day both ways is refused.
 */
export const readDayInFile = (typed: string): ReadDate => {
  const read = readDate(typed, say`a day such as 2026-03-31 or 31 March 2026`)
  const [, first, second, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(plainDigits(typed).trim()) ?? []
  if ('mistake' in read || first === undefined) return read
  const turned = readDate(`${second}/${first}/${year}`)
  return 'mistake' in turned || turned.day === read.day
    ? read
    : {
        mistake: say`“${typed.trim()}” can be ${dayInWords(read.day)} or ${dayInWords(turned.day)}: enter ${read.day} or ${turned.day}`,
      }
}
