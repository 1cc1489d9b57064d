import type { Field, Form } from '#shared/domain/forms/form.ts'
import type { Typed } from '#shared/domain/report.ts'
import { mendable, type Refusal } from '../access/mendable.ts'
import {
  alreadySaved,
  baseOf,
  type Conflict,
  conflictOf,
  isTakenBack,
  partNow,
  sameRow,
} from '../report-draft/conflict.ts'
import { hasOneRow, type Part } from '../report-draft/part.ts'
import type { DraftPart, ReportSheet } from '../services.ts'
import { nowOf, type Visit, type Web } from '../visit.ts'
import { keyOf, readSheet } from './report-sheet.ts'

/** A part as its page sent it. */
export interface SentPart {
  readonly form: Form
  readonly part: Part
  readonly fields: readonly Field[]
  readonly values: Typed
  readonly expectedVersion: number
  /** What was saved of the part when its page was shown (`baseOf`); empty from a page that does not say. */
  readonly base: string
  readonly rowName: string
}

/** What became of it. `part` is where it stands now: a new row has a place, and places shift. */
export type Outcome =
  | {
      readonly is: 'saved'
      readonly sheet: ReportSheet
      readonly part: Part
      /** The version of the draft that its writer has seen, where that is not the one just saved. */
      readonly seen?: number
    }
  | { readonly is: 'refused'; readonly sheet: ReportSheet; readonly part: Part; readonly refusal: Refusal }
  | { readonly is: 'conflict'; readonly sheet: ReportSheet; readonly part: Part; readonly conflict: Conflict }

const TRIES = 3

/**
 * Saves a part as it was typed. The draft's version rises with every part that anybody saves; when this part is still as its page
 * showed it, nothing of anybody's is overwritten and it is saved onto the newer draft. Otherwise the two texts are a conflict.
 */
export const savePart = async (c: Visit, web: Web, sent: SentPart, tries = TRIES): Promise<Outcome> => {
  const { part, fields, values, expectedVersion } = sent
  try {
    const command = { ...keyOf(c), part: draftPart(sent), expectedVersion }
    const sheet = await web.services.saveDraftPart(command, c.var.actor, nowOf(c))
    const isNew = part.section === 'row' && part.index === 'new'
    const saved: Part = isNew ? { section: 'row', index: (sheet.draft?.rows.length ?? 1) - 1 } : part
    return { is: 'saved', sheet, part: saved }
  } catch (error) {
    const refusal = mendable(error)
    const sheet = await readSheet(c, web)
    if (refusal.code !== 'draft-changed') return { is: 'refused', sheet, part, refusal }
    const saved = alreadySaved(sheet, part, fields, values)
    if (saved) return { is: 'saved', sheet, part: saved }
    const now = placeNow(sheet, sent)
    if (tries > 1 && samePlace(part, now) && sent.base === baseOf(sheet, now))
      return savePart(c, web, { ...sent, part: now, expectedVersion: sheet.draftVersion }, tries - 1)
    return { is: 'conflict', sheet, part: now, conflict: conflictOf(sheet, part, now, fields, values) }
  }
}

const draftPart = ({ form, part, values }: SentPart): DraftPart => {
  if (part.section === 'nil') {
    const { nil: _, ...reason } = values
    return { section: 'nil', values: isTakenBack(part, values) ? undefined : reason }
  }
  if (part.section !== 'row') return { section: part.section, values }
  return hasOneRow(form) ? { section: 'rows', values: [values] } : { ...part, values }
}

/** An old row is looked for by its name. A new one is new, unless somebody added one of the same names. */
const placeNow = (sheet: ReportSheet, { part, values, rowName }: SentPart): Part =>
  part.section === 'row' && part.index === 'new' ? (sameRow(sheet, values) ?? part) : partNow(sheet, part, rowName)

/** A new row is still new, an old one still there. */
const samePlace = (wanted: Part, now: Part): boolean =>
  wanted.section !== 'row' || now.section !== 'row' || (wanted.index === 'new') === (now.index === 'new')
