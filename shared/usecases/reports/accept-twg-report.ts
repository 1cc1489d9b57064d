import type { Actor } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import { withRole } from '../calendar/reminder-subjects.ts'
import type { Deps } from '../deps.ts'
import { type JudgeReport, judgeReport } from './judge-report.ts'

/**
 * Accepts the version that the secretariat read. Its author is told, and those on whose behalf it was sent; nobody who accepts it themselves.
 * @throws UserError `forbidden`, `not-found`, `changed`
 */
export const acceptTwgReport =
  (deps: Deps) =>
  (command: JudgeReport, actor: Actor, now: Instant): Promise<TwgReport> =>
    judgeReport(
      deps,
      command,
      { status: 'accepted' },
      async ({ twg, submittedBy }) => {
        const group = submittedBy.onBehalf
          ? await withRole(deps, twg, ['chair', 'alternate'], dayAt(now, deps.sector.timeZone))
          : []
        const readers = [...new Set([submittedBy.contact, ...group])]
        return { writes: [], mailTo: readers.filter((contact) => contact !== actor.contact.id) }
      },
      { actor, now },
    )
