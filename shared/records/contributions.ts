import { Confirmation, ContributionChange } from '#shared/domain/ledger/change.ts'
import { Contribution } from '#shared/domain/ledger/contribution.ts'
import { keys, lists } from './keys.ts'
import { visibleImports } from './ledger.ts'
import { itemOf, readItem, type Stored, unchanged } from './record.ts'
import { collect, type RecordStore, type Write } from './record-store.ts'

export const contributionWrite = (contribution: Contribution, stored: Stored<Contribution> | undefined): Write => ({
  put: itemOf(keys.contribution(contribution.id), contribution, (stored?.version ?? 0) + 1, {
    list: [lists.donor(contribution.donor.id), contribution.id],
  }),
  when: unchanged(stored),
})

/** That a contribution is as it was read, as a condition of what is written with it. */
export const contributionCheck = (stored: Stored<Contribution>): Write => ({
  check: keys.contribution(stored.value.id),
  when: unchanged(stored),
})

/** @param seq the version of the contribution that the change made */
export const contributionChangeWrite = (id: string, seq: number, change: ContributionChange): Write => ({
  put: itemOf(keys.contributionChange(id, seq), change, 1),
  when: 'absent',
})

export interface ContributionWithChanges {
  readonly contribution: Stored<Contribution>
  /** Oldest first. */
  readonly changes: readonly ContributionChange[]
}

/** A contribution and all that was done to it, in one read of its partition; unseen while its import is not complete. */
export const readContributionRecord = async (
  records: RecordStore,
  id: string,
): Promise<ContributionWithChanges | undefined> => {
  const visible = await visibleImports(records)
  const items = await collect(records.query({ partition: keys.contribution(id).PK }))
  const head = items.find(({ SK }) => SK === 'HEAD')
  const contribution = readItem(Contribution, head)
  if (!contribution || !visible(contribution.value)) return undefined
  return {
    contribution,
    changes: items.filter(({ SK }) => SK.startsWith('CHANGE#')).map((item) => ContributionChange.parse(item.data)),
  }
}

/** What is recorded for a donor, with versions. Read from an index: a moment late. */
export const contributionsOfDonor = async (records: RecordStore, donor: string): Promise<Stored<Contribution>[]> => {
  const visible = await visibleImports(records)
  const items = await collect(records.query({ index: 'GSI1', partition: lists.donor(donor) }))
  return items.flatMap((item) => readItem(Contribution, item) ?? []).filter(({ value }) => visible(value))
}

export const confirmationWrite = (confirmation: Confirmation): Write => ({
  put: itemOf(keys.confirmation(confirmation.donor, confirmation.at), confirmation, 1),
  when: 'absent',
})

/** Every confirmation of a donor, latest first. */
export const confirmationsOf = async (records: RecordStore, donor: string): Promise<Confirmation[]> =>
  (await collect(records.query({ partition: keys.confirmation(donor, '').PK, newestFirst: true }))).map((item) =>
    Confirmation.parse(item.data),
  )
