import { type Actor, holdsOn } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { readLateReason } from '#shared/domain/forms/answers.ts'
import { uncommented } from '#shared/domain/forms/read-draft.ts'
import { nextVersion, type ReportContent, type TwgReport } from '#shared/domain/report.ts'
import { changesBetween } from '#shared/domain/report-changes.ts'
import { isPossible, reportStateOf } from '#shared/domain/report-life.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { eventWrites } from '#shared/records/events.ts'
import { keys } from '#shared/records/keys.ts'
import { ConflictError, type Write } from '#shared/records/record-store.ts'
import { reportWrites } from '#shared/records/reports.ts'
import { followUpWrites } from '../action-points/action-point-writes.ts'
import { withRole } from '../calendar/reminder-subjects.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'
import { type LoadedSheet, loadSheet, type ReportKey, type ReportSheet } from './report-sheet.ts'

export interface SubmitTwgReport extends ReportKey {
  /** The draft as its author saw it on the check page. */
  readonly draftVersion: number
  /** Asked for after the due date. */
  readonly lateReason: string
}

/**
 * Stores a report, its event, its receipts and what it says of action points in one transaction.
 * @throws UserError `draft-changed`, `incomplete` (problems or uncommented warnings), `unchanged` (an amendment of nothing), `late-reason` (field `lateReason`),
 * `round-announced`, `round-closed` after the grace period (never for what was returned or is amended), `already-submitted`
 */
export const submitTwgReport =
  (deps: Deps) =>
  async (command: SubmitTwgReport, actor: Actor, now: Instant): Promise<TwgReport> => {
    const { records, sector } = deps
    const day = dayAt(now, sector.timeZone)
    const [loaded, readers] = await Promise.all([
      loadSheet(deps, command, actor, now),
      withRole(deps, command.twg, ['chair', 'alternate'], day),
    ])
    const report = reportFrom(loaded, command, actor, now, day)
    const cause: Cause = { now, actor: `contact/${actor.contact.id}` }
    try {
      await records.transact([
        ...reportWrites(report, loaded.current),
        { remove: keys.draft(command.round, command.twg), when: { version: command.draftVersion } },
        ...eventWrites(submitted(deps, report, !loaded.sheet.late, cause)),
        ...followUpWrites(deps, loaded.sheet.actionPoints, report.content.actions ?? [], actor.contact.name, cause),
        ...receipts(deps, report, [...new Set([actor.contact.id, ...readers])], cause),
      ])
    } catch (error) {
      throw error instanceof ConflictError ? draftChanged() : error
    }
    return report
  }

const draftChanged = () =>
  new UserError('draft-changed', say`The report changed while you were checking it: look at it again, then submit`)

const reportFrom = (
  { sheet, current, read }: LoadedSheet,
  { round, twg, draftVersion, lateReason }: SubmitTwgReport,
  { contact, roles }: Actor,
  now: Instant,
  day: string,
): TwgReport => {
  const state = reportStateOf(current?.value, sheet.draft)
  if (!isPossible('submit', state)) throw new UserError('already-submitted', say`This report was submitted already`)
  if (sheet.phase === 'announced')
    throw new UserError(
      'round-announced',
      say`Reports for ${round} can be submitted from ${dayInWords(sheet.dates.opens)}`,
    )
  if (sheet.phase === 'closed' && state === 'draft') {
    throw new UserError(
      'round-closed',
      say`${round} has been closed since ${dayInWords(sheet.dates.closed)}: ask the secretariat for an extension`,
    )
  }
  if (sheet.draftVersion !== draftVersion) throw draftChanged()
  if (!sheet.draft || !read?.content) throw new UserError('incomplete', say`Mend the problems listed before you submit`)
  if (uncommented(read.problems, sheet.draft).length > 0)
    throw new UserError('incomplete', say`Comment on each warning before you submit`)
  if (amendsNothing(sheet, read.content, current?.value))
    throw new UserError(
      'unchanged',
      say`Nothing differs from the accepted version: change what is to be amended, or discard the amendment`,
    )
  const late = sheet.late ? readLateReason(lateReason.trim() || (current?.value.lateReason ?? '')) : undefined
  if (late && 'mistake' in late) throw new UserError('late-reason', late.mistake, 'lateReason')
  return {
    round,
    twg,
    version: nextVersion(current?.value),
    status: 'submitted',
    firstSubmittedAt: current?.value.firstSubmittedAt ?? now,
    submittedAt: now,
    submittedBy: {
      contact: contact.id,
      name: contact.name,
      onBehalf: !roles.some((role) => role.group === twg && holdsOn(role, day)),
    },
    ...(late ? { lateReason: late.text } : {}),
    ...(sheet.draft.amendment ? { amendment: sheet.draft.amendment } : {}),
    content: read.content,
  }
}

const amendsNothing = ({ form }: ReportSheet, content: ReportContent, current: TwgReport | undefined): boolean =>
  current?.status === 'accepted' && changesBetween(form, current.content, content).length === 0

/** What replaces an accepted version is announced as an amendment. */
const submitted = (
  { platform }: Deps,
  { round, twg, version, amendment, content }: TwgReport,
  onTime: boolean,
  cause: Cause,
) => {
  const facts = { id: platform.newId(cause.now), subject: `report/${round}/${twg}`, sequence: version }
  const report = { round, twg, version }
  return amendment
    ? eventOf({ ...facts, type: 'TwgReportAmended', data: report }, cause)
    : eventOf(
        { ...facts, type: 'TwgReportSubmitted', data: { ...report, nil: content.nil !== undefined, onTime } },
        cause,
      )
}

/** Every submission is shown by mail to its author, the chair and the alternate: a report sent in somebody's name does not stay unseen. */
const receipts = (deps: Deps, { round, twg, version }: TwgReport, contacts: readonly string[], cause: Cause): Write[] =>
  contacts.flatMap((contact) =>
    mailWrites(
      deps,
      { contact, content: { kind: 'receipt', round, twg, version }, subject: `report/${round}/${twg}`, version },
      cause,
    ),
  )
