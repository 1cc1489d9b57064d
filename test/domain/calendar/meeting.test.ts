import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { swgMeetings, twgMeeting } from '#shared/domain/calendar/meeting.ts'
import { quarterEnd } from '#shared/domain/calendar/round.ts'
import { isWorkingDay } from '#shared/domain/calendar/working-days.ts'
import { daysBetween } from '#shared/domain/calendar-days.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'

const rounds = fc
  .record({ year: fc.integer({ min: 1990, max: 2200 }), quarter: fc.integer({ min: 1, max: 4 }) })
  .map(({ year, quarter }) => `${year}-Q${quarter}`)

describe('proposed meetings', () => {
  it('of TWGs lie 25 to 45 days after the quarter, on working days, each TWG on a day of its own', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const days = laoUxo.twgs.map((twg) => twgMeeting(round, twg, laoUxo).day)
        for (const day of days) {
          expect(isWorkingDay(day, laoUxo)).toBe(true)
          expect(daysBetween(quarterEnd(round), day)).toBeGreaterThanOrEqual(25)
          expect(daysBetween(quarterEnd(round), day)).toBeLessThanOrEqual(45)
        }
        expect(new Set(days).size).toBe(days.length)
      }),
    )
  })

  it('of the working group are two a year, within their windows, on working days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2200 }), (year) => {
        const meetings = swgMeetings(year, laoUxo)
        expect(meetings).toHaveLength(2)
        for (const [index, { day }] of meetings.entries()) {
          const window = laoUxo.cadence.swgMeetingWindows[index]
          expect(day >= `${year}-${window?.from}` && day <= `${year}-${window?.until}`).toBe(true)
          expect(isWorkingDay(day, laoUxo)).toBe(true)
        }
      }),
    )
  })

  it('avoid the national day of the Lao PDR', () => {
    expect(swgMeetings(2026, laoUxo).map(({ day }) => day)).toEqual(['2026-06-08', '2026-12-03'])
  })
})
