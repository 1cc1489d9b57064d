import type { Actor } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { mayRecordFor } from '#shared/domain/ledger/access.ts'
import { differenceOf, pairOf } from '#shared/domain/ledger/analysis/reconcile.ts'
import { FundingSource } from '#shared/domain/ledger/contribution.ts'
import { isKnownAt, type Movement } from '#shared/domain/ledger/movement.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { eventOf } from '#shared/events/event.ts'
import { eventWrites } from '#shared/records/events.ts'
import { explanationWrites, readExplanation } from '#shared/records/explanations.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { typedText } from '../typed-text.ts'
import { analyseLedger } from './analyse-ledger.ts'
import { knownName } from './known-donors.ts'

export interface ExplainDifference {
  readonly year: number
  readonly sources: readonly [string, string]
  readonly donor: string
  readonly text: string
  /** When the page was read that it was typed into: nothing said since is overwritten. */
  readonly seen: string
}

const LONGEST_TEXT = 500

/**
 * Records why two sources differ on a donor's year, with its event: drafts of briefs say so; an empty text takes the explanation back.
 * It stands for the difference that was on the page; said again, it stands for what the difference is by then.
 * What was said before stays on record.
 * @throws UserError `forbidden`; `invalid` where it names no two sources or no donor, or is too long; `changed` when someone was faster
 */
export const explainDifference =
  ({ records, sector, platform }: Deps) =>
  async ({ year, sources, donor, text: typed, seen }: ExplainDifference, actor: Actor, now: Instant): Promise<void> => {
    if (!mayRecordFor(actor.roles, donor, dayAt(now, sector.timeZone))) {
      throw new UserError(
        'forbidden',
        say`Differences are explained by the secretariat and by the focal point of the donor`,
      )
    }
    const [first, second] = sources.map((source) => FundingSource.safeParse(source).data)
    if (!first || !second || first === second) throw new UserError('invalid', say`Name two sources`)
    if ((await knownName({ records, sector }, donor)) === undefined)
      throw new UserError('invalid', say`Choose a donor of the ledger`, 'donor')
    const about = { year, sources: pairOf(first, second), donor }
    const text = typedText(typed, { field: 'text', longest: LONGEST_TEXT })
    const stored = await readExplanation(records, about)
    const difference = text === '' ? undefined : await differenceAt({ records }, about, seen || now)
    if ((stored?.value.text ?? '') === text && stored?.value.difference === difference) return
    if (stored && stored.value.at > seen) throw changed()
    const by = { actor: `contact/${actor.contact.id}`, name: actor.contact.name }
    const explained = eventOf(
      {
        id: platform.newId(now),
        type: 'DifferenceExplained',
        subject: `explanation/${about.year}/${about.sources}/${about.donor}`,
        sequence: (stored?.version ?? 0) + 1,
        data: about,
      },
      { now, actor: by.actor },
    )
    const writes = [
      ...explanationWrites(
        { ...about, text, ...(difference === undefined ? {} : { difference }), at: now, by },
        stored,
      ),
      ...eventWrites(explained),
    ]
    if (await transactOnce(records, writes)) return
    // Pressed twice it is there by now; otherwise somebody else was first, and their words are to be read.
    if ((await readExplanation(records, about))?.value.text !== text) throw changed()
  }

const differenceAt = async (
  deps: Pick<Deps, 'records'>,
  about: { readonly year: number; readonly sources: string; readonly donor: string },
  moment: Instant,
): Promise<number | undefined> => {
  const only = (movement: Movement) => isKnownAt(movement, { asOf: moment, correctedUntil: moment })
  const [told] = await analyseLedger(deps)({ years: [about.year], only })
  return differenceOf(told?.reconciliations ?? [], about)
}

const changed = () =>
  new UserError('changed', say`Somebody explained this difference meanwhile: read it above, then say yours`, 'text')
