import { PlainDate } from '../dates.ts'
import { dayInWords } from '../day-in-words.ts'
import { plainDigits } from './digits.ts'

const SUCH_AS = 'a date such as 31 March 2026'

/** Years above this in a date are of the Buddhist era, which is 543 years ahead. */
const LATEST_GREGORIAN_YEAR = 2400
const BUDDHIST_ERA_YEARS = 543
/** Nobody reports, plans or pays later: what would lie beyond was not meant. */
const LATEST_OFFERED_YEAR = 2099

const gregorianYear = (year: number): number => (year > LATEST_GREGORIAN_YEAR ? year - BUDDHIST_ERA_YEARS : year)

/**
 * What to say of a year of the Buddhist era, or of one that is none at all; undefined for any other.
 * @param offered how the Gregorian year stands in what is offered instead
 */
export const eraMistake = (year: number, offered: (gregorian: number) => string): string | undefined => {
  const gregorian = gregorianYear(year)
  if (gregorian === year) return undefined
  if (gregorian > LATEST_OFFERED_YEAR) return `${year} is no year of our time: enter ${SUCH_AS}`
  return `${year} is a year of the Buddhist era: enter ${offered(gregorian)} you mean`
}

export type ReadDate = { readonly day: PlainDate } | { readonly mistake: string }

/** As the pages show days, long or by three letters. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const LONG_MONTHS =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|sept?|[a-z]{3})$/i

/**
 * Reads `2026-03-31`, `31/3/2026` or `31 March 2026`, in Lao digits too. A Buddhist-era year is refused and the Gregorian
 * one offered, never silently changed.
 * @param suchAs what a mistake asks for
 */
export const readDate = (typed: string, suchAs = SUCH_AS): ReadDate => {
  const text = plainDigits(typed).trim()
  const [year, month, day] =
    byYear(/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)) ??
    byDay(/^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)) ??
    byMonth(/^(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})$/i.exec(text)) ??
    []
  if (year === undefined || month === undefined || day === undefined) return { mistake: `Enter ${suchAs}` }
  const parsed = PlainDate.safeParse(isoDay(gregorianYear(Number(year)), month, day))
  if (!parsed.success) return { mistake: `There is no such day as ${text}: enter ${suchAs}` }
  const wrongEra = eraMistake(Number(year), () => `${dayInWords(parsed.data)} if that is the day`)
  return wrongEra ? { mistake: wrongEra } : { day: parsed.data }
}

type Parts = readonly (string | undefined)[] | undefined
const byYear = (match: RegExpExecArray | null): Parts => match?.slice(1)
const byDay = (match: RegExpExecArray | null): Parts => match?.slice(1).toReversed()
const byMonth = (match: RegExpExecArray | null): Parts => {
  const [, day, name = '', year] = match ?? []
  const month = LONG_MONTHS.test(name) ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : 0
  return month > 0 ? [year, String(month), day] : undefined
}

const isoDay = (year: number, month: string, day: string) =>
  `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
