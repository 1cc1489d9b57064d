/** What a person can mend: shown to them as it stands, next to `field` where there is one. Anything else that is thrown is a bug or an outage. */
export class UserError extends Error {
  override readonly name = 'UserError'
  constructor(
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message)
  }
}
