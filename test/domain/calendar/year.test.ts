import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meetingStart } from '#shared/domain/calendar/meeting.ts'
import { roundReminders } from '#shared/domain/calendar/reminder.ts'
import { isWorkingDay } from '#shared/domain/calendar/working-days.ts'
import { sectorYear } from '#shared/domain/calendar/year.ts'
import { clockAt, dayAt } from '#shared/domain/dates.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'

const years = fc.integer({ min: 1990, max: 2200 })
const zones = fc.constantFrom('Asia/Vientiane', 'America/New_York', 'Australia/Lord_Howe')

describe('the calendar of a year', () => {
  it('has a round for every quarter and nothing proposed on a weekend or holiday, in every zone', () => {
    fc.assert(
      fc.property(years, zones, (year, timeZone) => {
        const sector = { ...laoUxo, timeZone }
        const { rounds, meetings, obligations, turns } = sectorYear(year, sector)
        expect(rounds.map(({ id }) => id)).toEqual([`${year - 1}-Q4`, `${year}-Q1`, `${year}-Q2`, `${year}-Q3`])
        for (const { opens, due } of rounds)
          for (const day of [opens, due]) expect(isWorkingDay(day, sector)).toBe(true)
        for (const { day, time } of meetings) {
          expect(isWorkingDay(day, sector)).toBe(true)
          expect(dayAt(meetingStart({ day, time }, timeZone), timeZone)).toBe(day)
        }
        expect(meetings).toHaveLength(4 * sector.twgs.length + 2)
        expect(obligations).toHaveLength(3)
        expect(turns).toHaveLength(year < 2025 ? 0 : 1)
      }),
    )
  })

  it('reminds at eight by the local clock, whatever the clocks did that night', () => {
    fc.assert(
      fc.property(years, zones, (year, timeZone) => {
        const sector = { ...laoUxo, timeZone }
        for (const round of sectorYear(year, sector).rounds)
          for (const { due } of roundReminders(round, 'risk-education', '', sector))
            expect(clockAt(due, timeZone)).toBe('08:00')
      }),
    )
  })

  it('lists the days without work that the sector file names, 29 February only in leap years', () => {
    const sector = { ...laoUxo, holidays: { every: ['02-29', '01-01'], on: ['2028-07-03', '2029-07-03'] } }
    expect(sectorYear(2028, sector).holidays).toEqual(['2028-01-01', '2028-02-29', '2028-07-03'])
    expect(sectorYear(2029, sector).holidays).toEqual(['2029-01-01', '2029-07-03'])
  })
})
