import * as z from 'zod'
import { Instant } from '#shared/domain/dates.ts'
import { Doer } from '#shared/domain/ledger/contribution.ts'
import { keys } from './keys.ts'
import { itemOf, readItem, type Stored, unchanged } from './record.ts'
import { collect, type RecordStore, type Write } from './record-store.ts'

/** Why two sources differ on a donor's year; the later explanation takes the place of the earlier, which stays on record. */
export const Explained = z.lazy(() =>
  z.strictObject({
    year: z.int(),
    /** Two sources, as `pairOf` names them. */
    sources: z.string(),
    donor: z.string(),
    text: z.string(),
    /** What it explains: the source named first less the other, in US cents; absent where that is not known. */
    difference: z.int().optional(),
    at: Instant,
    by: Doer,
  }),
)
export type Explained = z.infer<typeof Explained>

export const explanationWrites = (explained: Explained, stored: Stored<Explained> | undefined): Write[] => {
  const { year, sources, donor } = explained
  const version = (stored?.version ?? 0) + 1
  const before: Write[] = stored
    ? [
        {
          put: itemOf(keys.explanationBefore(year, sources, donor, stored.version), stored.value, 1),
          when: 'absent',
        },
      ]
    : []
  return [
    { put: itemOf(keys.explanation(year, sources, donor), explained, version), when: unchanged(stored) },
    ...before,
  ]
}

export const readExplanation = async (
  records: RecordStore,
  { year, sources, donor }: Pick<Explained, 'year' | 'sources' | 'donor'>,
): Promise<Stored<Explained> | undefined> =>
  readItem(Explained, await records.get(keys.explanation(year, sources, donor)))

export const readExplanations = async (records: RecordStore, year: number): Promise<Explained[]> =>
  (await collect(records.query({ partition: keys.explanation(year, '', '').PK }))).map((item) =>
    Explained.parse(item.data),
  )

/** All that was ever said of two sources of a year, the latest first. */
export const everyExplanation = async (records: RecordStore, year: number, sources: string): Promise<Explained[]> => {
  const { PK } = keys.explanationBefore(year, '', '', 0)
  const before = await collect(records.query({ partition: PK, sort: { beginsWith: `${sources}#` }, newestFirst: true }))
  return [...(await readExplanations(records, year)), ...before.map((item) => Explained.parse(item.data))]
    .filter((one) => one.sources === sources)
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
