import { describe, expect, it } from 'vitest'
import { readDate } from '#shared/domain/forms/read-date.ts'

describe('a date as people type it', () => {
  it('may be written 2026-03-31, 31/3/2026 or 31.3.2026', () => {
    for (const typed of ['2026-03-31', '31/3/2026', '31.03.2026', '2026-3-31'])
      expect(readDate(typed)).toEqual({ day: '2026-03-31' })
  })

  it('may be written as the pages show it, and in Lao digits', () => {
    for (const typed of ['15 April 2026', '15 apr 2026', '15  APRIL 2026', '໑໕/໔/໒໐໒໖', '໒໐໒໖-໐໔-໑໕'])
      expect(readDate(typed)).toEqual({ day: '2026-04-15' })
    for (const typed of ['15 Aprilis 2026', '15 xyz 2026', 'April 2026'])
      expect(readDate(typed)).toEqual({ mistake: expect.stringContaining('such as 31 March 2026') })
  })

  it('of the Buddhist era is refused and the Gregorian one offered', () => {
    for (const typed of ['2569-03-31', '31/03/2569', '31 March 2569', '໓໑.໓.໒໕໖໙'])
      expect(readDate(typed)).toEqual({ mistake: expect.stringContaining('enter 31 March 2026') })
  })

  it('of a year beyond both eras is refused, and no other such day offered', () => {
    for (const typed of ['9999-12-31', '31/12/2900'])
      expect(readDate(typed)).toEqual({
        mistake: expect.stringMatching(/no year of our time: enter a date such as 31 March 2026/),
      })
  })

  it('that does not exist is named', () => {
    for (const typed of ['2026-02-30', '30 February 2569'])
      expect(readDate(typed)).toEqual({ mistake: expect.stringContaining('no such day') })
    expect(readDate('tomorrow')).toEqual({ mistake: expect.stringContaining('such as 31 March 2026') })
  })
})
