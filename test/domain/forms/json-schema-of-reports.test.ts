import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { headerOf, narrativeOf } from '#infra/rehearsal/figures.ts'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { formJsonSchema } from '#shared/domain/forms/json-schema.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { sampleReports } from '../../fixtures/sample-reports.ts'
import { at } from '../../fixtures/world.ts'
import { actionPoint } from '../../web/fake-services.ts'

const ROUNDS = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']
const sent = sampleReports(ROUNDS)
const asJson = (report: unknown) => JSON.parse(JSON.stringify(report))

/** The sample writes reports for these. */
const formsOfSector = laoUxo.twgs.map(({ id }) => [id, formOf(id) ?? expect.fail(id)] as const)

describe.each(formsOfSector)('the published JSON Schema of %s', (twg, form) => {
  const published: z.ZodType = z.fromJSONSchema(asJson(formJsonSchema(form, laoUxo)))
  const mistakesIn = (report: unknown): string => {
    const read = published.safeParse(asJson(report))
    return read.success ? '' : JSON.stringify(read.error.issues)
  }

  /** A late report as its page takes it: two action points followed up, and a comment on each warning. */
  const submitted = () => {
    const round = ROUNDS.findLast((id) => sent.get(`${id}/${twg}`)?.typed.length) ?? expect.fail('no figures')
    const draft = {
      header: headerOf('Chair', roundOf(round, laoUxo)),
      narrative: { ...narrativeOf(twg, round), decision1By: '2025-01-31' },
      actions: { 'one.status': 'done', 'two.status': 'delayed', 'two.note': 'Floods', 'two.version': '1' },
      rows: [...(sent.get(`${round}/${twg}`)?.typed ?? [])],
      comments: {},
      savedAt: at('2026-10-05'),
      savedBy: 'Chair',
    }
    const actionPoints = ['one', 'two'].map((id) => ({ ...actionPoint({ id }), status: 'done' as const }))
    const context = {
      round: roundOf(round, laoUxo),
      sector: laoUxo,
      earlier: [],
      actionPoints,
    }
    const warnings = readDraft(form, draft, context).problems.filter(({ level }) => level === 'warn')
    const comments = Object.fromEntries(warnings.map(({ key }) => [key, 'A new team']))
    const { content, problems } = readDraft(form, { ...draft, comments }, context)
    return { ...(content ?? expect.fail(problems.map(({ message }) => message).join('; '))), lateReason: 'Floods' }
  }

  it('takes every report that the page takes, nil returns too', () => {
    const reports = [...sent].filter(([key]) => key.endsWith(`/${twg}`))
    expect(reports.length).toBeGreaterThan(0)
    for (const [key, { report }] of reports) expect(mistakesIn(report.content), key).toBe('')
  })

  it('takes action points followed up, comments on warnings and the reason for being late, and says what they are', () => {
    const report = submitted()
    expect(report.actions).toHaveLength(2)
    expect(Object.values(report.comments)).toContain('A new team')
    expect(mistakesIn(report)).toBe('')
    const [full] = asJson(formJsonSchema(form, laoUxo)).anyOf
    expect(full.properties.lateReason).toMatchObject({ title: 'Why the report is late', maxLength: 500 })
    expect(full.properties.actions.items.properties.status).toMatchObject({ title: 'How it stands' })
  })

  it('refuses what the page refuses of them', () => {
    const report = submitted()
    const [point] = report.actions ?? []
    for (const wrong of [
      { lateReason: 'x'.repeat(501) },
      { comments: { 'trend:teams:09': '' } },
      { comments: { 'trend:teams:09': 'x'.repeat(1501) } },
      { actions: [{ ...point, status: 'forgotten' }] },
      { actions: [{ ...point, note: 'x'.repeat(1001) }] },
      { header: { ...report.header, cutOff: 'soon' } },
      { unknown: 1 },
    ])
      expect(mistakesIn({ ...report, ...wrong }), JSON.stringify(wrong).slice(0, 60)).not.toBe('')
  })
})
