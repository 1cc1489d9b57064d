import { UserError } from '../user-error.ts'
import type { Mistake } from './read-movement.ts'

/** Everything that is to be mended in what was typed, each at its field; the first speaks where only one can. */
export class ContributionMistakes extends UserError {
  constructor(readonly mistakes: readonly Mistake[]) {
    super('invalid', mistakes[0]?.message ?? '', mistakes[0]?.field)
  }
}
