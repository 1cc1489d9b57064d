import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { LONGEST_COMMENT } from '#shared/domain/forms/read-text.ts'
import { draftFrom } from '#shared/domain/forms/type-out.ts'
import type { Draft } from '#shared/domain/report.ts'
import { isPossible, reportStateOf } from '#shared/domain/report-life.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { keys } from '#shared/records/keys.ts'
import { ConflictError } from '#shared/records/record-store.ts'
import { draftWrite } from '#shared/records/reports.ts'
import type { Deps } from '../deps.ts'
import { typedText } from '../typed-text.ts'
import { loadSheet, type ReportKey } from './report-sheet.ts'

/**
 * Opens the accepted version as a draft, with its values as they would be typed. It stays the current one until the draft
 * is submitted, which announces the amendment. The same wish once more finds the draft open.
 * @throws UserError `forbidden`, `not-found`, `invalid` (field `reason`),
 * `changed` when the version is not the accepted one any more or somebody else has begun to amend it
 */
export const amendTwgReport =
  (deps: Deps) =>
  async (
    { version, reason: typed, ...key }: ReportKey & { version: number; reason: string },
    actor: Actor,
    now: Instant,
  ): Promise<void> => {
    const { sheet, current, draft } = await loadSheet(deps, key, actor, now)
    const reason = typedText(typed, {
      field: 'reason',
      longest: LONGEST_COMMENT,
      ask: say`Say why the accepted report is amended`,
    })
    if (isBegun(sheet.draft, reason, actor)) return
    if (
      !current ||
      current.value.version !== version ||
      !isPossible('amend', reportStateOf(current.value, sheet.draft))
    )
      throw changed(sheet.draft)
    const amended = {
      ...draftFrom(sheet.form, current.value),
      amendment: { reason, by: actor.contact.name, at: now },
    }
    try {
      await deps.records.transact([
        draftWrite(key.round, key.twg, amended, draft),
        { check: keys.report(key.round, key.twg), when: { version: current.version } },
      ])
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error
      const { sheet: meanwhile } = await loadSheet(deps, key, actor, now)
      if (!isBegun(meanwhile.draft, reason, actor)) throw changed(meanwhile.draft)
    }
  }

const isBegun = (draft: Draft | undefined, reason: string, { contact }: Actor): boolean =>
  draft?.amendment?.reason === reason && draft.amendment.by === contact.name

const changed = (draft: Draft | undefined) =>
  new UserError(
    'changed',
    draft?.amendment
      ? say`${draft.amendment.by} has begun to amend this report: go on with that draft`
      : say`The report changed while you were reading it: only the accepted version can be amended. Look at it again`,
  )
