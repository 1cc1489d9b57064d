import type { Said } from './words/say.ts'

/** What a person can mend: shown to them as it stands, next to `field` where there is one. Anything else that is thrown is a bug or an outage. */
export class UserError extends Error {
  override readonly name = 'UserError'
  declare readonly message: Said
  constructor(
    readonly code: string,
    message: Said,
    readonly field?: string,
  ) {
    super(message)
  }
}
