import { PlainDate } from '../dates.ts'

/** Years above this in a date are of the Buddhist era, which is 543 years ahead. */
const LATEST_GREGORIAN_YEAR = 2400
const BUDDHIST_ERA_YEARS = 543

export type ReadDate = { readonly day: PlainDate } | { readonly mistake: string }

/** Reads `2026-03-31` or `31/3/2026`. A Buddhist-era year is refused and the Gregorian one offered, never silently changed. */
export const readDate = (typed: string): ReadDate => {
  const text = typed.normalize('NFKC').trim()
  const [, year, month, day] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? reordered(/^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text))
  if (year === undefined || month === undefined || day === undefined) {
    return { mistake: 'Enter a date such as 2026-03-31' }
  }
  if (Number(year) > LATEST_GREGORIAN_YEAR) {
    const gregorian = isoDay(Number(year) - BUDDHIST_ERA_YEARS, month, day)
    return { mistake: `${year} is a year of the Buddhist era: enter ${gregorian} if that is the day you mean` }
  }
  const parsed = PlainDate.safeParse(isoDay(Number(year), month, day))
  return parsed.success
    ? { day: parsed.data }
    : { mistake: `There is no such day as ${text}: enter a date such as 2026-03-31` }
}

const reordered = (match: RegExpExecArray | null): (string | undefined)[] =>
  match ? [match[0], match[3], match[2], match[1]] : []
const isoDay = (year: number, month: string, day: string) =>
  `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
