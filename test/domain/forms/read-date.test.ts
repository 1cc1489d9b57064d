import { describe, expect, it } from 'vitest'
import { readDate } from '#shared/domain/forms/read-date.ts'

describe('a date as people type it', () => {
  it('may be written 2026-03-31, 31/3/2026 or 31.3.2026', () => {
    for (const typed of ['2026-03-31', '31/3/2026', '31.03.2026', '2026-3-31'])
      expect(readDate(typed)).toEqual({ day: '2026-03-31' })
  })

  it('of the Buddhist era is refused and the Gregorian one offered', () => {
    expect(readDate('2569-03-31')).toEqual({ mistake: expect.stringContaining('enter 2026-03-31') })
  })

  it('that does not exist is named', () => {
    expect(readDate('2026-02-30')).toEqual({ mistake: expect.stringContaining('no such day') })
    expect(readDate('tomorrow')).toEqual({ mistake: expect.stringContaining('such as 2026-03-31') })
  })
})
