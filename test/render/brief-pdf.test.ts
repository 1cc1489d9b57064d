import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SwgBrief, TwgBrief } from '#shared/domain/briefs/model.ts'
import { briefPdf } from '#shared/render/pdf/brief-pdf.ts'
import { laoProvinces } from '#shared/sector/lao-provinces.ts'
import { briefOf, corrections, figure, firstSwgModel, indicators, swgModel, twgModel } from '../fixtures/briefs.ts'
import { crowded, textOf } from '../fixtures/crowded-brief.ts'
import { actionsOf, crowdedSwg, everyIndicator, fundingOf, longLedger } from '../fixtures/crowded-swg-brief.ts'
import { press } from '../fixtures/press.ts'

const folders = press()
const print = briefPdf(folders)
const about = { timeZone: 'Asia/Vientiane' }

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0
/** The text of each page, in one line. */
const pagesOf = (bytes: Uint8Array) =>
  spawnSync('pdftotext', ['-raw', '-', '-'], { input: bytes })
    .stdout.toString()
    .split('\f')
    .map((page) => page.replace(/\s+/g, ' '))
const textIn = (bytes: Uint8Array) => pagesOf(bytes).join(' ')
/** The pages before the annexes. */
const bodyIn = (bytes: Uint8Array) => {
  const pages = pagesOf(bytes)
  return pages.slice(
    0,
    pages.findIndex((page) => page.includes('Annex A:')),
  )
}

const LAO = 'ການເກັບກູ້ລະເບີດບໍ່ທັນແຕກ ແຂວງຊຽງຂວາງ'
const long = `${LAO}. The team surveyed forty villages in Nong district. `.repeat(20).slice(0, 1500)

const fullest: TwgBrief = {
  ...twgModel,
  chair: 'A name that has forty letters, or nearly so',
  achievements: long,
  challenges: long,
  gender: long,
  decisions: Array.from({ length: 3 }, () => ({ text: long.slice(0, 400), from: 'the SWG', by: '2026-06-30' })),
  priorities: Array.from({ length: 5 }, () => LAO),
  provinces: {
    columns: indicators.slice(0, 5).map(({ label, unit }) => (unit === '' ? label : `${label} (${unit})`)),
    rows: laoProvinces.map(({ name }, index) => ({
      province: name,
      cells: [1, 2, 3, 4, 5].map((factor) => figure(123_456 * factor * (index + 1), index % 4)),
    })),
  },
}

const empty: TwgBrief = {
  ...twgModel,
  timeliness: 'missing',
  chair: '',
  summary: [],
  indicators: [],
  provinces: { columns: [], rows: [] },
  achievements: '',
  challenges: '',
  gender: '',
  decisions: [],
  priorities: [],
  meetings: [],
  notes: [],
}

const twgs = [
  'Survey and Clearance',
  'Victim Assistance',
  'Risk Education',
  'Information Management',
  'Coordination, Policy and Funding Strategy',
]
const [year] = swgModel.funding
const fullestSwg: SwgBrief = {
  ...swgModel,
  corrections,
  decisions: Array.from({ length: 15 }, (_, n) => ({
    text: `Decision ${n}: ${long.slice(0, 380)}`,
    from: 'the SWG',
    by: '2026-06-30',
    twg: twgs[n % 5] ?? '',
  })),
  indicators: twgs.map((twg) => ({ id: twg, twg, lines: [...indicators, ...indicators.slice(0, 4)] })),
  funding: year
    ? [2022, 2023, 2024].map((of) => ({
        ...year,
        year: of,
        donors: Array.from({ length: 12 }, (_, n) => ({
          ...(year.donors[0] as (typeof year.donors)[number]),
          donor: `Donor with a long name ${n}`,
        })),
      }))
    : [],
  gender: twgs.map((twg) => ({ twg, text: long })),
  agenda: Array.from({ length: 12 }, (_, n) => `Item ${n}: ${long.slice(0, 120)}`),
  twgBriefs: twgs.flatMap((twg) =>
    ['2025-Q4', '2026-Q1'].map((round) => ({
      key: `${round}/${twg}`,
      twg,
      round,
      version: 1,
      summary: Array.from({ length: 5 }, () => long.slice(0, 200)),
      challenges: `${long.slice(0, 1480)} End${twg.length}of${round.slice(0, 4)}`,
      priorities: Array.from({ length: 5 }, () => LAO),
    })),
  ),
}

