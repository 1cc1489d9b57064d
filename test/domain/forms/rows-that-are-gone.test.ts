import { describe, expect, it } from 'vitest'
import { zerosOf } from '#infra/rehearsal/figures/sample.ts'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { commentedOn } from '#shared/domain/forms/commented-on.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import type { TwgReport, Typed } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { completeDraft, consistentRow } from '../../fixtures/survey-clearance.ts'

const read = (twg: string, rows: Typed[], earlier: TwgReport[] = [], nil?: Typed) =>
  readDraft(formOf(twg) ?? expect.fail(), completeDraft({ rows, ...(nil ? { nil } : {}) }), {
    round: roundOf('2026-Q1', laoUxo),
    sector: laoUxo,
    earlier,
  })
const reported = (twg: string, rows: Typed[]) => ({ content: read(twg, rows).content ?? expect.fail() }) as TwgReport
const gone = (twg: string, rows: Typed[], last: Typed[], nil?: Typed) =>
  read(twg, rows, [reported(twg, last)], nil).problems.filter(({ section }) => section === 'rows')

const SURVEY = 'survey-clearance'
const mag = consistentRow({ operator: 'MAG', 'destroyed.submunitions': '120', eodSpotTasks: '7' })

describe('a row of last quarter that has no row now', () => {
  it('is asked about once, with the largest of what it held; its comment says which row it is about', () => {
    const [asked, ...more] = gone(SURVEY, [consistentRow()], [consistentRow(), mag])
    expect(more).toEqual([])
    expect(asked).toMatchObject({ level: 'warn', key: 'gone:09 · MAG' })
    expect(asked?.message).toMatch(
      /^There is no row for it this quarter\. Last quarter: [A-Z].*: \d[\d,]* m² \(.* ha\); /,
    )
    expect(asked?.message).toContain('Ordnance destroyed, Submunitions: 120 items')
    expect(commentedOn(asked?.key ?? '', formOf(SURVEY) ?? expect.fail(), [])).toEqual({
      row: { province: '09', operator: 'MAG' },
    })
  })

  it('is not asked about where it held zeros alone, or is still there', () => {
    const zeros = { ...zerosOf(formOf('risk-education') ?? expect.fail()), province: '09', languages: 'lao' }
    const [idle, other] = [
      { ...zeros, operator: 'MAG' },
      { ...zeros, operator: 'UXO Lao' },
    ]
    expect(gone('risk-education', [other], [idle, other])).toEqual([])
    expect(gone(SURVEY, [mag, consistentRow()], [consistentRow(), mag])).toEqual([])
  })

  it('is not asked about where it told of its own quarter alone, or where the report is a nil return', () => {
    const twg = 'coordination-policy-funding'
    const need = { kind: 'need', pillar: 'risk-education', amount: '4,000,000' }
    const topic = { kind: 'topic', subject: 'A · B' }
    expect(gone(twg, [need], [need, topic])).toEqual([])
    expect(gone(twg, [topic], [need])).toEqual([
      expect.objectContaining({ message: 'There is no row for it this quarter. Last quarter: Amount: 4,000,000 USD' }),
    ])
    expect(gone(SURVEY, [], [mag], { reason: 'No funds' })).toEqual([])
  })
})
