import type { Timeliness } from '#shared/domain/report.ts'
import type { Phase } from '../../services.ts'

const phase: Record<Phase, string> = { announced: 'not open yet', open: 'open', late: 'late', closed: 'closed' }
const standing: Record<Timeliness, string> = {
  'on-time': 'On time',
  late: 'Late',
  nil: 'Nil return',
  missing: 'Missing',
  awaited: 'Awaited',
}

export const desk = {
  title: 'Desk',
  tasks: 'Waiting for the secretariat',
  rounds: 'Reports',
  noRounds: 'No reporting round has opened yet.',
  round: (round: string) => `Round ${round}`,
  period: (period: string) => `Reports on ${period}`,
  phase,
  phaseLabel: 'Now',
  opens: 'Opens',
  due: 'Due',
  lateFrom: 'Late from',
  closed: 'Closed',
  extended: (reason: string) => `Extended: ${reason}`,
  standing,
  draftBegun: 'A draft has been begun',
  version: (version: number) => `Version ${version} is submitted`,
  returned: 'Returned: mend it and submit it again',
  accepted: (version: number) => `Version ${version} is accepted`,
  amending: (version: number) => `Version ${version} is accepted, and is being amended`,
  dueLater: (day: string) => `Due date extended to ${day}`,
  nothingYet: 'Nothing is submitted yet',
  meetings: 'Meetings',
  noMeetings: 'No meeting is planned.',
  allMeetings: 'All meetings',
  briefs: 'Briefs',
  noBriefs: 'No brief has been compiled yet.',
  noRole: 'You hold no role at present. Ask the secretariat if this is wrong.',
}
