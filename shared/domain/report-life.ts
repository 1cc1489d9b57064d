import type { Round } from './calendar/round.ts'
import { dayAt, type Instant } from './dates.ts'
import type { Draft, TwgReport } from './report.ts'

/**
 * Where a TWG's report for a round stands. `draft`: nothing was submitted yet. `amending`: the accepted version is current,
 * and a draft that will replace it is open. `amendment-returned`: what was sent to replace an accepted version came back.
 */
export type ReportState = 'draft' | 'submitted' | 'returned' | 'accepted' | 'amending' | 'amendment-returned'
export type ReportVerb = 'save' | 'discard' | 'submit' | 'return' | 'accept' | 'amend' | 'withdraw' | 'extend'

export const reportStateOf = (
  current: Pick<TwgReport, 'status' | 'amendment'> | undefined,
  draft: Pick<Draft, 'amendment'> | undefined,
): ReportState => {
  if (current === undefined) return 'draft'
  const { status, amendment } = current
  if (status === 'accepted' && draft?.amendment) return 'amending'
  return status === 'returned' && amendment ? 'amendment-returned' : status
}

/** The life of a report (domain §4). Whatever is not named is refused: a version gets one verdict, and what is accepted is amended, never edited; a returned amendment may be given up, a returned first version is answered, since nothing would stand in its place. */
const POSSIBLE: Readonly<Record<ReportVerb, readonly ReportState[]>> = {
  save: ['draft', 'returned', 'amending', 'amendment-returned'],
  discard: ['draft', 'amending'],
  submit: ['draft', 'returned', 'amending', 'amendment-returned'],
  return: ['submitted'],
  accept: ['submitted'],
  amend: ['accepted'],
  withdraw: ['amendment-returned'],
  extend: ['draft'],
}

export const isPossible = (verb: ReportVerb, state: ReportState): boolean => POSSIBLE[verb].includes(state)

/** Whether what is submitted now counts as late: by the day of the first submission, however often it was returned since. */
export const countsAsLate = (
  current: Pick<TwgReport, 'firstSubmittedAt'> | undefined,
  { due }: Pick<Round, 'due'>,
  now: Instant,
  timeZone: string,
): boolean => dayAt(current?.firstSubmittedAt ?? now, timeZone) > due
