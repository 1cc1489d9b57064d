import { readText } from '#shared/domain/forms/read-text.ts'
import { UserError } from '#shared/domain/user-error.ts'

interface Asked {
  readonly field: string
  /** In characters. */
  readonly longest: number
  /** What to say when nothing was typed; without it the text may be empty. */
  readonly ask?: string
  /** Breaks of lines become spaces. */
  readonly oneLine?: true
}

/** A text that somebody typed, as it is kept. @throws UserError `invalid` with its field: empty, too long, or with a character that nobody sees */
export const typedText = (typed: string, { field, longest, ask, oneLine }: Asked): string => {
  const read = readText(oneLine ? typed.replace(/\s+/g, ' ') : typed)
  if ('mistake' in read) throw new UserError('invalid', read.mistake, field)
  if (read.text === '' && ask !== undefined) throw new UserError('invalid', ask, field)
  if (read.text.length > longest)
    throw new UserError('invalid', `Shorten the text to ${longest} characters; it has ${read.text.length}`, field)
  return read.text
}
