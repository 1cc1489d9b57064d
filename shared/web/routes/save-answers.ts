import { mendable } from '../access/mendable.ts'
import { type MergedAnswers, mergedAnswers, presentAnswers, type SentAnswers } from '../report-draft/answers.ts'
import type { ReportSheet } from '../services.ts'
import { nowOf, type Visit, type Web } from '../visit.ts'
import { keyOf, readSheet } from './report-sheet.ts'

/** What became of the answers. Where two people answered the same, nothing is saved. */
export interface SavedAnswers {
  readonly is: 'saved' | 'conflict'
  readonly sheet: ReportSheet
  readonly merged: MergedAnswers
  /** The version of the draft that the writer has seen: while others saved, that of their page. */
  readonly seen: number
}

/** @param whole all answers are given as they stand, not only those that were changed */
type Sent = SentAnswers & { readonly whole: boolean }

const TRIES = 3

/**
 * Saves comments on warnings and why a report is late, each by itself: what the writer left as the page showed it stays as it is
 * saved now. Whatever else changed in the draft is no hindrance; it is for the submission to ask about it.
 */
export const saveAnswers = async (c: Visit, web: Web, sent: Sent, tries = TRIES): Promise<SavedAnswers> => {
  const sheet = await readSheet(c, web)
  const merged = mergedAnswers(sheet, sent)
  const isFresh = sent.version === sheet.draftVersion
  if (merged.both.length > 0 || !sheet.draft) return { is: 'conflict', sheet, merged, seen: sent.version }
  const isWhole = sent.whole && isFresh
  if (!isWhole && merged.changed.length === 0)
    return { is: 'saved', sheet, merged, seen: hasArrived(c, sheet, sent, merged) ? sheet.draftVersion : sent.version }
  const values = isWhole ? presentAnswers(sheet, merged.values) : merged.values
  const part = { section: 'comments' as const, values, ...(isWhole ? {} : { written: merged.changed }) }
  try {
    const command = { ...keyOf(c), part, expectedVersion: sheet.draftVersion }
    const saved = await web.services.saveDraftPart(command, c.var.actor, nowOf(c))
    return { is: 'saved', sheet: saved, merged, seen: isFresh ? saved.draftVersion : sent.version }
  } catch (error) {
    if (mendable(error).code !== 'draft-changed' || tries <= 1) throw error
    return saveAnswers(c, web, sent, tries - 1)
  }
}

/** The only save since their page was shown was this very one, whose answer was lost on the line. */
const hasArrived = (c: Visit, { draft, draftVersion }: ReportSheet, { version }: Sent, { arrived }: MergedAnswers) =>
  arrived.length > 0 && version + 1 === draftVersion && draft?.savedBy === c.var.actor.contact.name
