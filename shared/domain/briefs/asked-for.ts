import type { SwgBrief } from './model.ts'

/** The day of the meeting for which a brief was compiled whole; another day than the meeting's once that has moved. */
export const dayAskedFor = ({ inputs, meeting }: Pick<SwgBrief, 'inputs' | 'meeting'>): string =>
  inputs.askedForDay ?? meeting.day

/**
 * Whether a released brief is compiled whole for the new day of its meeting, and not only corrected: it was asked for again after the
 * meeting moved, now or by the draft that waits.
 */
export const isForNewDay = (
  meetingDay: string,
  released: SwgBrief,
  { askedAgain, draft }: { askedAgain: boolean; draft: SwgBrief | undefined },
): boolean =>
  meetingDay !== dayAskedFor(released) &&
  (askedAgain || (draft !== undefined && dayAskedFor(draft) !== dayAskedFor(released)))
