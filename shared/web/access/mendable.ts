import { UserError } from '#shared/domain/user-error.ts'

/** Pages of their own, whatever was being done. */
const PAGES = ['forbidden', 'not-found']

/** What a form says when it could not be taken, next to its field where there is one. Some the pages find themselves. */
export type Refusal = Pick<UserError, 'code' | 'field'> & { readonly message: string }

/** What a person can mend on the page they are on; everything else is thrown on. */
export const mendable = (error: unknown): UserError => {
  if (error instanceof UserError && !PAGES.includes(error.code)) return error
  throw error
}
