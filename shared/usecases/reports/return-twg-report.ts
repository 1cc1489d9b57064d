import type { Actor } from '#shared/domain/contact.ts'
import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { LONGEST_COMMENT } from '#shared/domain/forms/read-text.ts'
import { draftFrom } from '#shared/domain/forms/type-out.ts'
import type { TwgReport } from '#shared/domain/report.ts'
import { say } from '#shared/domain/words/say.ts'
import { draftWrite, readDraftItem } from '#shared/records/reports.ts'
import { withRole } from '../calendar/reminder-subjects.ts'
import type { Deps } from '../deps.ts'
import { typedText } from '../typed-text.ts'
import { type JudgeReport, judgeReport, onlySecretariat } from './judge-report.ts'

/**
 * Gives the version back with a comment: its content becomes a draft again, as it would be typed, and chair and alternate are told.
 * It may be submitted again whenever it is mended, also after the round has closed.
 * @throws UserError `forbidden`, `not-found`, `changed`, `invalid` (field `comment`)
 */
export const returnTwgReport =
  (deps: Deps) =>
  async (command: JudgeReport & { comment: string }, actor: Actor, now: Instant): Promise<TwgReport> => {
    onlySecretariat(deps, actor, now)
    const { round, twg, version } = command
    const comment = typedText(command.comment, {
      field: 'comment',
      longest: LONGEST_COMMENT,
      ask: say`Say what is to be mended`,
    })
    return judgeReport(
      deps,
      { round, twg, version },
      { status: 'returned', comment },
      async (report) => {
        const [draft, readers] = await Promise.all([
          readDraftItem(deps.records, round, twg),
          withRole(deps, twg, ['chair', 'alternate'], dayAt(now, deps.sector.timeZone)),
        ])
        const form = formOf(twg)
        if (!form) throw new Error(`There is a report and no form of ${twg}`)
        return { writes: [draftWrite(round, twg, draftFrom(form, report), draft)], mailTo: readers }
      },
      { actor, now },
    )
  }
