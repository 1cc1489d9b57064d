import { type ActionPoint, MOST_FOLLOWED_UP } from '#shared/domain/action-point.ts'
import { type Round, roundAfter, roundFor } from '#shared/domain/calendar/round.ts'
import { type Actor, mayReport } from '#shared/domain/contact.ts'
import { dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import type { Form } from '#shared/domain/forms/form.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import type { Problem } from '#shared/domain/forms/problem.ts'
import { type ReadDraft, readDraft } from '#shared/domain/forms/read-draft.ts'
import { type Draft, isBlank, type TwgReport } from '#shared/domain/report.ts'
import { countsAsLate } from '#shared/domain/report-life.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { openActionPoints, readActionPoint } from '#shared/records/action-points.ts'
import { readRound } from '#shared/records/calendar.ts'
import type { Stored } from '#shared/records/record.ts'
import type { RecordStore } from '#shared/records/record-store.ts'
import { readDraftItem, readReport } from '#shared/records/reports.ts'
import type { Deps } from '../deps.ts'

export interface ReportKey {
  readonly round: string
  readonly twg: string
}

/** Where a round stands for a chair today. */
export type Phase = 'announced' | 'open' | 'late' | 'closed'

/** By the round's dates, not by whether the hourly sweep has come by. */
export const phaseOf = ({ opens, due, closed }: Round, today: PlainDate): Phase => {
  if (today < opens) return 'announced'
  if (today <= due) return 'open'
  return today < closed ? 'late' : 'closed'
}

/** Everything a report's pages show. `draftVersion` is 0 before the first save, and goes on where a draft was discarded. */
export interface ReportSheet extends ReportKey {
  readonly twgName: string
  /** As they count for this TWG: with its extension. */
  readonly dates: Round
  readonly phase: Phase
  /** Submitted now it would count as late. */
  readonly late: boolean
  readonly form: Form
  readonly draft: Draft | undefined
  readonly draftVersion: number
  readonly current: TwgReport | undefined
  /** The report of the quarter before, for last quarter's values. */
  readonly previous: TwgReport | undefined
  /** The TWG's action points to follow up: open ones, and those that the report before this draft closed. */
  readonly actionPoints: readonly ActionPoint[]
  /** The reports of the four quarters before, newest first; the year to date is derived from them. */
  readonly earlier: readonly (TwgReport | undefined)[]
  /** What blocks and what warns, for the draft as it stands; empty before the first save. */
  readonly problems: readonly Problem[]
}

/** The sheet with what a writer needs besides: versions to condition on, and the content as far as it can be read. */
export interface LoadedSheet {
  readonly sheet: ReportSheet
  readonly draft: Stored<Draft> | undefined
  readonly current: Stored<TwgReport> | undefined
  readonly read: ReadDraft | undefined
  readonly earlier: readonly (TwgReport | undefined)[]
}

const QUARTERS_COMPARED = 4

/**
 * One round trip: round, draft, report and the four before, side by side.
 * @throws UserError `not-found` for an unknown round or TWG, `forbidden` for another TWG's report
 */
export const loadSheet = async (
  { records, sector }: Deps,
  { round, twg }: ReportKey,
  actor: Actor,
  now: Instant,
): Promise<LoadedSheet> => {
  const group = sector.twgs.find(({ id }) => id === twg)
  const form = formOf(twg)
  if (!group || !form || !/^\d{4}-Q[1-4]$/.test(round)) throw new UserError('not-found', say`There is no such report`)
  const today = dayAt(now, sector.timeZone)
  if (!mayReport(actor.roles, twg, today))
    throw new UserError('forbidden', say`Only the chair and the alternate of ${group.name} report for it`)
  const [open, dates, draft, current, ...earlier] = await Promise.all([
    openActionPoints(records, twg),
    readRound(records, round),
    readDraftItem(records, round, twg),
    readReport(records, round, twg),
    ...Array.from({ length: QUARTERS_COMPARED }, (_, n) => readReport(records, roundAfter(round, -n - 1), twg)),
  ])
  if (!dates) throw new UserError('not-found', say`There is no such report: the round has not been announced`)
  const past = earlier.map((report) => report?.value)
  const own = roundFor(dates.value, twg, sector)
  const actionPoints = await followedUp(records, open, current?.value)
  const written = draft && !isBlank(draft.value) ? draft.value : undefined
  const read = written && readDraft(form, written, { round: own, sector, earlier: past, actionPoints })
  return {
    draft,
    current,
    read,
    earlier: past,
    sheet: {
      round,
      twg,
      twgName: group.name,
      dates: own,
      phase: phaseOf(own, today),
      late: countsAsLate(current?.value, own, now, sector.timeZone),
      form,
      draft: written,
      draftVersion: draft?.version ?? 0,
      current: current?.value,
      previous: past[0],
      actionPoints,
      earlier: past,
      problems: read?.problems ?? [],
    },
  }
}

/** A version that is written anew still answers for the points that the one before it closed. */
const followedUp = async (
  records: RecordStore,
  open: readonly ActionPoint[],
  current: TwgReport | undefined,
): Promise<ActionPoint[]> => {
  const closedByIt = (current?.content.actions ?? []).filter(({ id }) => !open.some((point) => point.id === id))
  const closed = await Promise.all(closedByIt.map(({ id }) => readActionPoint(records, id)))
  return [...open, ...closed.filter((point) => point !== undefined)].slice(0, MOST_FOLLOWED_UP)
}

export const readReportSheet =
  (deps: Deps) =>
  async (key: ReportKey, actor: Actor, now: Instant): Promise<ReportSheet> =>
    (await loadSheet(deps, key, actor, now)).sheet
