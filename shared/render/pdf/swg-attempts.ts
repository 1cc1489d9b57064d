import { firstSentence } from '#shared/domain/briefs/first-sentence.ts'
import { annexTitles, IN_FULL } from './annex-titles.ts'
import { type Attempt, type Attempts, furtherActions } from './attempts.ts'
import type { swgSheet } from './swg-sheet.ts'

type SwgSheet = ReturnType<typeof swgSheet>

/** What the pages keep of a part that is long. */
const KEPT = { decisions: 3, actions: 8, fewestActions: 3, agenda: 8, notes: 4, reasons: 4, indicators: 4 }

/** Of each part, what the pages leave to the annex. */
type InFull = Pick<
  SwgSheet,
  'funding' | 'gender' | 'notes' | 'agenda' | 'furtherDecisions' | 'indicators' | 'actions'
> & {
  readonly reasons: readonly string[]
}

/** A sheet of which some parts may stand in the annex, with what the pages say of that. */
interface Pages extends SwgSheet {
  readonly inFull: InFull
  readonly more: Readonly<Record<Exclude<keyof InFull, 'actions'>, string>>
  readonly furtherActions: string
}

/** Shortens one part; the very same where that is short. */
type GivesWay = (sheet: Pages) => Pages

const whole = (sheet: SwgSheet): Pages => ({
  ...sheet,
  inFull: {
    funding: [],
    gender: [],
    notes: [],
    agenda: [],
    reasons: [],
    furtherDecisions: [],
    indicators: [],
    actions: [],
  },
  more: { funding: '', gender: '', notes: '', agenda: '', reasons: '', furtherDecisions: '', indicators: '' },
  furtherActions: '',
})

/**
 * What is tried in turn until a working group brief fits: smaller type, then one part after the other gives way to an annex. What is
 * looked up gives way before what is argued, and the action points last; the page always keeps the beginning and says what is missing.
 */
export const swgAttempts = (swg: SwgSheet): Attempts => {
  const sheet = whole(swg)
  const [withoutDonors, ...shorter] = shortened(sheet)
  return [
    attempt('regular', sheet),
    attempt('compact', sheet),
    ...(withoutDonors
      ? [attempt('compact', withoutDonors), attempt('dense', withoutDonors)]
      : [attempt('dense', sheet)]),
    ...shorter.map((one) => attempt('dense', one)),
  ]
}

const attempt = (density: Attempt['density'], sheet: Pages): Attempt => {
  const titles = annexTitles({
    inFull: Object.values(sheet.inFull).some((part) => part.length > 0),
    briefs: sheet.annexes.length > 0,
    ledger: sheet.ledger.length > 0,
  })
  return {
    density,
    sheet: { ...sheet, annexTitles: titles },
    body: { ...sheet, annexes: [], ledger: [], inFull: {}, method: '', sources: [] },
  }
}

/** The sheet after each part that gives way, one after the other. */
const shortened = (sheet: Pages): Pages[] => {
  const sheets = [sheet]
  for (const givesWay of GIVING_WAY) {
    const before = sheets.at(-1) ?? sheet
    const after = givesWay(before)
    if (after !== before) sheets.push(after)
  }
  return sheets.slice(1)
}

const donors: GivesWay = (sheet) => {
  const long = sheet.funding.filter(({ few }) => few.length > 0)
  if (long.length === 0) return sheet
  return {
    ...sheet,
    funding: sheet.funding.map((year) => (year.few.length > 0 ? { ...year, rows: year.few } : year)),
    inFull: { ...sheet.inFull, funding: long },
    more: { ...sheet.more, funding: `All donors stand in ${IN_FULL}.` },
  }
}

/** Of years before the newest, the page keeps the totals; of all, the pillars stand in the annex. */
const earlierYears: GivesWay = (sheet) => {
  if (sheet.funding.length === 0) return sheet
  const newest = sheet.funding[0]?.of
  const full = new Map([...sheet.funding, ...sheet.inFull.funding].map((year) => [year.year, year]))
  return {
    ...sheet,
    funding: sheet.funding.map((year) => ({
      ...year,
      pillars: [],
      ...(year.of === newest ? {} : { rows: year.fewest }),
    })),
    inFull: { ...sheet.inFull, funding: [...full.values()] },
    more: { ...sheet.more, funding: `All donors and pillars stand in ${IN_FULL}.` },
  }
}

const gender: GivesWay = (sheet) => {
  const isLong = (paragraphs: readonly string[]) => paragraphs.join(' ') !== firstSentence(paragraphs[0] ?? '')
  const long = sheet.gender.filter(({ paragraphs }) => isLong(paragraphs))
  if (long.length === 0) return sheet
  return {
    ...sheet,
    gender: sheet.gender.map((note) => ({ ...note, paragraphs: [firstSentence(note.paragraphs[0] ?? '')] })),
    inFull: { ...sheet.inFull, gender: long },
    more: { ...sheet.more, gender: `In full in ${IN_FULL}.` },
  }
}

type Listed = 'agenda' | 'notes' | 'furtherDecisions'

/** A list of which the page keeps the first. */
const list =
  (part: Listed, kept: number, what: string): GivesWay =>
  (sheet) => {
    const items: readonly unknown[] = sheet[part]
    if (items.length <= kept) return sheet
    return {
      ...sheet,
      [part]: items.slice(0, kept),
      inFull: { ...sheet.inFull, [part]: items.slice(kept) },
      more: { ...sheet.more, [part]: `and ${items.length - kept} more ${what} in ${IN_FULL}.` },
    }
  }

const reasons: GivesWay = (sheet) => {
  const [corrections] = sheet.corrections
  const further = corrections?.reasons.slice(KEPT.reasons) ?? []
  if (!corrections || further.length === 0) return sheet
  return {
    ...sheet,
    corrections: [{ ...corrections, reasons: corrections.reasons.slice(0, KEPT.reasons) }],
    inFull: { ...sheet.inFull, reasons: further },
    more: { ...sheet.more, reasons: `and ${further.length} more reasons in ${IN_FULL}.` },
  }
}

const indicators: GivesWay = (sheet) => {
  const long = sheet.indicators.filter(({ table }) => table.rows.length > KEPT.indicators)
  if (long.length === 0) return sheet
  return {
    ...sheet,
    indicators: sheet.indicators.map(({ twg, table }) => ({
      twg,
      table: { ...table, rows: table.rows.slice(0, KEPT.indicators) },
    })),
    inFull: { ...sheet.inFull, indicators: long },
    more: { ...sheet.more, indicators: `All indicators stand in ${IN_FULL}.` },
  }
}

/** Those overdue stand first, and keep their place. */
const actions =
  (kept: number): GivesWay =>
  (sheet) => {
    if (sheet.actions.length <= kept) return sheet
    const further = [...sheet.actions.slice(kept), ...sheet.inFull.actions]
    return {
      ...sheet,
      actions: sheet.actions.slice(0, kept),
      furtherActions: furtherActions(further.length, `in ${IN_FULL}`),
      inFull: { ...sheet.inFull, actions: further },
    }
  }

const GIVING_WAY: readonly GivesWay[] = [
  donors,
  earlierYears,
  reasons,
  gender,
  list('notes', KEPT.notes, 'notes'),
  list('furtherDecisions', KEPT.decisions, 'decisions requested'),
  list('agenda', KEPT.agenda, 'items'),
  indicators,
  actions(KEPT.actions),
  actions(KEPT.fewestActions),
]
