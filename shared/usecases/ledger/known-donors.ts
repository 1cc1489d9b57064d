import type { NewContribution } from '#shared/domain/ledger/new-contribution.ts'
import { recordedDonorName, recordedDonors } from '#shared/records/donors.ts'
import type { Deps } from '../deps.ts'

type Known = Pick<Deps, 'records' | 'sector'>

/** Every donor that is known, names by id: those of the sector file, and those that something was recorded for. */
export const knownDonors = async ({ records, sector }: Known): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await recordedDonors(records)), ...sector.donorSeat.donors.map(({ id, name }) => [id, name] as const)])

/** The name under which a donor is known: the sector file's, or the one it was recorded under first. */
export const knownName = async ({ records, sector }: Known, id: string): Promise<string | undefined> =>
  sector.donorSeat.donors.find((donor) => donor.id === id)?.name ?? (await recordedDonorName(records, id))

/** The contribution with its donor under the name that is known: another spelling of it renames nobody. */
export const underKnownName = async (deps: Known, contribution: NewContribution): Promise<NewContribution> =>
  named(contribution, await knownName(deps, contribution.contribution.donor.id))

export const named = (contribution: NewContribution, name: string | undefined): NewContribution => {
  const { donor, ...facts } = contribution.contribution
  return name === undefined ? contribution : { ...contribution, contribution: { ...facts, donor: { ...donor, name } } }
}
