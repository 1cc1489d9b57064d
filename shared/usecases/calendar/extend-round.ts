import { type Round, roundOf } from '#shared/domain/calendar/round.ts'
import type { Instant, PlainDate } from '#shared/domain/dates.ts'
import { readRound, roundWrite } from '#shared/records/calendar.ts'
import type { Deps } from '../deps.ts'

/** Gives a round another due date, with the reason; grace, closing and briefs follow from it. A round not yet known is announced. */
export const extendRound =
  ({ records, sector }: Deps) =>
  async (id: string, due: PlainDate, why: { reason: string; by: string }, now: Instant): Promise<Round> => {
    const stored = await readRound(records, id)
    const status = stored?.value.status === 'open' ? 'open' : 'announced'
    const round: Round = { ...roundOf(id, sector, due), status, extension: { ...why, at: now } }
    await records.transact([roundWrite(round, stored, sector.timeZone)])
    return round
  }
