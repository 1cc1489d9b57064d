import { yearOf } from '#shared/domain/ledger/contribution.ts'
import type { NewContribution } from '#shared/domain/ledger/csv-row.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { eventWrites } from '#shared/records/events.ts'
import { contributionWrites } from '#shared/records/ledger.ts'
import { transactOnce, type Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

/** The writes that record a contribution, its movements and its event; the first fails with a conflict when the id is taken. */
export const newContributionWrites = (
  { platform }: Pick<Deps, 'platform'>,
  id: string,
  { contribution, movements }: NewContribution,
  cause: Cause,
): Write[] => {
  const { donor, source } = contribution
  const numbered = movements.map((movement, index) => ({
    ...movement,
    contribution: id,
    seq: index + 1,
    donor,
    source,
  }))
  return [
    ...contributionWrites({ ...contribution, id }, numbered),
    ...eventWrites(
      eventOf(
        {
          id: platform.newId(cause.now),
          type: 'ContributionRecorded',
          subject: `contribution/${id}`,
          sequence: 1,
          data: { contribution: id, donor: donor.id, years: [...new Set(numbered.map(yearOf))].toSorted() },
        },
        cause,
      ),
    ),
  ]
}

/** Records a contribution once under an id that names its content or its sender's key; the same again changes nothing. */
export const recordContribution =
  (deps: Deps) =>
  async (id: string, contribution: NewContribution, cause: Cause): Promise<boolean> =>
    transactOnce(deps.records, newContributionWrites(deps, id, contribution, cause))
