import type { Corrections } from '#shared/domain/briefs/model.ts'
import { type ChangeInWords, changeInWords } from '../changes-in-words.ts'

/** More changes than this are counted; the web page lists every one. */
const PRINTED = 12

interface CorrectionsSheet {
  readonly heading: string
  readonly changes: readonly ChangeInWords[]
  readonly more: string
  readonly reasons: readonly string[]
}

/** What a corrected brief begins with; empty where it corrects nothing. */
export const correctionsSheet = (corrections: Corrections | undefined): CorrectionsSheet[] => {
  if (!corrections) return []
  const more = corrections.changes.length - PRINTED
  return [
    {
      heading: `What changed since version ${corrections.of}`,
      changes: corrections.changes.slice(0, PRINTED).map(changeInWords),
      more:
        more > 0
          ? `${more} more ${more === 1 ? 'change is' : 'changes are'} listed on the web page of this brief.`
          : '',
      reasons: corrections.reasons,
    },
  ]
}
