import { once } from '../once.ts'
import { longText } from './field.ts'
import { LONGEST_COMMENT, type ReadText, readText } from './read-text.ts'

const LONGEST_LATE_REASON = 500

/** What a report answers to a warning. */
export const WarningComment = once(() => longText('Comment on a warning', LONGEST_COMMENT))

/** Why a report is late: it stands in the brief. */
export const LateReason = once(() => longText('Why the report is late', LONGEST_LATE_REASON))

const read = (answer: ReturnType<typeof longText>, typed: string, ask: string): ReadText => {
  const longest = answer.maxLength
  return readText(typed, longest === null ? { ask } : { ask, longest })
}

/** The comment on a warning as it was typed, read. @param ask what to say when there is none */
export const readComment = (typed: string | undefined, ask = 'Say why in a few words'): ReadText =>
  read(WarningComment(), typed ?? '', ask)

/** @param ask what to say when it is empty */
export const readLateReason = (typed: string, ask = 'Say why the report is late'): ReadText =>
  read(LateReason(), typed, ask)
