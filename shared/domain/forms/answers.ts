import { once } from '../once.ts'
import { type Said, say } from '../words/say.ts'
import { longText } from './field.ts'
import { LONGEST_COMMENT, type ReadText, readText } from './read-text.ts'

const LONGEST_LATE_REASON = 500

/** What a report answers to a warning. */
export const WarningComment = once(() => longText('Comment on a warning', LONGEST_COMMENT))

/** Why a report is late: it stands in the brief. */
export const LateReason = once(() => longText('Why the report is late', LONGEST_LATE_REASON))

const read = (answer: ReturnType<typeof longText>, typed: string, ask: Said): ReadText => {
  const longest = answer.maxLength
  return readText(typed, longest === null ? { ask } : { ask, longest })
}

/** The comment on a warning as it was typed, read. */
export const readComment = (typed: string | undefined): ReadText =>
  read(WarningComment(), typed ?? '', say`Say why in a few words`)

export const readLateReason = (typed: string): ReadText => read(LateReason(), typed, say`Say why the report is late`)
