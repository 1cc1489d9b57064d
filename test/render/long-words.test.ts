import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { Brief } from '#shared/domain/briefs/model.ts'
import { briefPdf } from '#shared/render/pdf/brief-pdf.ts'
import { briefOf, corrections, swgModel, twgModel } from '../fixtures/briefs.ts'
import { press } from '../fixtures/press.ts'

const print = briefPdf(press())
const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0
const read = async (brief: Brief, ...options: string[]) => {
  const { bytes } = await print(brief, { timeZone: 'Asia/Vientiane' })
  return spawnSync('pdftotext', [...options, '-', '-'], { input: bytes }).stdout.toString()
}

/** Words go on, on the next page. In points: where the body of a page begins, and its size. */
const WITHOUT_HEADER_AND_FOOTER = ['-x', '0', '-y', '54', '-W', '596', '-H', '742']

/** Words of 100 letters and an address, all different. */
const longWords = () => {
  const words: string[] = []
  const next = () => {
    const number = words.length + 1
    const word =
      number % 2 ? `W${number}${'abcdefghij'.repeat(10)}` : `https://example.org/${number}?q=${'0123456789'.repeat(9)}`
    words.push(word)
    return word
  }
  return { words, next }
}

const twgBrief = (next: () => string): Brief =>
  briefOf(
    {
      ...twgModel,
      sector: next(),
      chair: next(),
      twg: { ...twgModel.twg, name: next() },
      timeliness: 'late',
      lateReason: next(),
      summary: [next()],
      indicators: twgModel.indicators.slice(0, 2).map((line) => ({ ...line, label: next() })),
      provinces: {
        columns: twgModel.provinces?.columns ?? [],
        rows: (twgModel.provinces?.rows ?? []).slice(0, 2).map((row) => ({ ...row, province: next() })),
      },
      achievements: next(),
      challenges: next(),
      gender: next(),
      decisions: [{ text: next(), from: next(), by: next() }],
      priorities: [next()],
      actions: twgModel.actions.map((action) => ({ ...action, text: next(), note: next(), owner: next() })),
      meetings: twgModel.meetings.map((meeting) => ({ ...meeting, title: next(), place: next() })),
      notes: [next()],
      corrections: { ...corrections, changes: [{ what: next(), was: next(), is: next() }], reasons: [next()] },
    },
    2,
  )

const swgBrief = (next: () => string): Brief =>
  briefOf({
    ...swgModel,
    meeting: { ...swgModel.meeting, place: next() },
    coChairs: swgModel.coChairs.map(() => ({ seat: next(), name: next() })),
    summary: [next()],
    decisions: [{ twg: next(), text: next(), from: next(), by: next() }],
    timeliness: swgModel.timeliness.map((row) => ({ ...row, twg: next() })),
    indicators: swgModel.indicators.map((group) => ({ ...group, twg: next() })),
    funding: swgModel.funding.map((year) => ({
      ...year,
      donors: year.donors.map((donor) => ({ ...donor, donor: next() })),
      sources: [next()],
    })),
    obligations: swgModel.obligations.map((obligation) => ({ ...obligation, name: next(), source: next() })),
    risks: [{ text: next(), from: next() }],
    byRound: swgModel.byRound.map((table) => ({ ...table, twg: next() })),
    actions: {
      ...swgModel.actions,
      open: swgModel.actions.open.map((action) => ({ ...action, text: next(), owner: next(), note: next() })),
    },
    gender: [{ twg: next(), text: next() }],
    agenda: [next()],
    twgBriefs: swgModel.twgBriefs.map((one) => ({ ...one, twg: next(), summary: [next()], challenges: next() })),
    notes: [next()],
  })

describe.skipIf(!hasPdftotext)('words longer than a line (needs pdftotext)', () => {
  it.each([
    ['TWG', twgBrief],
    ['SWG', swgBrief],
  ])('stay on the page of a %s brief, and are read, copied and searched as they were written', async (_, briefWith) => {
    const { words, next } = longWords()
    const brief = briefWith(next)
    const boxes = [...(await read(brief, '-bbox')).matchAll(/xMin="([\d.]+)" .* xMax="([\d.]+)"/g)]
    expect(boxes.length).toBeGreaterThan(words.length)
    const [left, right] = [
      Math.min(...boxes.map(([, min]) => Number(min))),
      Math.max(...boxes.map(([, , max]) => Number(max))),
    ]
    const millimetre = 72 / 25.4
    expect(left).toBeGreaterThan(15 * millimetre)
    expect(right).toBeLessThan(195 * millimetre)
    const text = (await read(brief, '-raw', ...WITHOUT_HEADER_AND_FOOTER)).replace(/\s+/g, '')
    expect(words.filter((word) => !text.includes(word))).toEqual([])
  })

  it('leave ordinary words whole', async () => {
    const note = 'institutionalised counter-improvised 2026-Q1/coordination-policy-funding '.repeat(9).trim()
    const text = (await read(briefOf({ ...twgModel, notes: [note] }), '-raw')).replace(/\s+/g, ' ')
    expect(text.split('institutionalised')).toHaveLength(10)
  })

  it('a character that no font can draw is announced below the notes', async () => {
    const note = 'stands, a character was written that cannot be printed here'
    expect(await read(briefOf({ ...twgModel, chair: '日本' }))).toContain(note)
    expect(await read(briefOf(twgModel))).not.toContain(note)
  })
})
