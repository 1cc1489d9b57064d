import { UserError } from '#shared/domain/user-error.ts'

const LONGEST = 1500

/** A comment or reason that somebody has to give. @throws UserError `<field>-missing` with `ask`, `too-long`; both at the field */
export const writtenText = (typed: string, field: 'comment' | 'reason', ask: string): string => {
  const text = typed.replace(/\r\n?/g, '\n').trim()
  if (text === '') throw new UserError(`${field}-missing`, ask, field)
  if (text.length > LONGEST)
    throw new UserError('too-long', `Shorten the text to ${LONGEST} characters; it has ${text.length}`, field)
  return text
}
