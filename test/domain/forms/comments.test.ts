import { describe, expect, it } from 'vitest'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { surveyClearance } from '#shared/domain/forms/of-twgs/survey-clearance.ts'
import { answeredBy, readDraft, uncommented } from '#shared/domain/forms/read-draft.ts'
import { draftFrom } from '#shared/domain/forms/type-out.ts'
import type { Draft } from '#shared/domain/report.ts'
import { readIn } from '#shared/domain/words/say.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { completeDraft, consistentRow } from '../../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../../fixtures/survey-report.ts'

const round = roundOf('2026-Q1', laoUxo)
const read = (draft: Draft) =>
  readDraft(surveyClearance, draft, { round, sector: laoUxo, earlier: [surveyReport([surveyRow('09', 'UXO Lao')])] })
const keysOf = (draft: Draft) => uncommented(read(draft).problems, draft).map(({ key }) => key)

const { problems } = read(completeDraft())
const comments = Object.fromEntries(problems.map(({ key }) => [key, 'Rain']))
const commented = completeDraft({ comments, answered: answeredBy(problems, comments) })

describe('a comment on a warning', () => {
  it('answers the sentence that stood there, and is asked for again when that changes', () => {
    expect(problems.length).toBeGreaterThan(1)
    expect(keysOf(commented)).toEqual([])
    const rows = [consistentRow({ teams: '2' })]
    expect(keysOf({ ...commented, rows })).toEqual(['trend:teams:09 · UXO Lao'])
  })

  it('answers it in any language, whatever that language says: English is kept', () => {
    const lao = { '{1}, outside half to twice the mean of the last four quarters ({2})': '7 ເທື່ອ' }
    const inLao = readIn(lao, () => read(completeDraft()).problems)
    expect(inLao.some(({ message }) => message === '7 ເທື່ອ')).toBe(true)
    const draft = completeDraft({ comments, answered: answeredBy(inLao, comments) })
    expect(draft.answered).toEqual(commented.answered)
    expect([keysOf(draft), readIn(lao, () => keysOf(draft)), readIn(lao, () => keysOf(commented))]).toEqual([
      [],
      [],
      [],
    ])
    expect(readIn(lao, () => read(draft).content)).toEqual(read(draft).content)
    const rows = [consistentRow({ teams: '2' })]
    expect(readIn(lao, () => keysOf({ ...draft, rows }))).toEqual(['trend:teams:09 · UXO Lao'])
  })

  it('goes with the report beside its sentence, and back into a draft', () => {
    const { content } = read(commented)
    expect(content?.warnings).toEqual(Object.fromEntries(problems.map(({ key, message }) => [key, message])))
    if (!content) throw new Error('not complete')
    const draft = draftFrom(surveyClearance, { ...surveyReport([]), content })
    expect(draft).toMatchObject({ comments, answered: content.warnings })
  })

  it('keeps its sentence while the warning is silent, and counts as before in a draft that knows none', () => {
    const [first = ''] = Object.keys(comments)
    expect(answeredBy([], { [first]: 'Rain' }, { [first]: 'Zero', gone: 'Zero' })).toEqual({ [first]: 'Zero' })
    expect(keysOf(completeDraft({ comments }))).toEqual([])
  })
})
