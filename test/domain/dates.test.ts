import { describe, expect, it } from 'vitest'
import { instantAt } from '#shared/domain/calendar-days.ts'
import { clockAt, dayAt } from '#shared/domain/dates.ts'

describe('local days and times', () => {
  it('are taken by the name of the zone: 08:00 in Vientiane is 01:00 UTC all year', () => {
    expect(instantAt('2026-07-01', '08:00', 'Asia/Vientiane')).toBe('2026-07-01T01:00:00.000Z')
    expect(dayAt('2026-06-30T17:00:00.000Z', 'Asia/Vientiane')).toBe('2026-07-01')
    expect(clockAt('2026-06-30T17:05:00.000Z', 'Asia/Vientiane')).toBe('00:05')
  })

  it('follow summer time where there is one, by half an hour on Lord Howe Island', () => {
    expect(instantAt('2026-01-15', '08:00', 'Australia/Lord_Howe')).toBe('2026-01-14T21:00:00.000Z')
    expect(instantAt('2026-07-15', '08:00', 'Australia/Lord_Howe')).toBe('2026-07-14T21:30:00.000Z')
    expect(instantAt('2026-01-15', '08:00', 'America/New_York')).toBe('2026-01-15T13:00:00.000Z')
  })

  it('exist even when the clocks skip them: 02:30 on the morning summer time begins is 03:30', () => {
    expect(clockAt(instantAt('2026-03-08', '02:30', 'America/New_York'), 'America/New_York')).toBe('03:30')
  })
})
