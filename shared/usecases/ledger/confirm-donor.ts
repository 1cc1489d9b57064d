import type { Actor } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { fingerprint } from '#shared/domain/fingerprint.ts'
import { donorsOf } from '#shared/domain/ledger/access.ts'
import type { Contribution } from '#shared/domain/ledger/contribution.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { confirmationsOf, confirmationWrite, contributionsOfDonor } from '#shared/records/contributions.ts'
import type { Stored } from '#shared/records/record.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'

/** What stands for a donor at one moment: the same contributions in the same versions, the same text. */
export const seenOf = (contributions: readonly Stored<Contribution>[]): string =>
  fingerprint(...contributions.map(({ value, version }) => `${value.id} ${version}`).toSorted())

/**
 * A focal point confirms everything that is recorded for its donor.
 * @throws UserError `forbidden`; `changed` when something changed since the page was shown
 */
export const confirmDonor =
  ({ records, sector }: Deps) =>
  async (command: { donor: string; seen: string }, actor: Actor, now: Instant): Promise<void> => {
    const { donor, seen } = command
    if (!donorsOf(actor.roles, dayAt(now, sector.timeZone)).includes(donor)) {
      throw new UserError('forbidden', say`Only the focal point of a donor confirms what is recorded for it`)
    }
    if (seenOf(await contributionsOfDonor(records, donor)) !== seen) {
      throw new UserError('changed', say`Something changed since you opened the page: look at it again, then confirm`)
    }
    const [latest] = await confirmationsOf(records, donor)
    if (latest?.seen === seen) return
    const by = { actor: `contact/${actor.contact.id}`, name: actor.contact.name }
    await transactOnce(records, [confirmationWrite({ donor, at: now, by, seen })])
  }
