import { describe, expect, it } from 'vitest'
import { roundOf } from '#shared/domain/calendar/round.ts'
import { surveyClearance } from '#shared/domain/forms/of-twgs/survey-clearance.ts'
import { readDraft } from '#shared/domain/forms/read-draft.ts'
import type { Draft, TwgReport, Typed } from '#shared/domain/report.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { completeDraft, consistentRow, header, narrative } from '../../fixtures/survey-clearance.ts'

const round = roundOf('2026-Q1', laoUxo)
const read = (draft: Draft, earlier: (TwgReport | undefined)[] = []) =>
  readDraft(surveyClearance, draft, { round, sector: laoUxo, earlier })
const blocking = (draft: Draft) => read(draft).problems.filter(({ level }) => level === 'block')

describe('the words of a report', () => {
  const mistakesIn = (own: Typed) =>
    blocking(completeDraft({ narrative: narrative(own) })).map(({ field, message }) => `${field}: ${message}`)

  it('link only to pages of the web', () => {
    expect(mistakesIn({ links: 'https://example.org/plan.pdf\n\nHTTP://example.org' })).toEqual([])
    for (const link of ['javascript:alert(1)', 'plan.pdf', 'https://', 'https://a@b.example/', 'see https://a.example'])
      expect(mistakesIn({ links: `https://a.example\n${link}` }), link).toEqual([
        expect.stringMatching(/^links: Links to documents: “.+” is no web address/),
      ])
  })

  it('hold no character that nobody sees', () => {
    expect(mistakesIn({ achievements: 'Paid \u202e001$' })).toEqual([
      'achievements: Achievements: There is an invisible character (U+202E) after “Paid”: delete that place and type it again',
    ])
  })
})

