import { describe, expect, it } from 'vitest'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { readDate } from '#shared/domain/forms/read-date.ts'
import { readIn } from '#shared/domain/words/say.ts'

describe('a date as people type it', () => {
  it('may be written 2026-03-31, 31/3/2026 or 31.3.2026', () => {
    for (const typed of ['2026-03-31', '31/3/2026', '31.03.2026', '2026-3-31', '2026/03/31', '2026.3.31'])
      expect(readDate(typed)).toEqual({ day: '2026-03-31' })
  })

  it('may be written as the pages show it, and in Lao digits', () => {
    for (const typed of ['15 April 2026', '15 apr 2026', '15  APRIL 2026', '໑໕/໔/໒໐໒໖', '໒໐໒໖-໐໔-໑໕'])
      expect(readDate(typed)).toEqual({ day: '2026-04-15' })
    for (const typed of ['15 Aprilis 2026', '15 xyz 2026', 'April 2026'])
      expect(readDate(typed)).toEqual({ mistake: expect.stringContaining('such as 31 March 2026') })
  })

  it('may be written as the pages show it in another language, every day of the year', () => {
    const lao = { March: 'ມີ.ນາ (3)', May: 'mai', '{1} {2} {3}': 'ວັນ {2} / {1}, {3}' }
    for (const day of ['2026-03-31', '2026-05-01', '2028-02-29', '2026-12-09']) {
      const shown = readIn(lao, () => dayInWords(day))
      expect(readIn(lao, () => readDate(shown))).toEqual({ day })
      expect(readIn(lao, () => readDate(shown.replace(/20(\d\d)$/, '25$1')))).toHaveProperty('mistake')
    }
    expect(readDate('ວັນ mai / 1, 2026')).toHaveProperty('mistake')
  })

  it.each(['ວັນທີ 31 ມີນາ 2026', 'ວັນທີ 31 ເດືອນມີນາ 2026', '31 ເດືອນ ມີນາ ຄ.ສ. 2026', 'ວັນທີ ໓໑ ເດືອນ ມີນາ ໒໐໒໖'])(
    'may be written as Lao does: %s',
    (typed) => expect(readDate(typed)).toEqual({ day: '2026-03-31' }),
  )

  it('of the Buddhist era is refused and the Gregorian one offered', () => {
    for (const typed of ['2569-03-31', '31/03/2569', '31 March 2569', '໓໑.໓.໒໕໖໙'])
      expect(readDate(typed)).toEqual({ mistake: expect.stringContaining('enter 31 March 2026') })
  })

  it.each(['2569/03/31', '2569.03.31', 'March 31, 2569', 'Mar. 31 2569', '31 March, 2569', '31st March 2569'])(
    'of the Buddhist era is caught however it is written: %s',
    (typed) => expect(readDate(typed)).toEqual({ mistake: expect.stringContaining('enter 31 March 2026') }),
  )

  it.each(['31 ມີນາ ພ.ສ. 2569', '31 ມີນາ ພສ 2569', '໓໑ ມີນາ ພ.ສ. ໒໕໖໙', '31ມີນາ2569'])(
    'of the Buddhist era is caught where it says so in Lao: %s',
    (typed) => expect(readDate(typed)).toEqual({ mistake: expect.stringContaining('enter 31 March 2026') }),
  )

  it('may name the month first, or our era in Lao', () => {
    for (const typed of ['March 31, 2026', 'March 31 2026', '31st March 2026', '31 ມີນາ ຄ.ສ. 2026'])
      expect(readDate(typed)).toEqual({ day: '2026-03-31' })
    for (const typed of ['31 ມີນາ ພ.ສ. 2026', 'March 2026', '3131 2026'])
      expect(readDate(typed)).toEqual({ mistake: expect.stringContaining('such as 31 March 2026') })
  })

  it('of a year beyond both eras is refused, and no other such day offered', () => {
    for (const typed of ['9999-12-31', '31/12/2900'])
      expect(readDate(typed)).toEqual({
        mistake: expect.stringMatching(/no year of our time: enter a date such as 31 March 2026/),
      })
  })

  it('may be written as spreadsheets do, and with Lao months', () => {
    for (const typed of ['30-Sep-2026', '30-Sep-26', '30-09-2026', '30 ກັນຍາ 2026', '໓໐ ກັນຍາ ໒໐໒໖', '30 Sep. 26'])
      expect(readDate(typed)).toEqual({ day: '2026-09-30' })
    const months = 'ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ'.split(' ')
    for (const [index, name] of months.entries())
      expect(readDate(`1 ${name} 2026`)).toEqual({ day: `2026-${String(index + 1).padStart(2, '0')}-01` })
  })

  it('of two digits of the year has one meaning, or is asked for again', () => {
    for (const typed of ['30/9/69', '30-Sep-69', '30 ກັນຍາ 69'])
      expect(readDate(typed)).toEqual({
        mistake: expect.stringMatching(/^2569 is a year of the Buddhist era: enter 30 September 2026/),
      })
    expect(readDate('30/9/26')).toEqual({
      mistake: 'Write the year with four digits: enter 30 September 2026 if that is the day you mean',
    })
    for (const typed of ['30/9/99', '30-Sep-99'])
      expect(readDate(typed)).toEqual({
        mistake: expect.stringMatching(/^Write the year with four digits: enter a date/),
      })
  })

  it('that does not exist is named', () => {
    for (const typed of ['2026-02-30', '30 February 2569'])
      expect(readDate(typed)).toEqual({ mistake: expect.stringContaining('no such day') })
    expect(readDate('tomorrow')).toEqual({ mistake: expect.stringContaining('such as 31 March 2026') })
  })
})
