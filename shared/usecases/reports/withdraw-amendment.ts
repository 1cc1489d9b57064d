import type { Actor } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { LONGEST_COMMENT } from '#shared/domain/forms/read-text.ts'
import { blankDraft, type TwgReport, type Withdrawal } from '#shared/domain/report.ts'
import { isPossible, reportStateOf } from '#shared/domain/report-life.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { eventWrites } from '#shared/records/events.ts'
import { ConflictError, type Write } from '#shared/records/record-store.ts'
import { draftWrite, readReportVersions, withdrawalWrites } from '#shared/records/reports.ts'
import { withRole } from '../calendar/reminder-subjects.ts'
import type { Deps } from '../deps.ts'
import { typedText } from '../typed-text.ts'
import { noticeWrites } from './judge-report.ts'
import { loadSheet, type ReportKey, type ReportSheet } from './report-sheet.ts'

export interface WithdrawAmendment extends ReportKey {
  /** The returned version, and its draft, as they were read. */
  readonly version: number
  readonly draftVersion: number
  readonly reason: string
}

/**
 * Gives up an amendment that the secretariat returned: the accepted version before it is the report again, with its event
 * in one transaction, and what was typed to mend it is gone. The same wish once more finds it fulfilled.
 * @throws UserError `forbidden`, `not-found`, `invalid` (field `reason`),
 * `changed` when the version was submitted again, or somebody saved its draft since it was read
 */
export const withdrawAmendment =
  (deps: Deps) =>
  async (command: WithdrawAmendment, actor: Actor, now: Instant): Promise<void> => {
    const { records } = deps
    const { round, twg, version, draftVersion } = command
    const { sheet, current, draft } = await loadSheet(deps, command, actor, now)
    const reason = typedText(command.reason, {
      field: 'reason',
      longest: LONGEST_COMMENT,
      ask: say`Say why the amendment is withdrawn`,
    })
    const { id: contact, name } = actor.contact
    if (isSaid(sheet.current, version, reason, contact)) return
    if (!current || !isWithdrawable(sheet, version) || sheet.draftVersion !== draftVersion)
      throw changed(sheet, version)
    const accepted = (await readReportVersions(records, round, twg)).find(({ status }) => status === 'accepted')
    if (!accepted) throw new Error(`Version ${version} of ${round}/${twg} amends a report that was never accepted`)
    const withdrawal: Withdrawal = { version, stands: accepted.version, by: { contact, name }, at: now, reason }
    try {
      await records.transact([
        ...withdrawalWrites({ ...accepted, withdrawal }, current),
        draftWrite(round, twg, blankDraft(now, name), draft),
        ...(await announcement(deps, current.value, withdrawal, now)),
      ])
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error
      const { sheet: meanwhile } = await loadSheet(deps, command, actor, now)
      if (!isSaid(meanwhile.current, version, reason, contact)) throw changed(meanwhile, version)
    }
  }

const isWithdrawable = ({ current, draft }: ReportSheet, version: number): boolean =>
  current?.version === version && isPossible('withdraw', reportStateOf(current, draft))

const isSaid = (current: TwgReport | undefined, version: number, reason: string, contact: string): boolean => {
  const said = current?.withdrawal
  return said?.version === version && said.reason === reason && said.by.contact === contact
}

/** The event, and a mail to chair, alternate and whoever returned it: all but the one who withdraws. */
const announcement = async (
  deps: Deps,
  { round, twg, version, verdict }: TwgReport,
  { stands, by, reason }: Withdrawal,
  now: Instant,
): Promise<Write[]> => {
  const cause: Cause = { now, actor: `contact/${by.contact}` }
  const event = {
    id: deps.platform.newId(now),
    type: 'TwgReportAmendmentWithdrawn' as const,
    subject: `report/${round}/${twg}`,
    sequence: version,
    data: { round, twg, version, stands },
  }
  const ofTwg = await withRole(deps, twg, ['chair', 'alternate'], dayAt(now, deps.sector.timeZone))
  const readers = [...ofTwg, ...(verdict ? [verdict.by.contact] : [])].filter((contact) => contact !== by.contact)
  return [
    ...eventWrites(eventOf(event, cause)),
    ...noticeWrites(deps, { notice: 'withdrawn', round, twg, version, text: reason, by: by.name }, readers, cause),
  ]
}

const changed = (sheet: ReportSheet, version: number) =>
  new UserError(
    'changed',
    isWithdrawable(sheet, version)
      ? say`${sheet.draft?.savedBy ?? ''} saved the draft after this page was shown: look at it as it stands now before you withdraw the amendment`
      : say`No such version waits to be mended any more: it was submitted again or withdrawn meanwhile. Go back to the report`,
  )
