import type { Timeliness } from '#shared/domain/report.ts'
import { type Said, terms } from '#shared/domain/words/say.ts'

export const timelinessInWords: Readonly<Record<Timeliness, Said>> = terms({
  'on-time': 'on time',
  late: 'late',
  nil: 'nil return',
  missing: 'missing',
  awaited: 'awaited',
})

/** `3 on time, 1 late, 1 missing`, in the order of the words above. */
export const timelinessCounts = (all: readonly Timeliness[]): string =>
  (Object.keys(timelinessInWords) as Timeliness[])
    .map((one) => ({ one, count: all.filter((timeliness) => timeliness === one).length }))
    .filter(({ count }) => count > 0)
    .map(({ one, count }) => `${count} ${timelinessInWords[one]}`)
    .join(', ')
