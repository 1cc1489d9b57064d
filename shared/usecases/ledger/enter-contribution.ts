import type { Actor } from '#shared/domain/contact.ts'
import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { mayRecord, mayRecordFor } from '#shared/domain/ledger/access.ts'
import { ContributionMistakes } from '#shared/domain/ledger/mistakes.ts'
import type { NewContribution } from '#shared/domain/ledger/new-contribution.ts'
import { readContribution, type TypedContribution } from '#shared/domain/ledger/read-contribution.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { readContributionRecord } from '#shared/records/contributions.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { newContributionWrites } from './record-contribution.ts'

export interface EnterContribution {
  /** Names the form that was opened: sent twice, it is one contribution. */
  readonly form: string
  readonly typed: TypedContribution
}

/**
 * Records what a focal point enters for its own donor, or the secretariat for any.
 * @returns the contribution's id
 * @throws UserError `forbidden`; ContributionMistakes with everything that is to be mended
 */
export const enterContribution =
  (deps: Deps) =>
  async ({ form, typed }: EnterContribution, actor: Actor, now: Instant): Promise<string> => {
    const contribution = await typedContribution(deps, typed, actor, now)
    const id = fingerprint('form', actor.contact.id, form).slice(0, 32)
    const cause = { now, actor: `contact/${actor.contact.id}` }
    await transactOnce(deps.records, newContributionWrites(deps, id, contribution, cause, actor.contact.name))
    return id
  }

/**
 * What someone typed, read, and allowed: a focal point speaks for its own donor, and as the donor.
 * @param source of a focal point's contribution; a correction keeps the one it has, since another would move it out of a published total
 */
export const typedContribution = async (
  { records, sector }: Deps,
  typed: TypedContribution,
  actor: Actor,
  now: Instant,
  source = 'donor',
): Promise<NewContribution> => {
  const today = dayAt(now, sector.timeZone)
  if (!mayRecord(actor.roles, today)) throw forbidden()
  const facts = isSecretariat(actor.roles, today) ? typed.facts : { ...typed.facts, source }
  const read = readContribution({ ...typed, facts }, sector, today)
  if ('mistakes' in read) throw new ContributionMistakes(read.mistakes)
  const { donor, parent } = read.contribution.contribution
  if (!mayRecordFor(actor.roles, donor.id, today)) throw forbidden()
  if (parent !== '') {
    const passedOn = (await readContributionRecord(records, parent))?.contribution.value
    const wrong = passedOn ? passedOn.withdrawn && 'The contribution with this id was withdrawn' : NO_PARENT
    if (wrong) throw new ContributionMistakes([{ field: 'parent', message: wrong }])
  }
  return read.contribution
}

const NO_PARENT = 'There is no contribution with this id'

const forbidden = () =>
  new UserError('forbidden', 'Contributions are recorded by the secretariat and by the focal point of their donor')
