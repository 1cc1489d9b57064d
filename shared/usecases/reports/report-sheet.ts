import { type Round, roundAfter } from '#shared/domain/calendar/round.ts'
import { type Actor, mayReport } from '#shared/domain/contact.ts'
import { dayAt, type Instant, type PlainDate } from '#shared/domain/dates.ts'
import type { Form } from '#shared/domain/forms/form.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import type { Problem } from '#shared/domain/forms/problem.ts'
import { type ReadDraft, readDraft } from '#shared/domain/forms/read-draft.ts'
import type { Draft, TwgReport } from '#shared/domain/report.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { readRound } from '#shared/records/calendar.ts'
import type { Stored } from '#shared/records/record.ts'
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

/** Everything a report's pages show. `draftVersion` is 0 before the first save. */
export interface ReportSheet extends ReportKey {
  readonly twgName: string
  readonly dates: Round
  readonly phase: Phase
  readonly form: Form
  readonly draft: Draft | undefined
  readonly draftVersion: number
  readonly current: TwgReport | undefined
  /** The report of the quarter before, for last quarter's values. */
  readonly previous: TwgReport | undefined
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
  if (!group || !form || !/^\d{4}-Q[1-4]$/.test(round)) throw new UserError('not-found', 'There is no such report')
  const today = dayAt(now, sector.timeZone)
  if (!mayReport(actor.roles, twg, today))
    throw new UserError('forbidden', `Only the chair and the alternate of ${group.name} report for it`)
  const [dates, draft, current, ...earlier] = await Promise.all([
    readRound(records, round),
    readDraftItem(records, round, twg),
    readReport(records, round, twg),
    ...Array.from({ length: QUARTERS_COMPARED }, (_, n) => readReport(records, roundAfter(round, -n - 1), twg)),
  ])
  if (!dates) throw new UserError('not-found', 'There is no such report: the round has not been announced')
  const past = earlier.map((report) => report?.value)
  const read = draft && readDraft(form, draft.value, { round: dates.value, sector, earlier: past })
  return {
    draft,
    current,
    read,
    earlier: past,
    sheet: {
      round,
      twg,
      twgName: group.name,
      dates: dates.value,
      phase: phaseOf(dates.value, today),
      form,
      draft: draft?.value,
      draftVersion: draft?.version ?? 0,
      current: current?.value,
      previous: past[0],
      earlier: past,
      problems: read?.problems ?? [],
    },
  }
}

export const readReportSheet =
  (deps: Deps) =>
  async (key: ReportKey, actor: Actor, now: Instant): Promise<ReportSheet> =>
    (await loadSheet(deps, key, actor, now)).sheet
