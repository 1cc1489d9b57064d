import type { Round } from '#shared/domain/calendar/round.ts'
import { addDays } from '#shared/domain/calendar-days.ts'
import type { PlainDate } from '#shared/domain/dates.ts'

/** How a sample chair behaves in a round. */
export type Habit = 'on-time' | 'late' | 'nil' | 'left-out'

/** Risk Education is always late; Coordination sends one nil return a year, for the second quarter; Information Management leaves one round a year out, the third quarter's. */
export const habitOf = (twg: string, round: string): Habit => {
  if (twg === 'risk-education') return 'late'
  if (twg === 'coordination-policy-funding' && round.endsWith('Q2')) return 'nil'
  if (twg === 'information-management' && round.endsWith('Q3')) return 'left-out'
  return 'on-time'
}

const DAYS_BEFORE_DUE = 5
const DAYS_LATE = 3

/** The day on which a sample chair sits down to report, or undefined when the round is left out. Each TWG has a day of its own. */
export const reportingDay = (twg: string, number: number, round: Round): PlainDate | undefined => {
  switch (habitOf(twg, round.id)) {
    case 'left-out':
      return undefined
    case 'late':
      return addDays(round.due, DAYS_LATE)
    default:
      return addDays(round.due, number - DAYS_BEFORE_DUE)
  }
}
