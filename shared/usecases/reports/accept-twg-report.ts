import type { Actor } from '#shared/domain/contact.ts'
import type { Instant } from '#shared/domain/dates.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import type { Deps } from '../deps.ts'
import { type JudgeReport, judgeReport } from './judge-report.ts'

/**
 * Accepts the version that the secretariat read. Its author is told, unless they accept it themselves.
 * @throws UserError `forbidden`, `not-found`, `changed`
 */
export const acceptTwgReport =
  (deps: Deps) =>
  (command: JudgeReport, actor: Actor, now: Instant): Promise<TwgReport> =>
    judgeReport(
      deps,
      command,
      { status: 'accepted' },
      async ({ submittedBy }) => ({
        writes: [],
        mailTo: [submittedBy.contact].filter((contact) => contact !== actor.contact.id),
      }),
      { actor, now },
    )
