import { reportPath } from '../report-draft/part.ts'
import { mayBeWritten } from '../report-draft/progress.ts'
import type { ReportKey, ReportSheet } from '../services.ts'
import { nowOf, type Visit, type Web } from '../visit.ts'

export const keyOf = (c: Visit): ReportKey => ({ round: c.req.param('round') ?? '', twg: c.req.param('twg') ?? '' })

export const readSheet = (c: Visit, { services }: Web): Promise<ReportSheet> =>
  services.readReportSheet(keyOf(c), c.var.actor, nowOf(c))

/** The version of the draft that the sender's page showed; what is no number matches no version. */
export const versionOf = (typed: string): number => (/^\d{1,9}$/.test(typed) ? Number(typed) : -1)

/** Shows a page for writing, or the report's task list, which says why it cannot be written now. */
export const whileWritten = async (
  c: Visit,
  web: Web,
  page: (sheet: ReportSheet) => Response | Promise<Response>,
): Promise<Response> => {
  const sheet = await readSheet(c, web)
  return mayBeWritten(sheet) ? page(sheet) : toTaskList(c)
}

/** @param saved says so at the top of the list */
export const toTaskList = (c: Visit, saved?: 'saved'): Response =>
  c.redirect(`${reportPath(keyOf(c))}${saved ? '?saved' : ''}`, 303)
