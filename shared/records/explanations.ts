import * as z from 'zod'
import { Instant } from '#shared/domain/dates.ts'
import { Doer } from '#shared/domain/ledger/contribution.ts'
import { keys } from './keys.ts'
import { itemOf, readItem, type Stored, unchanged } from './record.ts'
import { collect, type RecordStore, type Write } from './record-store.ts'

/** Why two sources differ on a donor's year; the later explanation takes the place of the earlier. */
export const Explained = z.lazy(() =>
  z.strictObject({
    year: z.int(),
    /** Two sources, as `pairOf` names them. */
    sources: z.string(),
    donor: z.string(),
    text: z.string(),
    at: Instant,
    by: Doer,
  }),
)
export type Explained = z.infer<typeof Explained>

export const explanationWrite = (explained: Explained, stored: Stored<Explained> | undefined): Write => ({
  put: itemOf(
    keys.explanation(explained.year, explained.sources, explained.donor),
    explained,
    (stored?.version ?? 0) + 1,
  ),
  when: unchanged(stored),
})

export const readExplanation = async (
  records: RecordStore,
  { year, sources, donor }: Pick<Explained, 'year' | 'sources' | 'donor'>,
): Promise<Stored<Explained> | undefined> =>
  readItem(Explained, await records.get(keys.explanation(year, sources, donor)))

export const readExplanations = async (records: RecordStore, year: number): Promise<Explained[]> =>
  (await collect(records.query({ partition: keys.explanation(year, '', '').PK }))).map((item) =>
    Explained.parse(item.data),
  )
