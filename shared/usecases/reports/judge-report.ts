import { type Actor, isSecretariat } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import type { ReportNotice } from '#shared/domain/mail.ts'
import type { TwgReport, Verdict } from '#shared/domain/report.ts'
import { isPossible, reportStateOf } from '#shared/domain/report-life.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { type Said, say } from '#shared/domain/words/say.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { eventWrites } from '#shared/records/events.ts'
import { ConflictError, type Write } from '#shared/records/record-store.ts'
import { readReport, verdictWrites } from '#shared/records/reports.ts'
import type { Deps } from '../deps.ts'
import { mailWrites } from '../mail/request-mail.ts'
import type { ReportKey } from './report-sheet.ts'

/** A version as the secretariat read it. */
export interface JudgeReport extends ReportKey {
  readonly version: number
}
export type Judged = TwgReport & { readonly verdict: Verdict }

export const onlySecretariat = ({ sector }: Deps, actor: Actor, now: Instant): void => {
  if (!isSecretariat(actor.roles, dayAt(now, sector.timeZone)))
    throw new UserError('forbidden', say`Only the secretariat returns and accepts reports, and extends due dates`)
}

/**
 * One verdict on the current version, stored with its event and mails in one transaction. The same verdict once more
 * answers with what is stored.
 * @param besides further writes and the mails' recipients of this verdict
 * @throws UserError `forbidden`, `not-found`, `changed` when the version is not current any more or somebody judged it otherwise
 */
export const judgeReport = async (
  deps: Deps,
  command: JudgeReport,
  judgement: { readonly status: 'returned' | 'accepted'; readonly comment?: string },
  besides: (report: TwgReport) => Promise<{ readonly writes: readonly Write[]; readonly mailTo: readonly string[] }>,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<TwgReport> => {
  onlySecretariat(deps, actor, now)
  const current = await readReport(deps.records, command.round, command.twg)
  if (!current) throw new UserError('not-found', say`Nothing was submitted for this report yet`)
  if (isSaid(current.value, command, judgement)) return current.value
  if (
    current.value.version !== command.version ||
    !isPossible(verbOf(judgement), reportStateOf(current.value, undefined))
  )
    throw changed(current.value)
  const { status, comment } = judgement
  const { id, name } = actor.contact
  const judged: Judged = {
    ...current.value,
    status,
    verdict: { by: { contact: id, name }, at: now, ...(comment === undefined ? {} : { comment }) },
  }
  const { writes, mailTo } = await besides(current.value)
  const cause: Cause = { now, actor: `contact/${id}` }
  try {
    await deps.records.transact([
      ...verdictWrites(judged, current),
      ...writes,
      ...eventWrites(judgedEvent(deps, judged, cause)),
      ...noticeWrites(deps, { notice: status, text: comment ?? '', ...command, by: name }, mailTo, cause),
    ])
    return judged
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
    const meanwhile = await readReport(deps.records, command.round, command.twg)
    if (meanwhile && isSaid(meanwhile.value, command, judgement)) return meanwhile.value
    throw changed(meanwhile?.value ?? current.value)
  }
}

const verbOf = ({ status }: { status: 'returned' | 'accepted' }) => (status === 'returned' ? 'return' : 'accept')

const isSaid = (
  report: TwgReport,
  { version }: JudgeReport,
  { status, comment }: { status: string; comment?: string },
): boolean => report.version === version && report.status === status && report.verdict?.comment === comment

const changed = (report: TwgReport) =>
  new UserError('changed', say`The report changed while you were reading it: ${standing(report)}. Look at it again`)

const standing = ({ version, status, verdict, submittedBy }: TwgReport): Said => {
  if (!verdict) return say`version ${version} was sent by ${submittedBy.name}`
  return status === 'returned'
    ? say`version ${version} was returned by ${verdict.by.name}`
    : say`version ${version} was accepted by ${verdict.by.name}`
}

const judgedEvent = ({ platform }: Deps, { round, twg, version, status }: Judged, cause: Cause) =>
  eventOf(
    {
      id: platform.newId(cause.now),
      type: status === 'returned' ? 'TwgReportReturned' : 'TwgReportAccepted',
      subject: `report/${round}/${twg}`,
      sequence: version,
      data: { round, twg, version },
    },
    cause,
  )

/** One short mail each about what the secretariat did with a report. */
export const noticeWrites = (deps: Deps, notice: ReportNotice, contacts: readonly string[], cause: Cause): Write[] => {
  const subject = `report/${notice.round}/${notice.twg}`
  return [...new Set(contacts)].flatMap((contact) =>
    mailWrites(
      deps,
      {
        contact,
        content: { kind: 'report-notice', ...notice },
        subject,
        version: `${notice.notice} ${notice.version}`,
      },
      cause,
    ),
  )
}
