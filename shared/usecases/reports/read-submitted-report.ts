import type { Actor } from '#shared/domain/contact.ts'
import { mayReport } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { readReportVersion, readReportVersions } from '#shared/records/reports.ts'
import type { Sector } from '#shared/sector/schema.ts'
import type { Deps } from '../deps.ts'
import type { ReportKey } from './report-sheet.ts'

/** One version as it was submitted. @throws UserError `not-found`, `forbidden` */
export const readSubmittedReport =
  ({ records, sector }: Deps) =>
  async ({ round, twg, version }: ReportKey & { version: number }, actor: Actor, now: Instant): Promise<TwgReport> => {
    onlyReaders(sector, twg, actor, now)
    const report = await readReportVersion(records, round, twg, version)
    if (!report) throw new UserError('not-found', 'There is no such version of this report')
    return report
  }

/** Every version as it was submitted, with what became of it, newest first. @throws UserError `forbidden` */
export const readSubmittedVersions =
  ({ records, sector }: Deps) =>
  async ({ round, twg }: ReportKey, actor: Actor, now: Instant): Promise<TwgReport[]> => {
    onlyReaders(sector, twg, actor, now)
    return readReportVersions(records, round, twg)
  }

const onlyReaders = ({ timeZone }: Sector, twg: string, actor: Actor, now: Instant): void => {
  if (!mayReport(actor.roles, twg, dayAt(now, timeZone)))
    throw new UserError('forbidden', 'Only the chair, the alternate and the secretariat read this report')
}
