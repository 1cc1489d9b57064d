import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { LONGEST_COMMENT } from '#shared/domain/forms/read-text.ts'
import { blankDraft, type DiscardedDraft } from '#shared/domain/report.ts'
import { isPossible, reportStateOf } from '#shared/domain/report-life.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { ConflictError } from '#shared/records/record-store.ts'
import { discardedDraftWrite, draftWrite, readDiscardedDrafts } from '#shared/records/reports.ts'
import type { Deps } from '../deps.ts'
import { typedText } from '../typed-text.ts'
import { loadSheet, type ReportKey, type ReportSheet } from './report-sheet.ts'

/**
 * Gives up a draft begun by mistake: an accepted version stands again as it did, a first report is begun anew. Who did it,
 * when and why is kept beside the versions. The same wish once more finds it fulfilled.
 * @throws UserError `forbidden`, `not-found`, `invalid` (field `reason`),
 * `changed` when somebody saved, submitted or discarded the draft since `draftVersion` was read
 */
export const discardDraft =
  (deps: Deps) =>
  async (
    { draftVersion, reason: typed, ...key }: ReportKey & { draftVersion: number; reason: string },
    actor: Actor,
    now: Instant,
  ): Promise<void> => {
    const { records } = deps
    const { sheet, draft } = await loadSheet(deps, key, actor, now)
    const reason = typedText(typed, {
      field: 'reason',
      longest: LONGEST_COMMENT,
      ask: say`Say why the draft is discarded`,
    })
    const { id: contact, name } = actor.contact
    const amendment = sheet.draft?.amendment
    const discarded: DiscardedDraft = {
      by: { contact, name },
      at: now,
      reason,
      draftVersion,
      ...(amendment ? { amendment } : {}),
    }
    if (isDiscardable(sheet) && sheet.draftVersion === draftVersion) {
      try {
        await records.transact([
          draftWrite(key.round, key.twg, blankDraft(now, name), draft),
          discardedDraftWrite(key.round, key.twg, discarded),
        ])
        return
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error
      }
    }
    const earlier = await readDiscardedDrafts(records, key.round, key.twg)
    if (earlier.some((one) => isSaid(one, discarded))) return
    throw changed((await loadSheet(deps, key, actor, now)).sheet)
  }

const isDiscardable = ({ current, draft }: ReportSheet): boolean =>
  draft !== undefined && isPossible('discard', reportStateOf(current, draft))

const isSaid = (before: DiscardedDraft, { by, reason, draftVersion }: DiscardedDraft): boolean =>
  before.by.contact === by.contact && before.reason === reason && before.draftVersion === draftVersion

const changed = (sheet: ReportSheet) =>
  new UserError(
    'changed',
    isDiscardable(sheet)
      ? say`${sheet.draft?.savedBy ?? ''} saved the draft after this page was shown: look at it as it stands now before you discard it`
      : say`There is no such draft any more: it was submitted or discarded meanwhile. Go back to the report`,
  )
