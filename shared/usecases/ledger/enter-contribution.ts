import { canonical } from '#shared/domain/canonical.ts'
import type { Actor } from '#shared/domain/contact.ts'
import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { donorsOf, mayRecord, mayRecordFor } from '#shared/domain/ledger/access.ts'
import { type Contribution, donorId } from '#shared/domain/ledger/contribution.ts'
import { donorMistake } from '#shared/domain/ledger/donor-name.ts'
import { ContributionMistakes, FormRecorded } from '#shared/domain/ledger/mistakes.ts'
import { nearNames } from '#shared/domain/ledger/near-names.ts'
import type { NewContribution } from '#shared/domain/ledger/new-contribution.ts'
import { readContribution, type TypedContribution } from '#shared/domain/ledger/read-contribution.ts'
import type { Mistake } from '#shared/domain/ledger/read-movement.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { type Said, say } from '#shared/domain/words/say.ts'
import { readContributionRecord } from '#shared/records/contributions.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { knownDonors, knownName, underKnownName } from './known-donors.ts'
import { parentMistake } from './parent-mistake.ts'
import { newContributionWrites } from './record-contribution.ts'

export interface EnterContribution {
  /** Names the form that was opened: sent twice, it is one contribution. */
  readonly form: string
  readonly typed: TypedContribution
  /** The id of a donor that nothing was recorded for, and is agreed to be a new one; empty where none is. */
  readonly newDonor: string
}

/**
 * Records what a focal point enters for its own donor, or the secretariat for any.
 * @returns the contribution's id
 * @throws UserError `forbidden`; ContributionMistakes with everything that is to be mended; FormRecorded when the form recorded
 *   something else before
 */
export const enterContribution =
  (deps: Deps) =>
  async ({ form, ...command }: EnterContribution, actor: Actor, now: Instant): Promise<string> => {
    const contribution = await typedContribution(deps, command, actor, now)
    const id = fingerprint('form', actor.contact.id, form).slice(0, 32)
    const cause = { now, actor: `contact/${actor.contact.id}` }
    const about = { name: actor.contact.name, entered: fingerprint(canonical(contribution)) }
    if (await transactOnce(deps.records, newContributionWrites(deps, id, contribution, cause, about))) return id
    const before = await readContributionRecord(deps.records, id)
    if (before?.contribution.value.entered !== about.entered) throw new FormRecorded(id)
    return id
  }

/**
 * What someone typed, read, and allowed: a focal point speaks for its own donor, and as the donor.
 * @param of the contribution that is corrected; what it passes on was looked at when it was named
 */
export const typedContribution = async (
  deps: Deps,
  { typed, newDonor }: Pick<EnterContribution, 'typed' | 'newDonor'>,
  actor: Actor,
  now: Instant,
  of?: Pick<Contribution, 'id' | 'parent'>,
): Promise<NewContribution> => {
  const { records, sector } = deps
  const today = dayAt(now, sector.timeZone)
  if (!mayRecord(actor.roles, today)) throw forbidden()
  const facts = isSecretariat(actor.roles, today) ? typed.facts : { ...typed.facts, source: 'donor' }
  const read = readContribution({ ...typed, facts }, sector, today)
  const unknown = isSecretariat(actor.roles, today) ? await unknownDonor(deps, typed.facts.donor, newDonor) : []
  const { parent } = 'mistakes' in read ? read : read.contribution.contribution
  const wrongParent = parent === of?.parent ? undefined : await parentMistake(records, parent, { of: of?.id })
  if (wrongParent) unknown.push({ field: 'parent', message: wrongParent })
  if ('mistakes' in read) throw new ContributionMistakes([...read.mistakes, ...unknown])
  if (!mayRecordFor(actor.roles, read.contribution.contribution.donor.id, today))
    unknown.unshift({ field: 'donor', message: await ownDonors(deps, donorsOf(actor.roles, today)) })
  if (unknown.length > 0) throw new ContributionMistakes(unknown)
  return underKnownName(deps, read.contribution)
}

/** Asks before a donor comes into being, with the names that may have been meant. A name that is none has its mistake already. */
const unknownDonor = async (deps: Deps, typed: string, agreed: string): Promise<Mistake[]> => {
  const name = typed.normalize('NFC').trim()
  const id = donorId(name)
  if (id === '' || donorMistake(name) || id === agreed) return []
  const known = await knownDonors(deps)
  if (known.has(id)) return []
  const near = nearNames(name, known.values()).map((other) => `“${other}”`)
  const none = say`No donor of this name is recorded yet: “${name}”.`
  const mend = say`Mend the name, or say that this donor is new`
  const asked = near.length > 0 ? say`${none} Is it ${near.join(say` or `)}? ${mend}` : say`${none} ${mend}`
  return [{ field: 'new_donor', message: asked }]
}

/** Says to a focal point whose contributions it records. */
const ownDonors = async (deps: Deps, own: readonly string[]): Promise<Said> => {
  const names = await Promise.all(own.map(async (id) => (await knownName(deps, id)) ?? id))
  return say`You record for ${names.join(say` and `)}: enter this name`
}

const forbidden = () =>
  new UserError('forbidden', say`Contributions are recorded by the secretariat and by the focal point of their donor`)
