import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { withdrawalOf } from '#shared/domain/ledger/correct.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { movementsOfContribution } from '#shared/records/ledger.ts'
import type { Deps } from '../deps.ts'
import { changed, contributionToChange, reasonMistake, storeChange } from './change-contribution.ts'

export interface WithdrawContribution {
  readonly id: string
  /** The version that was looked at. */
  readonly version: number
  readonly reason: string
}

/**
 * Takes a contribution back that was recorded by mistake: every movement that stands is reversed, and stays in the history.
 * Its id stays taken, so the same file, form or event again leaves it withdrawn. Withdrawn twice it is withdrawn once.
 * @throws UserError `forbidden`, `not-found`, `reason` without one or with one that is too long, `changed`
 */
export const withdrawContribution =
  (deps: Deps) =>
  async ({ id, version, reason }: WithdrawContribution, actor: Actor, now: Instant): Promise<void> => {
    const stored = await contributionToChange(deps, id, actor, now)
    if (stored.value.withdrawn) return
    const wrong = reasonMistake(reason, true)
    if (wrong) throw new UserError('reason', wrong, 'reason')
    if (stored.version !== version) throw changed()
    const movements = await movementsOfContribution(deps.records, id, stored.value.years)
    const by = { actor: `contact/${actor.contact.id}`, name: actor.contact.name }
    const why = { reason: reason.trim(), at: now, by }
    const change = { ...why, what: 'withdrawn' as const, facts: [] }
    await storeChange(deps, stored, withdrawalOf(stored.value, movements, why), change, 'ContributionCorrected')
  }
