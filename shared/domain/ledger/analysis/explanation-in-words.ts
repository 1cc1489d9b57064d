import { usdInWords } from '../../number-in-words.ts'
import { say } from '../../words/say.ts'
import type { Reconciliation } from './reconcile.ts'

/** Why two sources differ on a donor, and whether that was said of another difference than there is now. */
export const explanationInWords = ({
  explanation,
  explainedDifference,
}: Pick<Reconciliation['donors'][number], 'explanation' | 'explainedDifference'>): string => {
  if (explanation === '') return say`not explained yet`
  return explainedDifference === undefined
    ? explanation
    : say`${explanation}; said of a difference of ${usdInWords(explainedDifference)}, which changed since`
}
