import { type AskedText, readText } from '#shared/domain/forms/read-text.ts'
import { UserError } from '#shared/domain/user-error.ts'

interface AskedField extends AskedText {
  readonly field: string
  /** Breaks of lines become spaces. */
  readonly oneLine?: true
}

/** A text that somebody typed, as it is kept. @throws UserError `invalid` with its field: empty, too long, or with a character that nobody sees */
export const typedText = (typed: string, { field, oneLine, ...asked }: AskedField): string => {
  const read = readText(oneLine ? typed.replace(/\s+/g, ' ') : typed, asked)
  if ('mistake' in read) throw new UserError('invalid', read.mistake, field)
  return read.text
}
