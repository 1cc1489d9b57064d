import { PlainDate } from '../dates.ts'
import { dayInWords, partsInWords } from '../day-in-words.ts'
import { inEveryLanguage } from '../words/languages.ts'
import { type Said, say } from '../words/say.ts'
import { plainDigits } from './digits.ts'

const suchAsADate = () => say`a date such as 31 March 2026`

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
export const eraMistake = (year: number, offered: (gregorian: number) => string): Said | undefined => {
  const gregorian = gregorianYear(year)
  if (gregorian === year) return undefined
  if (gregorian > LATEST_OFFERED_YEAR) return say`${year} is no year of our time: enter ${suchAsADate()}`
  return say`${year} is a year of the Buddhist era: enter ${offered(gregorian)} you mean`
}

export type ReadDate = { readonly day: PlainDate } | { readonly mistake: Said }

/** As the pages show days, long or by three letters. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const LONG_MONTHS =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|sept?|[a-z]{3})$/i

const LAO_MONTHS = ['ມັງກອນ', 'ກຸມພາ', 'ມີນາ', 'ເມສາ', 'ພຶດສະພາ', 'ມິຖຸນາ', 'ກໍລະກົດ', 'ສິງຫາ', 'ກັນຍາ', 'ຕຸລາ', 'ພະຈິກ', 'ທັນວາ']

const DAY = String.raw`(?:ວັນທີ\s*)?(?<day>\d{1,2})(?:st|nd|rd|th)?`
/** ພ.ສ. names a year of the Buddhist era, ຄ.ສ. one of ours. */
const DAY_FIRST = new RegExp(
  String.raw`^${DAY}[\s-]*(?:ເດືອນ\s*)?(?<month>[a-z]+|[\u0e80-\u0eff]+?)[.,]?[\s-]*(?:ພ\.?\s?ສ\.?\s*(?=2[4-9]\d\d$)|ຄ\.?\s?ສ\.?\s*)?(?<year>\d{4}|\d{2})$`,
  'i',
)
const MONTH_FIRST = new RegExp(String.raw`^(?<month>[a-z]+)[.]?\s*${DAY},?\s+(?<year>\d{4})$`, 'i')

/** Two digits of a year as spreadsheets write them: 26 is 2026, 69 is 2569 of the Buddhist era; the rest could be either. */
const FIRST_BUDDHIST = 60
const LAST_BUDDHIST = 79
const fullYear = (year: string): number | undefined => {
  const number = Number(year)
  if (year.length > 2) return number
  if (number < FIRST_BUDDHIST) return 2000 + number
  return number <= LAST_BUDDHIST ? 2500 + number : undefined
}

/** The year of our time that digits of one mean: 26 and 2569 are 2026; undefined where two digits could be either. */
export const yearMeant = (digits: string): number | undefined => {
  const year = fullYear(digits)
  return year === undefined ? undefined : gregorianYear(year)
}

/**
 * Reads `2026-03-31`, `2026/3/31`, `31/3/2026`, `31-03-2026`, `31 March 2026`, `March 31, 2026`, `31-Mar-26` or `31 ມີນາ 2026`, in Lao digits too, and as the pages say days in any language. A Buddhist-era
 * year is refused and the Gregorian one offered, never silently changed; so is a year of two digits among numbers alone.
 * @param suchAs what a mistake asks for
 */
export const readDate = (typed: string, suchAs: string = suchAsADate()): ReadDate => {
  const text = plainDigits(typed).trim()
  const [year, month, day] =
    byYear(/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text)) ??
    byDay(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text)) ??
    byMonth(DAY_FIRST.exec(text)) ??
    byMonth(MONTH_FIRST.exec(text)) ??
    asPagesSay(text) ??
    []
  if (year === undefined || month === undefined || day === undefined) return { mistake: say`Enter ${suchAs}` }
  const full = fullYear(year)
  if (full === undefined) return { mistake: say`Write the year with four digits: enter ${suchAs}` }
  const parsed = PlainDate.safeParse(isoDay(gregorianYear(full), month, day))
  if (!parsed.success) return { mistake: say`There is no such day as ${text}: enter ${suchAs}` }
  const wrongEra = eraMistake(full, () => say`${dayInWords(parsed.data)} if that is the day`)
  if (wrongEra) return { mistake: wrongEra }
  return NUMBERS_ALONE.test(text)
    ? { mistake: say`Write the year with four digits: enter ${dayInWords(parsed.data)} if that is the day you mean` }
    : { day: parsed.data }
}

/** `30/9/26` may begin with the day, the month or the year. */
const NUMBERS_ALONE = /^\d{1,2}\D\d{1,2}\D\d{2}$/

type Parts = readonly (string | undefined)[] | undefined
const byYear = (match: RegExpExecArray | null): Parts => match?.slice(1)
const byDay = (match: RegExpExecArray | null): Parts => match?.slice(1).toReversed()
const byMonth = (match: RegExpExecArray | null): Parts => {
  const { day, month: name = '', year } = match?.groups ?? {}
  const month = (LONG_MONTHS.test(name) ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) : LAO_MONTHS.indexOf(name)) + 1
  return month > 0 ? [year, String(month), day] : undefined
}

/** As the pages say days in any language. */
const asPagesSay = (text: string): Parts => {
  for (let month = 1; month <= 12; month++) {
    const said = inEveryLanguage(() => partsInWords('#D', month, '#Y'))
    const match = said.map((words) => dayPattern(words).exec(text)?.groups).find((groups) => groups !== undefined)
    if (match) return [match.year, String(month), match.day]
  }
  return undefined
}

const dayPattern = (words: string): RegExp =>
  new RegExp(
    `^${words
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace('#D', '(?<day>\\d{1,2})')
      .replace('#Y', '(?<year>\\d{4})')}$`,
    'i',
  )

const isoDay = (year: number, month: string, day: string) =>
  `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
