import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import { answeredBy, readDraft } from '#shared/domain/forms/read-draft.ts'
import { blankDraft, type Draft, type Typed } from '#shared/domain/report.ts'
import { isPossible, reportStateOf } from '#shared/domain/report-life.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { type Said, say } from '#shared/domain/words/say.ts'
import { packedBytes } from '#shared/records/record.ts'
import { ConflictError } from '#shared/records/record-store.ts'
import { draftWrite } from '#shared/records/reports.ts'
import type { Deps } from '../deps.ts'
import { loadSheet, type ReportKey, type ReportSheet } from './report-sheet.ts'

/** One saved part of a draft. A row's index is its place, or `new`. */
export type DraftPart =
  | { readonly section: 'header' | 'narrative' | 'actions'; readonly values: Typed }
  /** `written`: keys of the comments that were written to their warnings as they read now. @default all */
  | { readonly section: 'comments'; readonly values: Typed; readonly written?: readonly string[] }
  /** A nil return with its reason, or back to a full report with `values` undefined. */
  | { readonly section: 'nil'; readonly values: Typed | undefined }
  | { readonly section: 'row'; readonly index: number | 'new'; readonly values: Typed }
  | { readonly section: 'row-removal'; readonly index: number }
  /** The whole table at once: pasted, uploaded or copied from last quarter. */
  | { readonly section: 'rows'; readonly values: readonly Typed[] }

/** Rows a draft may hold: every province with every operator, twice over. */
const MOST_ROWS = 300
/** Keeps the draft, and the report with the sentences of its warnings, within one item of the table (400 KB), compressed. */
const LARGEST_PACKED_BYTES = 300_000
/** What a page can show: a function hands back 6 MB, and Lao text has three bytes a character. */
const LARGEST_DRAFT_BYTES = 2_000_000

/**
 * Saves one part as it was typed, valid or not.
 * @throws UserError `draft-changed` when someone saved after `expectedVersion` (nothing is overwritten), `already-submitted`, `too-large`
 */
export const saveDraftPart =
  (deps: Deps) =>
  async (
    command: ReportKey & { part: DraftPart; expectedVersion: number },
    actor: Actor,
    now: Instant,
  ): Promise<ReportSheet> => {
    const { records, sector } = deps
    const { sheet, draft, earlier } = await loadSheet(deps, command, actor, now)
    if (!isPossible('save', reportStateOf(sheet.current, sheet.draft))) {
      throw new UserError(
        'already-submitted',
        sheet.current?.status === 'accepted'
          ? say`This report is accepted, and no amendment of it is open any more: begin one to change it`
          : say`This report was submitted: the secretariat can return it to you`,
      )
    }
    if (sheet.draftVersion !== command.expectedVersion) throw changed()
    const { name } = actor.contact
    const before = draft?.value ?? blankDraft(now, name)
    const saved: Draft = {
      ...withPart(before, command.part),
      ...(command.part.section === 'comments'
        ? { answered: answeredBy(sheet.problems, command.part.values, before.answered, command.part.written) }
        : {}),
      savedAt: now,
      savedBy: name,
    }
    const tooLarge = tooLargeIn(saved)
    if (tooLarge !== undefined) throw new UserError('too-large', tooLarge)
    try {
      await records.transact([draftWrite(command.round, command.twg, saved, draft)])
    } catch (error) {
      throw error instanceof ConflictError ? changed() : error
    }
    const { actionPoints } = sheet
    const { problems } = readDraft(sheet.form, saved, { round: sheet.dates, sector, earlier, actionPoints })
    return { ...sheet, draft: saved, draftVersion: sheet.draftVersion + 1, problems }
  }

/** What is too large in a draft, and what to do; undefined where it can be kept. */
const tooLargeIn = (draft: Draft): Said | undefined => {
  if (draft.rows.length > MOST_ROWS) return say`This report has ${draft.rows.length} rows: keep at most ${MOST_ROWS}`
  const bytes = bytesOf(draft)
  // nearly every draft fits as it is: only what does not is compressed to see
  if (bytes <= LARGEST_PACKED_BYTES) return undefined
  if (bytes <= LARGEST_DRAFT_BYTES && packedBytes(draft) <= LARGEST_PACKED_BYTES) return undefined
  return bytesOf(draft.comments) > bytesOf(draft.rows)
    ? say`The ${Object.keys(draft.comments).length} comments on warnings are too long to be kept together: shorten the longest, or give a reason once and refer to it`
    : say`The texts in the ${draft.rows.length} rows are too long to be kept together: shorten the notes, and the reasons after n/a`
}

const bytesOf = (part: object): number => Buffer.byteLength(JSON.stringify(part))

const changed = () => new UserError('draft-changed', say`Someone else saved this report meanwhile`)

const withPart = (draft: Draft, part: DraftPart): Draft => {
  switch (part.section) {
    case 'nil': {
      const { nil: _, ...rest } = draft
      return part.values === undefined ? rest : { ...rest, nil: part.values }
    }
    case 'row':
      if (part.index === 'new') return { ...draft, rows: [...draft.rows, part.values] }
      if (!(part.index in draft.rows)) throw changed()
      return { ...draft, rows: draft.rows.with(part.index, part.values) }
    case 'rows':
      return { ...draft, rows: [...part.values] }
    case 'row-removal':
      return { ...draft, rows: draft.rows.toSpliced(part.index, 1) }
    default:
      return { ...draft, [part.section]: part.values }
  }
}
