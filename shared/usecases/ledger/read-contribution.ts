import type { Actor } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { mayChange, mayReadLedger, mayRecordFor } from '#shared/domain/ledger/access.ts'
import type { Contribution } from '#shared/domain/ledger/contribution.ts'
import { type HistoryLine, historyOf } from '#shared/domain/ledger/history.ts'
import type { Movement } from '#shared/domain/ledger/movement.ts'
import { standing, takenBackAt } from '#shared/domain/ledger/movement.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { confirmationsOf, readContributionRecord } from '#shared/records/contributions.ts'
import { movementsOfContribution } from '#shared/records/ledger.ts'
import type { Deps } from '../deps.ts'

export interface ContributionView {
  readonly contribution: Contribution
  readonly version: number
  /** The one that it passes on, where that is recorded. */
  readonly parent?: Pick<Contribution, 'id' | 'title' | 'withdrawn'>
  /** Those that stand, in the order recorded. */
  readonly movements: readonly Movement[]
  /** Of a withdrawn contribution: what was taken back with it. */
  readonly takenBack: readonly Movement[]
  readonly history: readonly HistoryLine[]
  readonly mayCorrect: boolean
  /** The reader's own donor, as another source states it: where they disagree they explain the difference. */
  readonly mayExplain: boolean
}

/** @throws UserError `forbidden` for people without a role */
export const onlyReaders = ({ sector }: Pick<Deps, 'sector'>, actor: Actor, now: Instant): void => {
  if (!mayReadLedger(actor.roles, dayAt(now, sector.timeZone)))
    throw new UserError('forbidden', say`The ledger is for people with a role in the sector`)
}

/** A contribution with its history. @throws UserError `forbidden`, `not-found` also while its import is not complete */
export const readContribution =
  (deps: Deps) =>
  async (id: string, actor: Actor, now: Instant): Promise<ContributionView> => {
    const { records, sector } = deps
    onlyReaders(deps, actor, now)
    const found = await readContributionRecord(records, id)
    if (!found) throw new UserError('not-found', say`There is no such contribution`)
    const { value: contribution, version } = found.contribution
    const today = dayAt(now, sector.timeZone)
    const mayCorrect = mayChange(actor.roles, contribution, today)
    const [movements, passedOn] = await Promise.all([
      movementsOfContribution(records, id, contribution.years),
      contribution.parent === '' ? undefined : readContributionRecord(records, contribution.parent),
    ])
    const donors = [...new Set(movements.map(({ donor }) => donor.id))]
    const confirmations = (await Promise.all(donors.map((donor) => confirmationsOf(records, donor)))).flat()
    return {
      contribution,
      version,
      ...(passedOn ? { parent: passedOn.contribution.value } : {}),
      movements: standing(movements),
      takenBack: contribution.withdrawn ? takenBackAt(movements, contribution.withdrawn.at) : [],
      history: historyOf(contribution, movements, found.changes, confirmations),
      mayCorrect,
      mayExplain: !mayCorrect && mayRecordFor(actor.roles, contribution.donor.id, today),
    }
  }
