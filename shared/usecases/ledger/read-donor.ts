import type { Actor } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { donorsOf, mayRecordFor } from '#shared/domain/ledger/access.ts'
import type { OfSource } from '#shared/domain/ledger/analysis/funding.ts'
import type { Confirmation } from '#shared/domain/ledger/change.ts'
import type { Contribution } from '#shared/domain/ledger/contribution.ts'
import { type Movement, standing } from '#shared/domain/ledger/movement.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { confirmationsOf, contributionsOfDonor } from '#shared/records/contributions.ts'
import { movementsOfContribution } from '#shared/records/ledger.ts'
import type { Deps } from '../deps.ts'
import { analyseLedger } from './analyse-ledger.ts'
import { seenOf } from './confirm-donor.ts'
import { onlyReaders } from './read-contribution.ts'

const PAGE = 25

export interface DonorView {
  readonly donor: { readonly id: string; readonly name: string }
  readonly years: readonly (Pick<OfSource, 'year' | 'source'> & { readonly line: OfSource['donors'][number] })[]
  /** One page of them, latest first, each with the movements that stand. */
  readonly contributions: readonly { readonly contribution: Contribution; readonly movements: readonly Movement[] }[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** What a confirmation must repeat. */
  readonly seen: string
  readonly confirmation?: Confirmation
  /** Whether the latest confirmation covers everything as it stands. */
  readonly confirmed: boolean
  readonly mayConfirm: boolean
  readonly mayRecord: boolean
}

/**
 * Everything recorded for a donor: "your money" for its focal point. Of the ledger only the years of its contributions are
 * read, each whole, since the donor's share is one of all that was paid then.
 * @throws UserError `forbidden`, `not-found`
 */
export const readDonor =
  (deps: Deps) =>
  async ({ donor, page }: { donor: string; page: number }, actor: Actor, now: Instant): Promise<DonorView> => {
    const { records, sector } = deps
    onlyReaders(deps, actor, now)
    const today = dayAt(now, sector.timeZone)
    const [all, confirmations] = await Promise.all([
      contributionsOfDonor(records, donor),
      confirmationsOf(records, donor),
    ])
    const known = sector.donorSeat.donors.find(({ id }) => id === donor)
    const name = all[0]?.value.donor.name ?? known?.name
    if (name === undefined) throw new UserError('not-found', say`Nothing is recorded for this donor`)
    const years = await analyseLedger(deps)({ years: new Set(all.flatMap(({ value }) => value.years)) })
    const ordered = all.map(({ value }) => value).toSorted((a, b) => (latest(a) < latest(b) ? 1 : -1))
    const pages = Math.max(1, Math.ceil(ordered.length / PAGE))
    const shown = Math.min(Math.max(1, page), pages)
    const seen = seenOf(all)
    const [confirmation] = confirmations
    return {
      donor: { id: donor, name },
      years: years.flatMap(({ year, sources }) =>
        sources.flatMap(({ source, donors }) => {
          const line = donors.find(({ id }) => id === donor)
          return line ? [{ year, source, line }] : []
        }),
      ),
      contributions: await Promise.all(
        ordered.slice((shown - 1) * PAGE, shown * PAGE).map(async (contribution) => ({
          contribution,
          movements: standing(await movementsOfContribution(records, contribution.id, contribution.years)),
        })),
      ),
      total: ordered.length,
      page: shown,
      pages,
      seen,
      ...(confirmation === undefined ? {} : { confirmation }),
      confirmed: confirmation?.seen === seen,
      mayConfirm: all.length > 0 && donorsOf(actor.roles, today).includes(donor),
      mayRecord: mayRecordFor(actor.roles, donor, today),
    }
  }

const latest = ({ years, recorded, id }: Contribution): string => `${years.at(-1)} ${recorded.at} ${id}`
