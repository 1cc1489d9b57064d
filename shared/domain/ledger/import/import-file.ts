import * as z from 'zod'
import { Instant, PlainDate } from '../../dates.ts'
import { Doer, FundingSource } from '../contribution.ts'
import type { IdentifiedContribution } from './yearly-table.ts'

/** A file whose every row is good. `checked`: nothing is recorded yet; `writing`: its rows are unseen until it is complete. */
export const ImportFile = z.lazy(() =>
  z.strictObject({
    /** Names the file by its content and its source. */
    id: z.string(),
    name: z.string(),
    source: FundingSource,
    status: z.enum(['checked', 'writing', 'complete']),
    at: Instant,
    by: Doer,
    /** The day it was checked against; it is always read as on that day. */
    today: PlainDate,
    parts: z.int().positive(),
    contributions: z.int(),
    movements: z.int(),
    years: z.array(z.int()),
    /** US cents that were disbursed, of all years together, without what is passed on. */
    paidUsd: z.int(),
    /** Transactions in which it is written. */
    chunks: z.int().positive(),
    /** Chunks that are written. */
    written: z.int(),
    /** Contributions that were recorded already, by another file or way. */
    existing: z.int(),
  }),
)
export type ImportFile = z.infer<typeof ImportFile>

/** Items of one transaction that rows may take up; the rest is for the file's own record, the marker and the event. */
const CHUNK_ITEMS = 90

/** The contributions in chunks of one transaction each, the same ones whenever the file is read. */
export const chunksOf = (contributions: readonly IdentifiedContribution[]): IdentifiedContribution[][] => {
  const chunks: IdentifiedContribution[][] = []
  let room = 0
  for (const one of contributions) {
    // A movement may need the note of its year beside it.
    const items = 1 + 2 * one.contribution.movements.length
    if (items > room) {
      chunks.push([])
      room = CHUNK_ITEMS
    }
    chunks.at(-1)?.push(one)
    room -= items
  }
  return chunks
}
