import { REPORT_RULES, reportReminders } from '#shared/domain/calendar/reminder.ts'
import { quarterEnd, type Round, roundAfter, roundFor, roundOf } from '#shared/domain/calendar/round.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import type { Actor } from '#shared/domain/contact.ts'
import { dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { readDate } from '#shared/domain/forms/read-date.ts'
import { LONGEST_COMMENT } from '#shared/domain/forms/read-text.ts'
import { isPossible, reportStateOf } from '#shared/domain/report-life.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { type Said, say } from '#shared/domain/words/say.ts'
import { type Cause, eventOf } from '#shared/events/event.ts'
import { readReminder, readRound, reminderWrite, roundWrite } from '#shared/records/calendar.ts'
import { eventWrites } from '#shared/records/events.ts'
import { keys } from '#shared/records/keys.ts'
import type { Stored } from '#shared/records/record.ts'
import { ConflictError, type Write } from '#shared/records/record-store.ts'
import { readReport } from '#shared/records/reports.ts'
import { withRole } from '../calendar/reminder-subjects.ts'
import type { Deps } from '../deps.ts'
import { typedText } from '../typed-text.ts'
import { noticeWrites, onlySecretariat } from './judge-report.ts'
import type { ReportKey } from './report-sheet.ts'

/**
 * Gives one TWG another due date for a round, as long as it has submitted nothing: its due, late from and closed count from it,
 * and its reminders are set anew. A day that was granted is never taken back, only followed by a later one. The round itself closes, and its briefs are compiled, on the round's own days.
 * @throws UserError `forbidden`, `not-found`, `already-submitted`, `due` (field `due`), `invalid` (field `reason`),
 * `changed` when the round or a reminder changed at the same moment
 */
export const grantExtension =
  (deps: Deps) =>
  async (
    { round: id, twg, ...typed }: ReportKey & { due: string; reason: string },
    actor: Actor,
    now: Instant,
  ): Promise<Round> => {
    const { records, sector } = deps
    onlySecretariat(deps, actor, now)
    const [stored, report] = await Promise.all([readRound(records, id), readReport(records, id, twg)])
    if (!stored || !sector.twgs.some((group) => group.id === twg))
      throw new UserError('not-found', say`There is no such report`)
    if (!isPossible('extend', reportStateOf(report?.value, undefined)))
      throw new UserError('already-submitted', say`This report was submitted: there is nothing to extend`)
    const before = stored.value.extensions?.[twg]
    const due = dueDay(typed.due, stored.value, dayAt(now, sector.timeZone), deps)
    if (before && due < before.due) throw new UserError('due', alreadyGranted(before.due), 'due')
    const reason = typedText(typed.reason, {
      field: 'reason',
      longest: LONGEST_COMMENT,
      ask: say`Say why the due date is extended`,
    })
    if (before?.due === due && before.reason === reason) return stored.value
    const extended: Round = {
      ...stored.value,
      extensions: { ...stored.value.extensions, [twg]: { due, reason, by: actor.contact.name, at: now } },
    }
    const writes = [
      roundWrite(extended, stored, sector.timeZone),
      { check: keys.report(id, twg), when: 'absent' as const },
      ...(stored.value.status === 'announced' ? [] : await reminderWrites(deps, extended, twg, now)),
      ...(await announcement(deps, extended, stored, twg, { due, reason, actor, now })),
    ]
    try {
      await records.transact(writes)
      return extended
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error
      const meanwhile = (await readRound(records, id))?.value
      const theirs = meanwhile?.extensions?.[twg]
      if (meanwhile && theirs?.due === due && theirs.reason === reason) return meanwhile
      throw new UserError('changed', say`The round changed while you were writing: look at its dates and try again`)
    }
  }

/** Days that may be given for a report that is still missing when the next one falls due. */
const LATEST_DAYS = 30

/**
 * The day that counts: a working day, from today on, after the round's own due date and before the next report falls due.
 * A report that is still missing then may come within a month: there is always a day to give.
 */
const dueDay = (typed: string, round: Round, today: PlainDate, { sector }: Deps): PlainDate => {
  const read = readDate(typed)
  if ('mistake' in read) throw new UserError('due', read.mistake, 'due')
  const { due } = roundOf(round.id, sector, read.day)
  const [ofNext, ofMonth] = [quarterEnd(roundAfter(round.id)), addDays(today, LATEST_DAYS)]
  const earliest = round.due < today ? say`from ${dayInWords(today)} on` : say`after ${dayInWords(round.due)}`
  if (due <= round.due || due < today) throw new UserError('due', say`Enter a day ${earliest}`, 'due')
  if (read.day > ofNext && read.day > ofMonth) {
    const latest = ofNext > ofMonth ? say`${dayInWords(ofNext)}: the next report is due after it` : dayInWords(ofMonth)
    throw new UserError('due', say`Enter a day up to ${latest}`, 'due')
  }
  return due
}

/** Chair and alternate plan by the day that they were told. */
const alreadyGranted = (due: PlainDate): Said =>
  say`${dayInWords(due)} is already granted, and chair and alternate were told so: enter that day or a later one`

/** Reminders that count from the new day are open again; those that were to come and have no place before it any more are cancelled. */
const reminderWrites = async ({ records, sector }: Deps, round: Round, twg: string, now: Instant): Promise<Write[]> => {
  const planned = reportReminders(roundFor(round, twg, sector), twg, now, sector)
  const writes = await Promise.all(
    Object.keys(REPORT_RULES).map(async (rule): Promise<Write[]> => {
      const stored = await readReminder(records, `report/${round.id}/${twg}`, rule)
      const next = planned.find((reminder) => reminder.rule === rule)
      if (next) return [reminderWrite(next, stored)]
      return stored?.value.status === 'open' ? [reminderWrite({ ...stored.value, status: 'cancelled' }, stored)] : []
    }),
  )
  return writes.flat()
}

/** The event, and a mail to chair and alternate. */
const announcement = async (
  deps: Deps,
  extended: Round,
  { version }: Stored<Round>,
  twg: string,
  { due, reason, actor, now }: { due: PlainDate; reason: string; actor: Actor; now: Instant },
): Promise<Write[]> => {
  const { platform, sector } = deps
  const { id: round } = extended
  const { closed } = roundFor(extended, twg, sector)
  const cause: Cause = { now, actor: `contact/${actor.contact.id}` }
  const event = {
    id: platform.newId(now),
    type: 'TwgReportExtended' as const,
    subject: `round/${round}`,
    sequence: version + 1,
    data: { round, twg, due },
  }
  const by = actor.contact.name
  const readers = await withRole(deps, twg, ['chair', 'alternate'], dayAt(now, sector.timeZone))
  return [
    ...eventWrites(eventOf(event, cause)),
    ...noticeWrites(deps, { notice: 'extended', round, twg, version, text: reason, by, due, closed }, readers, cause),
  ]
}
