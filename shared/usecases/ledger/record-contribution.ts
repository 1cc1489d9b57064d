import type { Doer } from '#shared/domain/ledger/contribution.ts'
import { type NewContribution, recorded } from '#shared/domain/ledger/new-contribution.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { contributionWrite } from '#shared/records/contributions.ts'
import { donorWrite } from '#shared/records/donors.ts'
import { eventWrites } from '#shared/records/events.ts'
import { movementWrites, yearWrites } from '#shared/records/ledger.ts'
import { transactOnce, type Write } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { underKnownName } from './known-donors.ts'

/**
 * The writes that record a contribution, its movements and its event; the first fails with a conflict when the id is taken.
 * @param name of who acts, as the history will show it
 * @param entered fingerprint of what a form held
 */
export const newContributionWrites = (
  { platform }: Pick<Deps, 'platform'>,
  id: string,
  contribution: NewContribution,
  cause: Cause,
  { name = systemName(cause.actor), entered }: { readonly name?: string; readonly entered?: string } = {},
): Write[] => {
  const by: Doer = { actor: cause.actor, name }
  const read = recorded(id, contribution, { at: cause.now, by })
  const { movements } = read
  const head = entered === undefined ? read.contribution : { ...read.contribution, entered }
  return [
    contributionWrite(head, undefined),
    ...movementWrites(movements),
    ...yearWrites(head.years),
    donorWrite(head.donor),
    ...eventWrites(
      eventOf(
        {
          id: platform.newId(cause.now),
          type: 'ContributionRecorded',
          subject: `contribution/${id}`,
          sequence: 1,
          data: { contribution: id, donor: head.donor.id, years: head.years },
        },
        cause,
      ),
    ),
  ]
}

/** Another system is shown under its source: `system/our-ministry`. */
const systemName = (actor: string): string => actor.replace(/^system[/]/, '')

/** Records a contribution once under an id that names its content or its sender's key; the same again changes nothing. */
export const recordContribution =
  (deps: Deps) =>
  async (id: string, contribution: NewContribution, cause: Cause): Promise<boolean> =>
    transactOnce(deps.records, newContributionWrites(deps, id, await underKnownName(deps, contribution), cause))
