import type { Sector } from '#shared/sector/schema.ts'
import type { PlainDate } from '../dates.ts'

export interface ObligationDue {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly due: PlainDate
}

/** The obligations that fall due from `from` to `until`, both included, in order. */
export const obligationsBetween = (from: PlainDate, until: PlainDate, sector: Sector): ObligationDue[] => {
  const years = Array.from(
    { length: Number(until.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, n) => Number(from.slice(0, 4)) + n,
  )
  return sector.obligations
    .flatMap(({ id, name, source, due }) =>
      ('on' in due ? [due.on] : years.map((year) => `${year}-${due.every}`)).map((day) => ({
        id,
        name,
        source,
        due: day,
      })),
    )
    .filter(({ due }) => from <= due && due <= until)
    .toSorted((a, b) => a.due.localeCompare(b.due))
}
