import * as z from 'zod'
import { Brief } from '#shared/domain/briefs/model.ts'
import type { Instant, PlainDate } from '#shared/domain/dates.ts'
import { keys, lists } from './keys.ts'
import { FOR_EVER, itemOf, readItem, type Stored, unchanged } from './record.ts'
import { collect, type Query, type RecordStore, type Write } from './record-store.ts'

/** Stays under DynamoDB's 400 KB an item with room for the keys. */
const PART_BYTES = 300_000

/**
 * The brief as it stands: overwritten while a draft, then a copy of the released version, until a correction makes it a draft again.
 * @param releaseAt when it releases itself
 */
export const briefDraftWrite = (brief: Brief, stored: Stored<Brief> | undefined, releaseAt?: Instant): Write => ({
  put: itemOf(keys.briefDraft(brief.key), brief, (stored?.version ?? 0) + 1, {
    list: [
      brief.status === 'draft' ? lists.briefDrafts : lists.standingBriefs(brief.model.kind),
      `${brief.compiledAt}#${brief.key}`,
    ],
    ...(releaseAt === undefined ? {} : { due: releaseAt }),
  }),
  when: unchanged(stored),
})

/** Of a draft that was never released. */
export const briefDraftRemoval = ({ value, version }: Stored<Brief>): Write => ({
  remove: keys.briefDraft(value.key),
  when: { version },
})

export const briefVersionWrite = (brief: Brief): Write => ({
  put: itemOf(keys.briefVersion(brief.key, brief.version), brief, 1, {
    list: [lists.briefs, `${brief.releasedAt}#${brief.key}`],
  }),
  when: 'absent',
})

/** The brief as it stands, with the instant at which it releases itself. */
export const readBriefDraft = async (
  records: RecordStore,
  key: string,
): Promise<(Stored<Brief> & { releaseAt?: Instant }) | undefined> => {
  const item = await records.get(keys.briefDraft(key))
  const stored = readItem(Brief, item)
  return stored && { ...stored, ...(typeof item?.GSI2SK === 'string' ? { releaseAt: item.GSI2SK } : {}) }
}

export const readBriefVersion = async (
  records: RecordStore,
  key: string,
  version: number,
): Promise<Brief | undefined> => readItem(Brief, await records.get(keys.briefVersion(key, version)))?.value

/** The parts of a PDF. The first is written last and names their number: a PDF is there when its first part is. */
export const briefPdfWrites = (key: string, version: number, pdf: Uint8Array, pages: number): Write[] => {
  const parts = Math.ceil(pdf.length / PART_BYTES)
  return Array.from({ length: parts }, (_, part) => ({
    put: {
      ...keys.briefPdf(key, version, part),
      bytes: pdf.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
      ...(part === 0 ? { parts, pages } : {}),
    },
  })).toReversed()
}

/** @returns undefined while the PDF has not been set yet */
export const readBriefPdf = async (
  records: RecordStore,
  key: string,
  version: number,
): Promise<{ bytes: Uint8Array; pages: number } | undefined> => {
  const first = await records.get(keys.briefPdf(key, version, 0))
  if (!first) return undefined
  const rest = await Promise.all(
    Array.from({ length: (first.parts as number) - 1 }, (_, n) => records.get(keys.briefPdf(key, version, n + 1))),
  )
  return {
    bytes: Buffer.concat([first, ...rest].map((part) => part?.bytes as Uint8Array)),
    pages: first.pages as number,
  }
}

/** The latest released versions, newest first; a corrected one and the one before it are both there. */
export const latestBriefs = (records: RecordStore, limit: number): Promise<Brief[]> =>
  listed(records, { partition: lists.briefs, limit })

/** Every brief that waits to be released, newest first: each releases itself after some days, so they are few. */
export const draftBriefs = (records: RecordStore): Promise<Brief[]> => listed(records, { partition: lists.briefDrafts })

/** Read at most; the working group meets twice a year. */
const STANDING_READ = 24

/**
 * The briefs of the working group that stand as they were released and were compiled since a day, newest first: two a year, and the
 * last 24 at most. One that is being corrected is among the drafts.
 */
export const standingSwgBriefs = (records: RecordStore, since: PlainDate): Promise<Brief[]> =>
  listed(records, {
    partition: lists.standingBriefs('swg'),
    sort: { between: [since, FOR_EVER] },
    limit: STANDING_READ,
  })

const listed = async (records: RecordStore, query: Pick<Query, 'partition' | 'sort' | 'limit'>): Promise<Brief[]> =>
  (await collect(records.query({ index: 'GSI1', newestFirst: true, ...query }))).map((item) => Brief.parse(item.data))

/** One copy of a version: to whom it went, and in which mail. */
export const BriefCopy = z.lazy(() =>
  z.strictObject({ key: z.string(), version: z.int().positive(), contact: z.string(), mail: z.string() }),
)
export type BriefCopy = z.infer<typeof BriefCopy>

export const briefCopyWrite = (copy: BriefCopy): Write => ({
  put: itemOf(keys.briefCopy(copy.key, copy.version, copy.contact), copy, 1),
})

/** Every copy of every version of a brief, the first version's first. */
export const briefCopies = async (records: RecordStore, key: string): Promise<BriefCopy[]> =>
  (await collect(records.query({ partition: keys.briefCopy(key, 1, '').PK, sort: { beginsWith: 'COPY#' } }))).map(
    (item) => BriefCopy.parse(item.data),
  )
