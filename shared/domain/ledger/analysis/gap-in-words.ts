import { usdInWords } from '../../number-in-words.ts'
import { say } from '../../words/say.ts'
import { type FundingGap, unassignedIn } from './gap.ts'

/** What of a need is not secured: `US$ 900`, and what that comes to if money that names no pillar goes where it lacks. */
export const lackInWords = (gap: FundingGap): string => {
  const { gapUsd } = gap.total
  const unassigned = unassignedIn(gap)
  if (unassigned === 0 || gapUsd === 0) return usdInWords(gapUsd)
  const least = gapUsd > unassigned ? usdInWords(gapUsd - unassigned) : say`nothing`
  return say`${usdInWords(gapUsd)} (${least} if all of the ${usdInWords(unassigned)} that name no pillar go where money lacks)`
}

/** What is to be read beside the table of a gap; empty where every dollar names its pillar. */
export const unassignedInWords = (gap: FundingGap): string =>
  unassignedIn(gap) === 0
    ? ''
    : say`${usdInWords(unassignedIn(gap))} is secured and names no pillar, so that it closes no pillar's gap. Not secured in all: ${lackInWords(gap)}.`
