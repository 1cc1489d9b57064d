import type { BriefModel } from '#shared/domain/briefs/model.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { dayInWords } from '#shared/domain/day-in-words.ts'
import { type ChangeInWords, changeInWords, movedInWords } from '../changes-in-words.ts'

/** More changes than this are counted; the web page lists every one. */
const PRINTED = 12

interface CorrectionsSheet {
  readonly heading: string
  readonly moved: string
  readonly changes: readonly ChangeInWords[]
  readonly more: string
  readonly reasons: readonly string[]
}

/** What a corrected brief begins with; empty where it corrects nothing. */
export const correctionsSheet = ({ kind, corrections, inputs }: BriefModel, timeZone: string): CorrectionsSheet[] => {
  if (!corrections) return []
  const more = corrections.changes.length - PRINTED
  return [
    {
      heading: `What changed since version ${corrections.of}`,
      moved: movedInWords[kind](dayInWords(dayAt(inputs.cutOff, timeZone))),
      changes: corrections.changes.slice(0, PRINTED).map(changeInWords),
      more:
        more > 0
          ? `${more} more ${more === 1 ? 'change is' : 'changes are'} listed on the web page of this brief.`
          : '',
      reasons: corrections.reasons,
    },
  ]
}