describe('the survey and clearance form', () => {
  it('takes a consistent report, hectares stored as square metres', () => {
    const { content, problems } = read(completeDraft())
    expect(problems).toEqual([])
    expect(content?.rows[0]).toMatchObject({
      province: '09',
      released: { cleared: 4_070_000 },
      inventory: { closing: 10_930_000 },
    })
  })

  it('refuses land uses that do not add up to the area cleared, at that field', () => {
    const problems = blocking(completeDraft({ rows: [consistentRow({ 'landUse.other': '1' })] }))
    expect(problems).toEqual([
      expect.objectContaining({
        section: 'row',
        row: 0,
        field: 'released.cleared',
        key: expect.stringContaining('land-use'),
      }),
    ])
  })

  it('asks about a total that only rounds its parts, as the sector reported 7,500 ha for 407 and 7,097', () => {
    const row = (cleared: string) =>
      consistentRow({
        'released.cleared': cleared,
        'landUse.agriculture': '407 ha',
        'landUse.development': '7,097 ha',
        'inventory.opening': '100,000 ha',
        'inventory.closing': String((100_000 + 500) * 10_000 - Number.parseInt(cleared.replace(',', ''), 10) * 10_000),
      })
    const problems = (cleared: string) =>
      read(completeDraft({ rows: [row(cleared)] })).problems.map(({ level, field }) => [level, field])
    expect(problems('7,504 ha')).toEqual([])
    expect(problems('7,500 ha')).toEqual([['warn', 'released.cleared']])
    expect(problems('7,000 ha')).toEqual([['block', 'released.cleared']])
    expect(problems('7,503 ha')).toEqual([['block', 'released.cleared']])
  })

  it('asks about hectares with one comma, which may stand before decimals, unless a sum or the past leaves one reading', () => {
    const asked = (own: Typed, past: TwgReport[] = []) =>
      read(completeDraft({ rows: [consistentRow(own)] }), past).problems.map(({ field, message }) => [field, message])
    expect(asked({ areaSurveyed: '12,125 ha' })).toEqual([
      [
        'areaSurveyed',
        '“12,125 ha” is read as 121,250,000 m² (12,125 ha): say that this is meant, or write decimals with a point, as 12.125 ha',
      ],
    ])
    expect(asked({ areaSurveyed: '121,250,000' })).toEqual([])
    expect(asked({ areaSurveyed: '1,012,125 ha' })).toEqual([])
    const surveyed = (area: number) =>
      ({ content: { rows: [{ province: '09', operator: 'UXO Lao', areaSurveyed: area }] } }) as unknown as TwgReport
    expect(asked({ areaSurveyed: '12,125 ha' }, [surveyed(120_000_000)])).toEqual([])
    const alike = { 'released.cleared': '1,407 ha', 'landUse.agriculture': '1,407 ha', 'landUse.development': '0' }
    expect(asked({ ...alike, 'inventory.opening': 'n/a being reconciled' }).map(([field]) => field)).toEqual([
      'released.cleared',
      'landUse.agriculture',
      'inventory.closing',
    ])
  })

  it('asks when the inventory does not start where the last report left it, unless an adjustment explains it', () => {
    const closed = { inventory: { closing: 9_990_000 } }
    const past = { content: { rows: [{ province: '09', operator: 'UXO Lao', ...closed }] } } as unknown as TwgReport
    const warned = (own: Record<string, string>) =>
      read(completeDraft({ rows: [consistentRow(own)] }), [past]).problems.map(({ level, field }) => [level, field])
    expect(warned({})).toEqual([['warn', 'inventory.opening']])
    const explained = { 'inventory.adjustment': '-1 ha', 'inventory.closing': '1,092 ha' }
    expect(warned({ ...explained, 'inventory.adjustmentReason': 'Duplicate in IMSMA removed' })).toEqual([])
    const other = { 'inventory.adjustment': '5', 'inventory.closing': '10930005', 'inventory.adjustmentReason': 'x' }
    expect(warned(other)).toEqual([['warn', 'inventory.opening']])
    expect(read(completeDraft({ rows: [consistentRow(other)] }), [past]).problems[0]?.message).toMatch(
      /; an adjustment of 5 m².* does not explain the difference of −10,000 m² \(−1 ha\)$/,
    )
  })

  it('asks when other land waits for its hand-over than the last report left', () => {
    const before = { handover: { waiting: 10_000, handedOver: 0 }, released: { cleared: 4_070_000 } }
    const past = { content: { rows: [{ province: '09', operator: 'UXO Lao', ...before }] } } as unknown as TwgReport
    const warned = (waiting: string) =>
      read(completeDraft({ rows: [consistentRow({ 'handover.waiting': waiting })] }), [past]).problems
    expect(warned('4,080,000')).toEqual([])
    expect(warned('900 ha')).toEqual([expect.objectContaining({ level: 'warn', field: 'handover.waiting' })])
  })

  it('takes an adjustment that is not available, which explains no difference', () => {
    const balanced = consistentRow({ 'inventory.adjustment': 'n/a not known' })
    expect(blocking(completeDraft({ rows: [balanced] }))).toEqual([])
    for (const closing of ['0', '999,999,999'])
      expect(blocking(completeDraft({ rows: [{ ...balanced, 'inventory.closing': closing }] })), closing).toEqual([
        expect.objectContaining({ message: expect.stringContaining('enter and explain an adjustment') }),
      ])
  })

  it('asks why the inventory was adjusted', () => {
    const row = consistentRow({ 'inventory.adjustment': '-1000', 'inventory.closing': '10929000' })
    expect(blocking(completeDraft({ rows: [row] })).map(({ message }) => message)).toEqual([
      'Say why the inventory was adjusted',
    ])
    expect(
      blocking(completeDraft({ rows: [{ ...row, 'inventory.adjustmentReason': 'IMSMA duplicate removed' }] })),
    ).toEqual([])
  })

  it('refuses a hand-over of more land than was waiting and cleared', () => {
    expect(
      blocking(
        completeDraft({ rows: [consistentRow({ 'handover.waiting': '1 ha', 'handover.handedOver': '409 ha' })] }),
      ),
    ).toHaveLength(1)
    expect(
      blocking(
        completeDraft({ rows: [consistentRow({ 'handover.waiting': '2 ha', 'handover.handedOver': '409 ha' })] }),
      ),
    ).toEqual([])
  })

  it('does not let “not available” break a sum, and does not take it for zero', () => {
    const row = consistentRow({
      'landUse.development': 'n/a land use not recorded',
      'inventory.opening': 'n/a being reconciled',
    })
    expect(blocking(completeDraft({ rows: [row] }))).toEqual([])
    expect(read(completeDraft({ rows: [row] })).content?.rows[0]?.landUse).toMatchObject({
      development: { notAvailable: 'land use not recorded' },
    })
  })

  it('warns, and does not block, when a figure falls to zero or leaves its own past', () => {
    const earlier = (cleared: number) =>
      ({ content: { rows: [{ province: '09', operator: 'UXO Lao', released: { cleared } }] } }) as unknown as TwgReport
    const warnings = (typed: Record<string, string>, past: TwgReport[]) =>
      read(completeDraft({ rows: [consistentRow(typed)] }), past).problems
    expect(warnings({}, [earlier(4_000_000)])).toEqual([])
    expect(warnings({}, [earlier(1_000_000), earlier(1_000_000)])).toEqual([
      expect.objectContaining({ level: 'warn', field: 'released.cleared' }),
    ])
    const nothing = {
      'released.cleared': '0',
      'landUse.agriculture': '0',
      'landUse.development': '0',
      'inventory.closing': '1500 ha',
    }
    expect(warnings(nothing, [earlier(4_000_000)])).toEqual([
      expect.objectContaining({ level: 'warn', message: 'Zero, after 4,000,000 m² (400 ha) last quarter' }),
    ])
  })

  it('asks about three hundred teams after three', () => {
    const past = { content: { rows: [{ province: '09', operator: 'UXO Lao', teams: 3 }] } } as unknown as TwgReport
    expect(read(completeDraft({ rows: [consistentRow({ teams: '300' })] }), [past]).problems).toEqual([
      expect.objectContaining({ level: 'warn', field: 'teams' }),
    ])
  })

  it('has one row a province and operator', () => {
    expect(blocking(completeDraft({ rows: [consistentRow(), consistentRow()] }))).toEqual([
      expect.objectContaining({ row: 1, field: 'province' }),
    ])
    expect(blocking(completeDraft({ rows: [consistentRow(), consistentRow({ operator: 'MAG' })] }))).toEqual([])
  })

  it('needs no rows and no narrative for a nil return, only a reason', () => {
    const nil = completeDraft({ nil: { reason: 'No teams were deployed' }, rows: [], narrative: {} })
    expect(read(nil).content).toMatchObject({ nil: { reason: 'No teams were deployed' }, rows: [] })
    expect(blocking({ ...nil, nil: { reason: '' } })).toHaveLength(1)
    expect(blocking(completeDraft({ rows: [] })).map(({ section }) => section)).toEqual(['rows'])
  })

  it('refuses a cut-off date outside the quarter, and an unclear decision', () => {
    expect(blocking(completeDraft({ header: header({ cutOff: '2026-04-01' }) }))).toEqual([
      expect.objectContaining({
        field: 'cutOff',
        message: 'Data cut-off date: enter a day of the quarter, 1 January 2026 to 31 March 2026',
      }),
    ])
    expect(blocking(completeDraft({ narrative: narrative({ decision1From: '' }) }))).toEqual([
      expect.objectContaining({ field: 'decision1From' }),
    ])
    expect(blocking(completeDraft({ narrative: narrative({ decision1By: '2569-06-30' }) }))[0]?.message).toContain(
      '30 June 2026',
    )
  })

  it('asks about a decision by a day that has passed, and refuses one that nobody plans for', () => {
    const by = (day: string) =>
      read(completeDraft({ narrative: narrative({ decision1By: day }) })).problems.map(({ level, key }) => [level, key])
    expect(by('2026-01-01')).toEqual([])
    expect(by('31/12/2025')).toEqual([['warn', 'narrative:decision1By']])
    expect(by('31/12/1999')).toEqual([['block', 'narrative:decision1By']])
  })

  it('ignores what is not a field, prototype keys included', () => {
    const hostile = JSON.parse('{"__proto__":"x","constructor":"y","province":"09"}') as Record<string, string>
    const { content } = read(completeDraft({ rows: [{ ...consistentRow(), ...hostile }] }))
    expect(Object.keys(content?.rows[0] ?? {})).not.toContain('constructor')
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})
