import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextChangeOf, quarterEnd, roundAfter, roundOf, roundOfDay } from '#shared/domain/calendar/round.ts'
import { isWorkingDay } from '#shared/domain/calendar/working-days.ts'
import { addDays, daysBetween } from '#shared/domain/calendar-days.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'

const rounds = fc
  .record({ year: fc.integer({ min: 1990, max: 2200 }), quarter: fc.integer({ min: 1, max: 4 }) })
  .map(({ year, quarter }) => `${year}-Q${quarter}`)

describe('a reporting round', () => {
  it('opens on the first working day after its quarter: the fourth quarter after New Year', () => {
    expect(roundOf('2025-Q4', laoUxo).opens).toBe('2026-01-02')
  })

  it('moves a due date in the Lao New Year to the next working day, and everything after it follows', () => {
    expect(roundOf('2026-Q1', laoUxo)).toMatchObject({
      due: '2026-04-17',
      lateFrom: '2026-04-18',
      closed: '2026-04-25',
      briefsDue: '2026-04-25',
    })
  })

  it('keeps its usual dates when the fifteenth is a working day', () => {
    expect(roundOf('2026-Q3', laoUxo)).toMatchObject({ opens: '2026-10-01', due: '2026-10-15', closed: '2026-10-23' })
  })

  it('is due on a working day, closes after seven days of grace, whatever the quarter', () => {
    fc.assert(
      fc.property(rounds, (id) => {
        const round = roundOf(id, laoUxo)
        expect(isWorkingDay(round.due, laoUxo)).toBe(true)
        expect(isWorkingDay(round.opens, laoUxo)).toBe(true)
        expect(daysBetween(round.quarterEnd, round.due)).toBeGreaterThanOrEqual(15)
        expect(daysBetween(round.due, round.closed)).toBe(8)
        expect(round.opens <= round.due).toBe(true)
      }),
    )
  })

  it('is followed by the next quarter without gap or overlap', () => {
    fc.assert(
      fc.property(rounds, fc.integer({ min: -40, max: 40 }), (id, steps) => {
        expect(roundAfter(roundAfter(id, steps), -steps)).toBe(id)
        expect(roundOfDay(addDays(quarterEnd(id), 1))).toBe(roundAfter(id))
        expect(roundOfDay(quarterEnd(id))).toBe(id)
      }),
    )
  })

  it('changes at local midnight in any time zone', () => {
    for (const timeZone of ['Asia/Vientiane', 'America/New_York', 'Australia/Lord_Howe']) {
      const change = nextChangeOf(roundOf('2026-Q1', laoUxo), timeZone)
      expect(dayAt(change ?? '', timeZone)).toBe('2026-04-01')
      expect(dayAt(new Date(Date.parse(change ?? '') - 1).toISOString(), timeZone)).toBe('2026-03-31')
    }
  })
})
