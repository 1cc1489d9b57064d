import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { agendaItem, LONGEST_AGENDA, LONGEST_ITEM, MOST_ITEMS } from '#shared/domain/calendar/agenda.ts'
import type { Row } from '#shared/domain/forms/form.ts'
import type { Narrative } from '#shared/domain/forms/narrative.ts'
import { Mail } from '#shared/domain/mail.ts'
import { reportWrites } from '#shared/records/reports.ts'
import { renderMail } from '#shared/render/mail/render-mail.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { readMeetingFields } from '#shared/usecases/meetings/meeting-fields.ts'
import { readMeetingSheet } from '#shared/usecases/meetings/read-meeting.ts'
import { scheduleMeeting } from '#shared/usecases/meetings/schedule-meeting.ts'
import { meetingFieldsOf } from '#shared/web/pages/meetings/meeting-form.tsx'
import { about, invitation } from '../fixtures/mails.ts'
import { describeInMemory } from '../fixtures/memory-table.ts'
import { surveyReport } from '../fixtures/survey-report.ts'
import { at, SECRETARIAT, worldOn } from '../fixtures/world.ts'

const MAIL_BYTES = 100_000
const LAO = 'ຂໍໃຫ້ຮັບຮອງແຜນສຳຫຼວດ '
const filled = (words: string, length: number) => words.repeat(length).slice(0, length).trim()

describe('an agenda', () => {
  it.each([
    [Array(MOST_ITEMS + 1).fill('x'), `Agenda: ${MOST_ITEMS} items at most; there are 41`],
    [['x', 'y'.repeat(LONGEST_ITEM + 1)], 'Agenda: each item has 800 characters at most; item 2 has 801'],
    [Array(20).fill('x'.repeat(600)), 'Agenda: 10,000 characters at most in all; there are 12,019'],
  ])('that is too long says by what', (items, message) => {
    const typed = { day: '2026-06-01', time: '09:00', place: '', link: '', agenda: items.join('\n') }
    expect(() => readMeetingFields(typed)).toThrow(message)
  })

  it('shortens a proposal only where it is longer than an item can be, at a word and never within a character', () => {
    expect(agendaItem('Two\n lines ')).toBe('Two lines')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 700, maxLength: 1200 }), (text) => {
        const item = agendaItem(text)
        expect(item.length).toBeLessThanOrEqual(LONGEST_ITEM)
        expect(() => encodeURIComponent(item)).not.toThrow()
      }),
    )
  })
})

describeInMemory('the agenda that is proposed', (fresh) => {
  /** The working group's first meeting of 2026 after every TWG asked for three decisions in both quarters, and named topics. */
  const reported = async (decision: string, from: string, topics: number) => {
    const world = await worldOn(await fresh())
    await world.sweepAt(at('2026-01-05', '00:00'))
    await world.sweepAt(at('2026-04-16', '00:00'))
    const asked = (round: string) =>
      Object.fromEntries(
        [1, 2, 3].flatMap((n) => [
          [`decision${n}`, `${round} ${n} ${decision}`.slice(0, 400)],
          [`decision${n}From`, from],
          [`decision${n}By`, '2026-09-30'],
        ]),
      ) as unknown as Narrative
    const rows: Row[] = Array.from({ length: topics }, (_, n) => ({
      kind: 'topic',
      subject: `${n} ${from}`.slice(0, 200),
    }))
    for (const round of ['2025-Q4', '2026-Q1'])
      for (const { id: twg } of laoUxo.twgs) {
        const report = { ...surveyReport([]), round, twg }
        const { narrative } = report.content
        const content = { ...report.content, ...(narrative ? { narrative: { ...narrative, ...asked(round) } } : {}) }
        const withRows = twg === 'coordination-policy-funding' ? { ...content, rows } : content
        await world.deps.records.transact(reportWrites({ ...report, content: withRows }, undefined))
      }
    const secretariat = await world.contactAt(SECRETARIAT)
    const sheet = await readMeetingSheet(world.deps)('swg-2026-1', secretariat, at('2026-04-16'))
    const confirm = async (agenda = meetingFieldsOf(sheet).agenda) => {
      const command = { ...meetingFieldsOf(sheet), id: 'swg-2026-1', agenda, version: 0 }
      return scheduleMeeting(world.deps)(command, secretariat, at('2026-04-16'))
    }
    return { world, sheet, confirm }
  }

  it('holds every decision that two honest rounds ask for, and the form confirms it as it is filled in', async () => {
    const { sheet, confirm } = await reported(
      filled('Endorse the survey plan of the provinces in the south. ', 150),
      'the SWG co-chairs',
      1,
    )
    const decisions = sheet.proposedAgenda.filter((item) => item.includes('Decision requested: '))
    expect(decisions).toHaveLength(laoUxo.twgs.length * 2 * 3)
    expect((await confirm()).agenda).toEqual(sheet.proposedAgenda)
  })

  it.each([
    ['in English', filled('Endorse the plan of 2026-12-31 at once. ', 400), filled('the co-chairs of the SWG ', 200)],
    ['in Lao', filled(LAO, 400), filled(LAO, 200)],
    ['on several lines', filled('Endorse\n the plan\n', 400), 'NRA'],
  ])(
    'from the longest reports %s is one that the form accepts, and that its invitation and every change of it carry',
    async (_, decision, from) => {
      const { world, sheet, confirm } = await reported(decision, from, 60)
      const { agenda = [], ...meeting } = await confirm()
      expect(agenda).toEqual(sheet.proposedAgenda.slice(0, agenda.length))
      const isFull = agenda.length === MOST_ITEMS || agenda.join('\n').length > LONGEST_AGENDA - LONGEST_ITEM
      expect(isFull).toBe(true)
      await world.settleAt(at('2026-04-16'))
      expect(await world.mails('invitation')).not.toHaveLength(0)
      const before = { ...meeting, agenda: agenda.map((item) => `${item.slice(0, -2)}!`) }
      const { html, text, calendar } = renderMail({ ...invitation, meeting: { ...meeting, agenda }, before }, about)
      for (const part of [html, text, calendar?.text ?? '']) expect(Buffer.byteLength(part)).toBeLessThan(MAIL_BYTES)
      const lines = (calendar?.text ?? '').split('\r\n')
      for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const event = new ICAL.Component(ICAL.parse(calendar?.text ?? '')).getFirstSubcomponent('vevent')
      expect(event?.getFirstPropertyValue('description')).toContain(`${agenda.length}. ${agenda.at(-1)}`)
      const stored = (await world.mails('invitation'))[0]
      expect(Buffer.byteLength(JSON.stringify(Mail.parse(stored))) * 2).toBeLessThan(400_000)
    },
  )
})
