import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { correctionOf } from '#shared/domain/ledger/correct.ts'
import { ContributionMistakes } from '#shared/domain/ledger/mistakes.ts'
import type { NewContribution } from '#shared/domain/ledger/new-contribution.ts'
import type { TypedContribution } from '#shared/domain/ledger/read-contribution.ts'
import { followingRate, takesBackAsTyped } from '#shared/domain/ledger/type-out.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { type Said, say } from '#shared/domain/words/say.ts'
import { readContributionRecord } from '#shared/records/contributions.ts'
import { movementsOfContribution } from '#shared/records/ledger.ts'
import type { Deps } from '../deps.ts'
import { changed, contributionToChange, reasonMistake, storeChange } from './change-contribution.ts'
import { typedContribution } from './enter-contribution.ts'
import { parentChecks } from './parent-mistake.ts'

export interface CorrectContribution {
  readonly id: string
  /** The version that was looked at. */
  readonly version: number
  readonly reason: string
  readonly typed: TypedContribution
  /** As for a new contribution: the id of a donor that is agreed to be new. */
  readonly newDonor: string
}

/**
 * Corrects a contribution, adds movements to it, or records again what was withdrawn. Nothing is edited: what no longer holds
 * is reversed, what holds is recorded anew, in one transaction with the event, so that the next brief is compiled from it.
 * Sent twice by one person it is corrected once.
 * @throws UserError `forbidden`, `not-found`, `changed` when someone else was first, `nothing-changed`;
 *   ContributionMistakes, with the reason that is missing where something is taken back
 */
export const correctContribution =
  (deps: Deps) =>
  async ({ id, version, reason, typed, newDonor }: CorrectContribution, actor: Actor, now: Instant): Promise<void> => {
    const stored = await contributionToChange(deps, id, actor, now)
    const movements = await movementsOfContribution(deps.records, id, stored.value.years)
    const restores = stored.value.withdrawn !== undefined
    const wrongAsTyped = reasonMistake(reason, restores || takesBackAsTyped(stored.value, movements, typed))
    const wanted = await typedContribution(
      deps,
      { typed: followingRate(typed, movements), newDonor },
      actor,
      now,
      stored.value,
    ).catch((error: unknown) => {
      throw withReason(error, wrongAsTyped)
    })
    const by = { actor: `contact/${actor.contact.id}`, name: actor.contact.name }
    const why = { reason: reason.trim(), at: now, by }
    if (stored.version !== version) {
      if (await isResend(deps, id, wanted, why)) return
      throw changed()
    }
    const correction = correctionOf(stored.value, movements, wanted, why)
    const takesBack = restores || correction.withdrawn > 0 || correction.facts.length > 0
    if (!takesBack && correction.added === 0) throw nothingChanged(stored.value.donor, typed.facts.donor)
    const wrong = reasonMistake(reason, takesBack)
    if (wrong) throw new ContributionMistakes([{ field: 'reason', message: wrong }])
    const what = restores ? 'restored' : takesBack ? 'corrected' : 'added'
    const corrects = restores || correction.reversed > 0 || correction.facts.length > 0
    const change = { ...why, what, facts: correction.facts } as const
    const type = corrects ? 'ContributionCorrected' : 'ContributionRecorded'
    const { parent } = wanted.contribution
    const checks = parent === stored.value.parent ? [] : await parentChecks(deps.records, parent, id)
    await storeChange(deps, stored, correction, change, type, checks).catch(async (error: unknown) => {
      const lost = error instanceof UserError && error.code === 'changed'
      if (!lost || !(await isResend(deps, id, wanted, why))) throw error
    })
  }

/** Whether what stands is what this person saved last, with the same reason. */
const isResend = async (
  { records }: Deps,
  id: string,
  wanted: NewContribution,
  why: Parameters<typeof correctionOf>[3],
): Promise<boolean> => {
  const found = await readContributionRecord(records, id)
  const last = found?.changes.at(-1)
  if (!found || last?.by.actor !== why.by.actor || last.reason !== why.reason) return false
  const { value } = found.contribution
  const movements = await movementsOfContribution(records, id, value.years)
  const { append, facts } = correctionOf(value, movements, wanted, why)
  return value.withdrawn === undefined && append.length === 0 && facts.length === 0
}

/** A donor keeps the name that it was recorded under: another spelling of it changes nothing. */
const nothingChanged = ({ name }: { readonly name: string }, typed: string) =>
  new UserError(
    'nothing-changed',
    name === typed.trim() ? say`Nothing was changed` : say`Nothing was changed: this donor is recorded as “${name}”`,
  )

/** All mistakes at once: what is wrong with the reason stands before what is wrong in the form. */
const withReason = (error: unknown, message: Said | undefined): unknown =>
  error instanceof ContributionMistakes && message
    ? new ContributionMistakes([{ field: 'reason', message }, ...error.mistakes])
    : error
