import { readReason } from '#shared/domain/forms/read-text.ts'
import { UserError } from '#shared/domain/user-error.ts'

/** A comment or reason that somebody has to give. @throws UserError `invalid` at the field, with `ask` when it is empty */
export const writtenText = (typed: string, field: 'comment' | 'reason', ask: string): string => {
  const read = readReason(typed, ask)
  if ('mistake' in read) throw new UserError('invalid', read.mistake, field)
  return read.text
}
