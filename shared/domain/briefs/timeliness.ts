import type { Round } from '../calendar/round.ts'
import { dayAt, type Instant } from '../dates.ts'
import type { Timeliness, TwgReport } from '../report.ts'

/** How a TWG stands: by due is on time, in the grace late, after it missing. A nil return is a return, whenever it came. */
export const timelinessOf = (
  report: TwgReport | undefined,
  round: Round,
  now: Instant,
  timeZone: string,
): Timeliness => {
  if (!report) return dayAt(now, timeZone) >= round.closed ? 'missing' : 'awaited'
  if (report.content.nil) return 'nil'
  return dayAt(report.firstSubmittedAt, timeZone) <= round.due ? 'on-time' : 'late'
}