const longFunding = (sources: readonly string[], donors: number): Partial<SwgBrief> => ({
  indicators: everyIndicator,
  funding: fundingOf(sources, donors),
  gender: twgs.map((twg) => ({ twg, text: long.slice(0, 300) })),
  actions: actionsOf(5, 100, 0),
})

describe('a printed brief', () => {
  it('has the same bytes whenever and wherever it is printed', async () => {
    const once = await print(briefOf(twgModel), about)
    await print(briefOf(swgModel), about)
    expect((await print(briefOf(twgModel), about)).bytes).toEqual(once.bytes)
    expect((await briefPdf(folders)(briefOf(twgModel), about)).bytes).toEqual(once.bytes)
  })

  it('is tagged PDF/UA-1 with title, language and the date of its release', async () => {
    const pdf = latin1((await print(briefOf(twgModel), about)).bytes)
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toContain('Survey and Clearance: quarterly brief 2026-Q1')
    expect(pdf).toContain('/Lang (en-GB)')
    expect(pdf).toContain('D:20260426010000')
  })

  it('counts its pages', async () => {
    const { bytes, pages } = await print(briefOf(swgModel), about)
    expect(pages).toBeLessThanOrEqual(6)
    expect(latin1(bytes).match(/\/Type \/Page\b/g)).toHaveLength(pages)
  })

  it('keeps to two pages for a TWG, with every province and every text at its longest', async () => {
    expect((await print(briefOf(twgModel), about)).pages).toBeLessThanOrEqual(2)
    expect((await print(briefOf(fullest), about)).pages).toBe(2)
  })

  it.skipIf(!hasPdftotext)(
    'keeps to two pages when it is corrected and every text is at its longest, and loses none',
    async () => {
      const { bytes, pages } = await print(briefOf(crowded, 2), about)
      expect(pages).toBe(2)
      const text = textIn(bytes)
      const ends = JSON.stringify(crowded).match(/EndOf\w+/g) ?? []
      expect(ends).toHaveLength(39)
      expect(ends.filter((end) => !new RegExp(`${end}\\b`).test(text))).toEqual([])
      expect(text).not.toContain('on the web page')
    },
  )

  it.skipIf(!hasPdftotext)('leaves to the web page only what no type is small enough for: action points', async () => {
    const actions = crowded.actions.map((action, n) => ({ ...action, note: textOf(1000, `EndOfNote${n}`) }))
    const { bytes, pages } = await print(briefOf({ ...crowded, actions }, 2), about)
    expect(pages).toBe(2)
    expect(textIn(bytes)).toMatch(/EndOfNote0\b.* and 10 more action points on the web page of this brief\./)
    const texts = JSON.stringify({ ...crowded, actions: [] }).match(/EndOf\w+/g) ?? []
    expect(texts.filter((end) => !textIn(bytes).includes(end))).toEqual([])
  })

  it('fits on one page when nothing was reported', async () => {
    expect((await print(briefOf(empty, 0), about)).pages).toBe(1)
  })

  it('prints whatever anyone types, also where no font can draw it', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    await fc.assert(
      fc.asyncProperty(anything, anything, async (one, other) => {
        const decisions = [{ text: one, from: other, by: one }]
        await print(
          briefOf({ ...empty, chair: one, achievements: other, summary: [one], decisions, notes: [other] }),
          about,
        )
      }),
      { numRuns: 60, examples: [['#panic("x") 😀 日本 \ud800 \u0000', `${LAO}\u0301\u200d\ufeff\ue000`]] },
    )
  })

  it.skipIf(!hasPdftotext)('prints text that looks like markup as it is (needs pdftotext)', async () => {
    const hostile = '#panic() *bold* _it_ $x^2$ @ref <tag> </script> \\n `raw` // no /* no */ = Head - item'
    const { bytes } = await print(briefOf({ ...empty, timeliness: 'nil', nilReason: hostile, notes: [hostile] }), about)
    expect(textIn(bytes).split(hostile)).toHaveLength(3)
  })

  it.skipIf(!hasPdftotext)('says which version of what it is and what is missing (needs pdftotext)', async () => {
    const draft = textIn((await print(briefOf(empty, 0), about)).bytes)
    expect(draft).toContain('2026-Q1/survey-clearance · Draft')
    expect(draft).toContain('No report was received before the round closed.')
    expect(draft).toContain('data to 23 April 2026, 08:00 (Asia/Vientiane)')
    expect(draft).toContain('Page 1 of 1')
    expect(draft).not.toContain('Indicators')
  })

  it.skipIf(!hasPdftotext)('keeps Lao text readable (needs pdftotext)', async () => {
    const { bytes } = await print(briefOf({ ...empty, achievements: LAO }), about)
    expect(textIn(bytes).replace(/\s/g, '')).toContain('ລະເບີດ')
  })

  it.skipIf(!hasPdftotext)('of a corrected version begins with what changed, by whom and why', async () => {
    const text = textIn((await print(briefOf({ ...twgModel, corrections }, 2), about)).bytes)
    expect(text).toContain(
      'What changed since version 1 Meetings and action points are as of 23 April 2026; what moved in them is not listed here. What Was Is now Report not received late Area cleared, quarter (ha) 1,200.0 1,310.5 Other UXO and mines destroyed, quarter n/a 1,310 Challenges',
    )
    expect(text).toContain('amended by Bounmy Phommachanh: IMSMA was corrected')
    expect(text.indexOf('What changed')).toBeLessThan(text.indexOf('Summary'))
    const many = { ...corrections, changes: Array.from({ length: 15 }, () => corrections.changes).flat() }
    expect(textIn((await print(briefOf({ ...twgModel, corrections: many }, 2), about)).bytes)).toContain(
      '48 more changes are listed on the web page of this brief.',
    )
  })

  it.skipIf(!hasPdftotext)('lists the open action points with owner, due date and status', async () => {
    const text = textIn((await print(briefOf(twgModel), about)).bytes)
    expect(text).toContain('Khamla Phommachanh 31 March 2026 delayed, overdue')
    expect(text).toContain('Two districts have not signed yet')
  })

  it.skipIf(!hasPdftotext)(
    'of the working group keeps to six pages and then its annexes, however much was reported',
    async () => {
      const { bytes } = await print(briefOf(fullestSwg), about)
      expect(bodyIn(bytes).length).toBeLessThanOrEqual(6)
      const text = textIn(bytes)
      const lost = [
        ...twgs.flatMap((twg) => [2025, 2026].map((of) => `End${twg.length}of${of}`)),
        ...Array.from({ length: 15 }, (_, n) => `Decision ${n}:`),
        ...Array.from({ length: 12 }, (_, n) => `Item ${n}:`),
      ].filter((part) => !text.includes(part))
      expect(lost).toEqual([])
      for (let n = 0; n < 15; n++) expect(text).toContain(`Decision ${n}:`)
      for (let n = 0; n < 12; n++) expect(text).toContain(`Item ${n}:`)
      expect(text.match(/Donor with a long name 11/g)).toHaveLength(3)
    },
  )

  it.skipIf(!hasPdftotext)(
    'of the working group moves long tables of donors to an annex before anything else, and keeps the largest with a line for the rest',
    async () => {
      for (const [sources, donors] of [
        [['landmine-monitor', 'government'], 12],
        [['landmine-monitor', 'government', 'donor'], 10],
      ] as const) {
        const { bytes } = await print(briefOf({ ...fullestSwg, ...longFunding(sources, donors) }), about)
        const body = bodyIn(bytes)
        expect(body.length).toBeLessThanOrEqual(6)
        const pages = body.join(' ')
        expect(pages).toMatch(/EndOfDonor4 .*? \d other donors /)
        expect(pages).toContain('stand in Annex A.')
        for (let n = 0; n < 5; n++) expect(pages).toContain(`EndOfAction${n} `)
        expect(textIn(bytes).match(new RegExp(`EndOfDonor${donors - 1} `, 'g'))).toHaveLength(3 * sources.length)
      }
    },
  )

  it.skipIf(!hasPdftotext)(
    'of the working group holds six pages with more of everything than a sector reports, loses nothing and says where the rest stands',
    async () => {
      const { bytes } = await print(briefOf(crowdedSwg, 2), about)
      const [body, text] = [bodyIn(bytes), textIn(bytes)]
      expect(body.length).toBeLessThanOrEqual(6)
      const ends = JSON.stringify(crowdedSwg).match(/EndOf\w+/g) ?? []
      expect(ends.filter((end) => !text.includes(`${end} `))).toEqual([])
      expect(text).toMatch(/ 27\. .* Further action points /)
      const pages = body.join(' ')
      expect([0, 1, 2].filter((n) => !pages.includes(`EndOfAction${n} `))).toEqual([])
      for (const [count, what] of [
        [8, 'reasons'],
        [24, 'decisions requested'],
        [17, 'action points'],
        [8, 'items'],
        [8, 'notes'],
      ] as const)
        expect(pages).toContain(`and ${count} more ${what} in Annex A.`)
    },
  )

  it.skipIf(!hasPdftotext)(
    'of the working group leaves out charts and tables of rounds while none has closed',
    async () => {
      const { bytes } = await print(briefOf(firstSwgModel), about)
      const text = textIn(bytes)
      expect(text).toContain('No round of reports fell into the time of this brief.')
      for (const heading of ['Area cleared by quarter', 'round by round', 'timeliness', 'Indicators'])
        expect(text).not.toContain(heading)
      expect(text).toContain('Funding')
    },
  )

  it('of the working group leads from a movement in the annex to its contribution', async () => {
    const pdf = latin1((await print(briefOf(swgModel), about)).bytes)
    expect(pdf.match(/\/URI \(([^)]*)\)/g)).toEqual([
      '/URI (https://secretariat.example/funding/contributions/01JX0000000000000000000001)',
    ])
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it.skipIf(!hasPdftotext)('of the working group is set no smaller for the length of its annexes', async () => {
    const short = await print(briefOf({ ...swgModel, ledger: [] }), about)
    const long = await print(briefOf({ ...swgModel, ledger: longLedger }), about)
    const numbered = / Page \d+ of \d+/g
    const bodyWithout = (bytes: Uint8Array) => bodyIn(bytes).map((page) => page.replaceAll(numbered, ''))
    expect(long.pages).toBeGreaterThan(6)
    expect(bodyWithout(long.bytes)).toEqual(bodyWithout(short.bytes))
  })

  it.skipIf(!hasPdftotext)(
    'of the working group begins with decisions, risks and a chart that says its figures in words',
    async () => {
      const { bytes } = await print(briefOf(swgModel), about)
      const text = textIn(bytes)
      const places = [
        'Decisions requested',
        'Risks',
        'Area cleared by quarter (ha)',
        'Action points',
        'Victim Assistance: round by round',
      ]
      const found = places.map((words) => text.indexOf(words))
      expect(found).toEqual(found.toSorted((a, b) => a - b))
      expect(found).not.toContain(-1)
      expect(text).toContain('3 of 5 since the meeting before are done.')
      expect(text).toContain('1,310.5')
      expect(latin1(bytes)).toMatch(/\/Alt\b/)
    },
  )
})
