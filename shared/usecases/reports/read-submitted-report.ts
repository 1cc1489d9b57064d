import type { Actor } from '#shared/domain/contact.ts'
import { mayReport } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import type { DiscardedDraft, TwgReport } from '#shared/domain/report.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { readDiscardedDrafts, readReportVersion, readReportVersions } from '#shared/records/reports.ts'
import type { Sector } from '#shared/sector/schema.ts'
import type { Deps } from '../deps.ts'
import type { ReportKey } from './report-sheet.ts'

/** One version as it was submitted. @throws UserError `not-found`, `forbidden` */
export const readSubmittedReport =
  ({ records, sector }: Deps) =>
  async ({ round, twg, version }: ReportKey & { version: number }, actor: Actor, now: Instant): Promise<TwgReport> => {
    onlyReaders(sector, twg, actor, now)
    const report = await readReportVersion(records, round, twg, version)
    if (!report) throw new UserError('not-found', say`There is no such version of this report`)
    return report
  }

/** What became of a report so far. */
export interface ReportHistory {
  /** As submitted, each with its verdict, newest first. */
  readonly versions: readonly TwgReport[]
  /** Drafts that somebody gave up, the latest first. */
  readonly discarded: readonly DiscardedDraft[]
}

/** Every version and every draft that was given up. @throws UserError `forbidden` */
export const readReportHistory =
  ({ records, sector }: Deps) =>
  async ({ round, twg }: ReportKey, actor: Actor, now: Instant): Promise<ReportHistory> => {
    onlyReaders(sector, twg, actor, now)
    const [versions, discarded] = await Promise.all([
      readReportVersions(records, round, twg),
      readDiscardedDrafts(records, round, twg),
    ])
    return { versions, discarded }
  }

const onlyReaders = ({ timeZone }: Sector, twg: string, actor: Actor, now: Instant): void => {
  if (!mayReport(actor.roles, twg, dayAt(now, timeZone)))
    throw new UserError('forbidden', say`Only the chair, the alternate and the secretariat read this report`)
}
